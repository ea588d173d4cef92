package io.outflow.vendors;

import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole register at one point of both times. It never changes, so everything on a page that uses one agrees. */
public final class Snapshot {

    private final Map<UUID, Entry<?>> byId;
    private final Map<UUID, List<Entry<?>>> byOwner = new HashMap<>();
    private final Map<Kind, List<Entry<?>>> byKind = new HashMap<>();

    public Snapshot(Collection<Entry<?>> entries) {
        byId = LinkedHashMap.newLinkedHashMap(entries.size());
        var sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.<Entry<?>, String>comparing(Entry::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Entry::id));
        for (var entry : sorted) {
            byId.put(entry.id(), entry);
            byKind.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry);
            if (entry.owner() != null) {
                byOwner.computeIfAbsent(entry.owner(), owner -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    public Collection<Entry<?>> all() {
        return byId.values();
    }

    public Optional<Entry<?>> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public <C extends Content> Optional<Entry<C>> find(UUID id, Class<C> type) {
        return find(id).flatMap(entry -> entry.as(type));
    }

    /** All entries of a kind, by title. */
    public List<Entry<?>> list(Kind kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    public <C extends Content> List<Entry<C>> list(Class<C> type) {
        return typed(
                byKind.values().stream()
                        .filter(list -> type.isInstance(list.getFirst().content()))
                        .flatMap(List::stream)
                        .toList(),
                type);
    }

    public List<Entry<Vendor>> vendors() {
        return typed(byKind.getOrDefault(Kind.VENDOR, List.of()), Vendor.class);
    }

    public List<Entry<Product>> products() {
        return typed(byKind.getOrDefault(Kind.PRODUCT, List.of()), Product.class);
    }

    public List<Entry<Application>> applications() {
        return typed(byKind.getOrDefault(Kind.APPLICATION, List.of()), Application.class);
    }

    /** What hangs on an entry, by title. */
    public List<Entry<?>> of(UUID owner) {
        return List.copyOf(byOwner.getOrDefault(owner, List.of()));
    }

    public <C extends Content> List<Entry<C>> of(UUID owner, Class<C> type) {
        return typed(byOwner.getOrDefault(owner, List.of()), type);
    }

    /** What counts of a kind: without what was rejected. */
    public <C extends Content> List<Entry<C>> counting(UUID owner, Class<C> type) {
        return of(owner, type).stream()
                .filter(entry -> !entry.basis().rejected())
                .toList();
    }

    /** The vendor of a product. */
    public Optional<Entry<Vendor>> vendorOf(Entry<?> entry) {
        return owner(entry).flatMap(owner -> owner.as(Vendor.class));
    }

    public Optional<Entry<?>> owner(Entry<?> entry) {
        return Optional.ofNullable(entry.owner()).flatMap(this::find);
    }

    /** The applications that use a product. */
    public List<Entry<Application>> applicationsOf(UUID product) {
        return applications().stream()
                .filter(entry -> entry.content().products().contains(product))
                .toList();
    }

    private static <C extends Content> List<Entry<C>> typed(@Nullable List<Entry<?>> entries, Class<C> type) {
        return entries == null
                ? List.of()
                : entries.stream().flatMap(entry -> entry.as(type).stream()).toList();
    }
}
