package io.outflow.vendors.internal.files;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.ImportPreview.Addition;
import io.outflow.vendors.ImportPreview.Alteration;
import io.outflow.vendors.ImportPreview.FieldDifference;
import io.outflow.vendors.ImportPreview.Place;
import io.outflow.vendors.ImportPreview.Refusal;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a file against the register: what each would add or change, and which cannot go in. */
public final class ImportPlan {

    /** They have doors of their own: a file is uploaded, a comment and a proposal are somebody's words. */
    private static final Set<Kind> NOT_BY_FILE = EnumSet.of(Kind.DOCUMENT, Kind.COMMENT, Kind.PROPOSAL);

    /** What of the basis a file may change, as people call it. */
    private static final List<Map.Entry<String, String>> BASIS = List.of(
            Map.entry(Columns.SOURCE, "Source"),
            Map.entry(Columns.AS_OF, "As of"),
            Map.entry(Columns.NEXT_CHECK, "Next check"));

    private final Snapshot register;
    private final Names names;
    private final Map<UUID, Place> seen = new HashMap<>();
    private final List<Addition> added = new ArrayList<>();
    private final List<Alteration> changed = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int unchanged;

    private ImportPlan(Snapshot register) {
        this.register = register;
        this.names = new Names(register);
    }

    public static ImportPreview of(String fileName, List<RawSheet> sheets, Snapshot register) {
        var plan = new ImportPlan(register);
        var known = new ArrayList<Map.Entry<Kind, RawSheet>>();
        for (var sheet : sheets) {
            Columns.kind(sheet.name())
                    .ifPresentOrElse(kind -> known.add(Map.entry(kind, sheet)), () -> plan.unknown(sheet));
        }
        // What others hang on comes first, whatever the order of the sheets.
        known.sort(Map.Entry.comparingByKey());
        known.forEach(pair -> plan.sheet(pair.getKey(), pair.getValue()));
        plan.refused.sort(
                Comparator.comparing((Refusal refusal) -> refusal.place().sheet())
                        .thenComparing(refusal -> refusal.place().line()));
        return new ImportPreview(fileName, plan.added, plan.changed, plan.unchanged, plan.refused);
    }

    private void unknown(RawSheet sheet) {
        if (!sheet.name().equalsIgnoreCase(AboutFile.NAME)) {
            refuse(
                    new Place(sheet.name(), 1),
                    "",
                    "No kind of entry is called \"%s\", so none of its rows went in.".formatted(sheet.name()));
        }
    }

    private void sheet(Kind kind, RawSheet sheet) {
        Map<String, Integer> positions;
        try {
            positions = Columns.positions(kind, sheet.header());
        } catch (CellRefused e) {
            refuse(new Place(sheet.name(), 1), "", e.sentence() + " None of the rows of this sheet went in.");
            return;
        }
        for (var row : sheet.rows()) {
            if (row.blank()) {
                continue;
            }
            var place = new Place(sheet.name(), row.line());
            var cells = new RowCells(kind, positions, row);
            try {
                row(place, kind, cells);
            } catch (CellRefused e) {
                refuse(place, cells.title(), e.sentence());
            }
        }
    }

    private void row(Place place, Kind kind, RowCells cells) {
        cells.refuseFormulas();
        var id = cells.text(Columns.ID);
        if (id.isEmpty()) {
            add(place, kind, cells);
            return;
        }
        var entry = register.find(FieldText.id(id))
                .filter(found -> found.kind() == kind)
                .orElseThrow(() -> new CellRefused(
                        "This entry is not in the register. It was removed, or never was there. To add it anew, empty "
                                + Columns.ID + "."));
        var before = seen.putIfAbsent(entry.id(), place);
        if (before != null) {
            throw new CellRefused("The same entry stands in line %d already.".formatted(before.line()));
        }
        alter(place, entry, cells);
    }

    private void alter(Place place, Entry<?> entry, RowCells cells) {
        var content = cells.content(entry.content());
        var basis = cells.basis(entry);
        var fields = differences(entry, content, basis);
        if (fields.isEmpty() && !cells.moves(entry)) {
            unchanged++;
            return;
        }
        if (NOT_BY_FILE.contains(entry.kind())) {
            throw new CellRefused("%s are not changed by a file. Open the page for that."
                    .formatted(entry.kind().plural()));
        }
        if (cells.moves(entry)) {
            throw new CellRefused("An entry stays where it hangs. Leave %s as exported.".formatted(Columns.OWNER));
        }
        if (!cells.text(Columns.VERSION).equals(Long.toString(entry.version()))) {
            throw new CellRefused(
                    "%s changed this after the export. In the register and in the file: %s. Export again and repeat your change."
                            .formatted(
                                    entry.changedBy(),
                                    fields.stream().map(ImportPlan::both).collect(Collectors.joining("; "))));
        }
        check(content);
        if (names.taken(renamed(entry, content), entry.kind(), entry.id())) {
            throw new CellRefused("%s is in the register already.".formatted(content.heading()));
        }
        // What was confirmed was the old statement, so the new one is to be confirmed again.
        changed.add(new Alteration(place, entry, content, basis, fields));
    }

    private String renamed(Entry<?> entry, Content content) {
        return register.owner(entry)
                .map(owner -> owner.title() + io.outflow.vendors.RegisterFiles.UNDER + content.heading())
                .orElse(content.heading());
    }

    private void add(Place place, Kind kind, RowCells cells) {
        if (NOT_BY_FILE.contains(kind)) {
            throw new CellRefused("%s are not added by a file. Open the page for that.".formatted(kind.plural()));
        }
        cells.refuseConfirmation();
        var content = cells.content(null);
        check(content);
        @Nullable UUID owner = null;
        var ownerName = "";
        if (!kind.standsAlone()) {
            var written = cells.text(Columns.OWNER_NAME);
            var known = owner(kind, cells.text(Columns.OWNER), written);
            owner = known.map(Entry::id).orElse(null);
            ownerName = known.map(entry -> Names.of(register, entry)).orElse(written);
        }
        var addition = new Addition(place, owner, ownerName, content, cells.newBasis());
        if (names.taken(addition.name(), kind, null)) {
            throw new CellRefused(
                    "%s is in the register or in this file already. To change it, give its id and version as exported."
                            .formatted(content.heading()));
        }
        names.coming(addition.name(), kind);
        added.add(addition);
    }

    private Optional<Entry<?>> owner(Kind kind, String id, String name) {
        if (id.isEmpty() && name.isEmpty()) {
            throw new CellRefused("Say on what this hangs: its id in %s, or its name in %s."
                    .formatted(Columns.OWNER, Columns.OWNER_NAME));
        }
        if (id.isEmpty()) {
            return names.owner(name, kind).flatMap(register::find);
        }
        var owner = register.find(FieldText.id(id))
                .orElseThrow(() -> new CellRefused("What this hangs on is not in the register."));
        if (!kind.hangsOn(owner.kind())) {
            throw new CellRefused("%s cannot hang on %s.".formatted(kind.plural(), owner.title()));
        }
        return Optional.of(owner);
    }

    private static void check(Content content) {
        var problems = content.problems();
        if (!problems.isEmpty()) {
            throw new CellRefused(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        }
    }

    private static List<FieldDifference> differences(Entry<?> entry, Content content, Basis basis) {
        var differences = new ArrayList<FieldDifference>();
        for (var field : entry.kind().fields()) {
            var before = FieldText.write(field, field.in(entry.content()));
            var after = FieldText.write(field, field.in(content));
            if (!before.equals(after)) {
                differences.add(new FieldDifference(field.label(), before, after));
            }
        }
        var other = new Entry<>(entry.id(), entry.owner(), content, basis, 0, entry.changedAt(), "");
        for (var column : BASIS) {
            var before = Columns.basis(column.getKey(), entry);
            var after = Columns.basis(column.getKey(), other);
            if (!before.equals(after)) {
                differences.add(new FieldDifference(column.getValue(), before, after));
            }
        }
        return differences;
    }

    private static String both(FieldDifference field) {
        return "%s \"%s\" and \"%s\"".formatted(field.label(), field.before(), field.after());
    }

    private void refuse(Place place, String title, String sentence) {
        refused.add(new Refusal(place, title, sentence));
    }
}
