package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.CatalogueClaims.Check;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.SubProcessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of one kind, with a button that adds one. Where nothing is recorded it says what is therefore unknown. */
final class FactSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    /** @param checks what is often said about the product; what concerns facts of this kind is shown beside the first of them */
    FactSection(UUID owner, Kind kind, PageState state, Editing editing, List<Check> checks) {
        var entries = state.register().of(owner).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
        var left = new ArrayList<>(
                checks.stream().filter(check -> check.kind() == kind).toList());
        var section = getContent();
        section.addClassNames("sec", "facts");
        section.setId(kind.path());
        section.setAriaLabel(kind.plural());
        var add = new ArrayList<Component>();
        if (state.mayChange() && (!kind.single() || entries.isEmpty())) {
            add.add(FactLine.action(
                    "Add", kind.label().toLowerCase(Locale.ROOT), e -> editing.add(owner, kind.make(field -> null))));
        }
        section.add(new SectionHead(kind.plural(), "", add.toArray(Component[]::new)));
        if (entries.isEmpty()) {
            var none = new Paragraph(none(kind));
            none.addClassNames("s", "q", "none");
            section.add(none);
        }
        if (kind == Kind.SUBPROCESSOR) {
            chain(entries, null, 0, new HashSet<>(), state, editing, left);
        } else {
            entries.stream().sorted(order(kind)).forEach(entry -> section.add(line(entry, state, editing, left)));
        }
        left.forEach(check -> section.add(new OftenSaid(check)));
    }

    /** Each sub-processor below the one it works for; one whose own is no more stands at the outer end. */
    private void chain(
            List<Entry<?>> all,
            @Nullable UUID under,
            int depth,
            Set<UUID> shown,
            PageState state,
            Editing editing,
            List<Check> checks) {
        for (var entry : all) {
            var above = above(entry, all);
            if ((under == null ? above == null : under.equals(above)) && shown.add(entry.id())) {
                getContent().add(line(entry, state, editing, checks).indented(depth));
                chain(all, entry.id(), depth + 1, shown, state, editing, checks);
            }
        }
    }

    private static @Nullable UUID above(Entry<?> entry, List<Entry<?>> all) {
        var above = entry.content() instanceof SubProcessor processor ? processor.under() : null;
        return all.stream().map(Entry::id).anyMatch(id -> id.equals(above)) ? above : null;
    }

    /** Takes what it shows out of the checks that are left. */
    private static FactLine line(Entry<?> entry, PageState state, Editing editing, List<Check> left) {
        var found =
                left.stream().filter(check -> check.concerns(entry.content())).toList();
        left.removeAll(found);
        return new FactLine(entry, state, editing, found);
    }

    /** What counts for nothing stands last. */
    private static Comparator<Entry<?>> order(Kind kind) {
        var rejectedLast =
                Comparator.<Entry<?>, Boolean>comparing(entry -> entry.basis().rejected());
        return kind == Kind.RETENTION || kind == Kind.CONTROL || kind == Kind.AGREEMENT
                ? rejectedLast.thenComparing(FactSection::place)
                : rejectedLast;
    }

    /** In the order of the list from which the first field is chosen, such as the kinds of data. */
    private static int place(Entry<?> entry) {
        var first = entry.kind().fields().getFirst();
        return first.choices().indexOf(first.in(entry.content()));
    }

    private static String none(Kind kind) {
        return switch (kind) {
            case AGREEMENT -> "No agreement is recorded. Whether there is one is unknown.";
            case RETENTION -> "No window is recorded. How long data is kept is unknown.";
            case TRAINING -> "Nothing is recorded. Whether the vendor trains on our content is unknown.";
            case RESIDENCY -> "Nothing is recorded. Where data is stored and processed is unknown.";
            case CONTROL -> "No control is recorded. What protects the data is unknown.";
            case CERTIFICATION -> "No certificate is recorded. Whether there is one is unknown.";
            case SUBPROCESSOR -> "No sub-processor is recorded. Who else processes is unknown.";
            case OBLIGATION -> "No regime is recorded. Which ones apply is unknown.";
            case INCIDENT -> "No incident is recorded.";
            case APPROVAL -> "Nothing is decided, so no class of data is approved.";
            case USAGE_LINK -> "No link is recorded. Calls are told apart by what the product is.";
            case COMMERCIALS -> "Nothing is recorded. What it costs is unknown.";
            default -> "Nothing is recorded.";
        };
    }
}
