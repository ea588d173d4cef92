package io.outflow.catalogue;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.catalogue.internal.Checks;
import io.outflow.catalogue.internal.EntryDrafts;
import io.outflow.vendors.CatalogueClaims;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Category;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The facts that ship with Outflow: to be read, searched, and added to the register as claims. */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class Catalogue {

    private final Edition edition;
    private final Register register;

    Catalogue(Edition edition, Register register) {
        this.edition = edition;
        this.register = register;
    }

    /** The day on which the catalogue was put together. */
    public LocalDate edition() {
        return edition.edition();
    }

    /** All entries, in the order of the catalogue. */
    public List<CatalogueEntry> list() {
        return edition.entries();
    }

    public Optional<CatalogueEntry> find(String id) {
        return edition.find(id);
    }

    /** The entries in which all words occur; all entries when no word is given. */
    public List<CatalogueEntry> search(String words) {
        return words.isBlank()
                ? list()
                : list().stream().filter(entry -> entry.matches(words)).toList();
    }

    /** The category that an entry has in the register. */
    public Category category(CatalogueEntry entry) {
        return EntryDrafts.category(entry);
    }

    /** What adding an entry would record, first the vendor, then the product or application, then each fact. */
    public List<CatalogueFact> facts(CatalogueEntry entry) {
        var drafts = new EntryDrafts(entry, edition());
        return Stream.of(drafts.vendor(), Stream.of(drafts.itself(null)), drafts.facts(null).stream())
                .flatMap(part -> part)
                .map(CatalogueFact::of)
                .toList();
    }

    /** What is often repeated about an entry, held against the documents. */
    public List<CatalogueClaims.Check> checks(CatalogueEntry entry) {
        return entry.commonClaimChecks().stream()
                .map(check -> Checks.of(entry, check))
                .toList();
    }

    /** What stands in the register for entries of the catalogue, by their ids. */
    public Map<String, Entry<?>> added(Snapshot snapshot) {
        var byKey = new HashMap<String, Entry<?>>();
        Stream.concat(snapshot.products().stream(), snapshot.applications().stream())
                .forEach(entry -> byKey.putIfAbsent(entry.basis().catalogueKey(), entry));
        var added = new HashMap<String, Entry<?>>();
        for (var entry : list()) {
            var there = byKey.get(EntryDrafts.key(entry));
            if (there != null) {
                added.put(entry.id(), there);
            }
        }
        return added;
    }

    /**
     * Adds an entry to the register: its vendor where there is none of that name, the product or application, and each fact as
     * a claim. Either all of it is added or nothing.
     *
     * @throws AlreadyInRegister when it is there already, from the catalogue or under the same name
     * @throws EntryRefused when there is no such entry
     */
    @Transactional
    @Requires(Action.REGISTER)
    public Entry<?> add(String id) {
        var entry = find(id).orElseThrow(() ->
                new EntryRefused("id", "The catalogue has no entry %s. Nothing was added.".formatted(id)));
        var snapshot = register.now();
        there(entry, snapshot).ifPresent(there -> {
            throw new AlreadyInRegister(there);
        });
        var reason = "Added from the catalogue of %s".formatted(Formats.day(edition()));
        var drafts = new EntryDrafts(entry, edition());
        var itself = register.add(drafts.itself(vendor(entry, drafts, snapshot, reason)), reason);
        for (Draft fact : drafts.facts(itself.id())) {
            register.add(fact, reason);
        }
        return itself;
    }

    private @Nullable UUID vendor(CatalogueEntry entry, EntryDrafts drafts, Snapshot snapshot, String reason) {
        return vendorId(entry, snapshot)
                .or(() -> drafts.vendor().findFirst().map(draft -> register.add(draft, reason)
                        .id()))
                .orElse(null);
    }

    private static Optional<UUID> vendorId(CatalogueEntry entry, Snapshot snapshot) {
        return entry.isApplication()
                ? Optional.empty()
                : snapshot.vendors().stream()
                        .filter(vendor -> vendor.title().equalsIgnoreCase(entry.vendor()))
                        .map(Entry::id)
                        .findFirst();
    }

    /** What is there under the entry's key, or else under its name. */
    private Optional<Entry<?>> there(CatalogueEntry entry, Snapshot snapshot) {
        var added = added(snapshot).get(entry.id());
        if (added != null) {
            return Optional.of(added);
        }
        var vendor = vendorId(entry, snapshot);
        Stream<? extends Entry<?>> named = entry.isApplication()
                ? snapshot.applications().stream()
                : snapshot.products().stream()
                        .filter(product -> vendor.isPresent() && vendor.get().equals(product.owner()));
        return named.filter(known -> known.title().equalsIgnoreCase(entry.systemName()))
                .<Entry<?>>map(known -> known)
                .findFirst();
    }
}
