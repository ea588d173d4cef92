package io.outflow.catalogue;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.catalogue.internal.CatalogueFields;
import io.outflow.catalogue.internal.EntryDrafts;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what the register took from the catalogue with what the catalogue says now. It changes nothing by itself: whoever
 * keeps the register takes over one field at a time, and what was taken over is a claim again.
 */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class CatalogueUpdates {

    private final Edition edition;
    private final Catalogue catalogue;
    private final Register register;
    private final EntryJson json;

    CatalogueUpdates(Edition edition, Catalogue catalogue, Register register, EntryJson json) {
        this.edition = edition;
        this.catalogue = catalogue;
        this.register = register;
        this.json = json;
    }

    /** What differs for an entry of the catalogue, in its order; empty when the register does not hold it. */
    public List<Difference> differences(CatalogueEntry entry, Snapshot snapshot) {
        var itself = catalogue.added(snapshot).get(entry.id());
        if (itself == null) {
            return List.of();
        }
        var held = held(entry, snapshot, itself);
        var result = new ArrayList<Difference>();
        drafts(entry, itself).forEach((key, draft) -> {
            var ours = held.remove(key);
            if (ours != null) {
                result.addAll(fields(key, ours, draft.content()));
            } else if (draft.owner() != null && !isItself(entry, key)) {
                result.add(new Difference(
                        key,
                        Optional.empty(),
                        Kind.of(draft.content()),
                        draft.content().heading(),
                        "",
                        "",
                        "",
                        words(draft.content())));
            }
        });
        held.forEach((key, ours) -> result.add(
                new Difference(key, Optional.of(ours), ours.kind(), ours.title(), "", "", words(ours.content()), "")));
        return List.copyOf(result);
    }

    /**
     * Takes over what the catalogue says. A whole fact that the register does not hold is added; a field of a fact is set, and
     * the fact is a claim of the catalogue again.
     *
     * @throws io.outflow.vendors.EntryChangedMeanwhile when somebody changed the fact since it was read
     * @throws EntryRefused when there is nothing to take over, or the rules do not allow it
     */
    @Transactional
    @Requires(Action.REGISTER)
    public Entry<?> takeOver(String entryId, Difference difference, String reason) {
        var entry = edition.find(entryId).orElseThrow(CatalogueUpdates::gone);
        var itself = catalogue.added(register.now()).get(entryId);
        var draft = itself == null ? null : drafts(entry, itself).get(difference.key());
        if (draft == null || difference.withdrawn()) {
            throw gone();
        }
        if (difference.held().isEmpty()) {
            return register.add(draft, reason);
        }
        var held = difference.held().get();
        return register.change(
                held.id(),
                held.version(),
                with(held.content(), difference.field(), draft.content()),
                draft.basis(),
                reason,
                null);
    }

    /** The reason that stands ready when something is taken over. */
    public String usualReason() {
        return "Taken over from the catalogue of %s".formatted(Formats.day(edition.edition()));
    }

    private static EntryRefused gone() {
        return new EntryRefused("", "The catalogue has nothing to take over here. Nothing was changed.");
    }

    private static boolean isItself(CatalogueEntry entry, String key) {
        return key.equals(EntryDrafts.key(entry));
    }

    private Map<String, Draft> drafts(CatalogueEntry entry, Entry<?> itself) {
        var drafts = new EntryDrafts(entry, edition.edition());
        var byKey = new LinkedHashMap<String, Draft>();
        Stream.of(drafts.vendor(), Stream.of(drafts.itself(itself.owner())), drafts.facts(itself.id()).stream())
                .flatMap(part -> part)
                .forEach(draft -> byKey.put(draft.basis().catalogueKey(), draft));
        return byKey;
    }

    /** What the register took from the entry: the product, what hangs on it, and its vendor when it came with it. */
    private static Map<String, Entry<?>> held(CatalogueEntry entry, Snapshot snapshot, Entry<?> itself) {
        var held = new LinkedHashMap<String, Entry<?>>();
        Stream.of(snapshot.owner(itself).stream(), Stream.of(itself), snapshot.of(itself.id()).stream())
                .<Entry<?>>flatMap(part -> part.map(one -> one))
                .filter(one -> one.basis().catalogueKey().startsWith(entry.id() + "/"))
                .forEach(one -> held.putIfAbsent(one.basis().catalogueKey(), one));
        return held;
    }

    private static List<Difference> fields(String key, Entry<?> ours, Content theirs) {
        return CatalogueFields.of(ours.kind()).stream()
                .filter(field -> Kind.of(theirs) == ours.kind())
                .filter(field -> !Objects.equals(field.in(ours.content()), field.in(theirs)))
                .map(field -> new Difference(
                        key,
                        Optional.of(ours),
                        ours.kind(),
                        ours.title(),
                        field.name(),
                        field.label(),
                        FactLine.text(field, ours.content()),
                        FactLine.text(field, theirs)))
                .toList();
    }

    private Content with(Content ours, String field, Content theirs) {
        var tree = (ObjectNode) json.tree(ours);
        var value = json.tree(theirs).get(field);
        if (value == null) {
            tree.remove(field);
        } else {
            tree.set(field, value);
        }
        return json.content(Kind.of(ours), tree);
    }

    private static String words(Content content) {
        return FactLine.of(content).stream()
                .map(line -> line.label() + ": " + line.text())
                .collect(Collectors.joining("\n"));
    }
}
