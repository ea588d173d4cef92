package io.outflow.vendors.internal.files;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a table of entries: which entry, on what it hangs, its fields, its basis. */
final class Columns {

    static final String ID = "entry.id";
    static final String VERSION = "entry.version";
    static final String OWNER = "entry.owner";
    static final String OWNER_NAME = "entry.ownerName";
    static final String SOURCE = "basis.source";
    static final String AS_OF = "basis.asOf";
    static final String NEXT_CHECK = "basis.nextCheck";
    static final String ORIGIN = "basis.origin";
    static final String CONFIRMED_BY = "basis.confirmedBy";
    static final String CONFIRMED_AT = "basis.confirmedAt";
    static final String REJECTED = "basis.rejected";
    static final String CATALOGUE_KEY = "basis.catalogueKey";

    /** What only Outflow writes: who confirmed what cannot come from a file. */
    static final List<String> OURS_ALONE = List.of(ORIGIN, CONFIRMED_BY, CONFIRMED_AT, REJECTED, CATALOGUE_KEY);

    private static final List<String> LEADING = List.of(ID, VERSION, OWNER, OWNER_NAME);
    private static final List<String> BASIS =
            List.of(SOURCE, AS_OF, NEXT_CHECK, ORIGIN, CONFIRMED_BY, CONFIRMED_AT, REJECTED, CATALOGUE_KEY);

    private Columns() {}

    static List<String> of(Kind kind) {
        var names = new ArrayList<>(LEADING);
        kind.fields().forEach(field -> names.add(field.name()));
        names.addAll(BASIS);
        return names;
    }

    /** The cells of an entry, in the order of the columns. */
    static List<String> cells(Snapshot register, Entry<?> entry) {
        var cells = new ArrayList<String>();
        cells.add(entry.id().toString());
        cells.add(Long.toString(entry.version()));
        cells.add(entry.owner() == null ? "" : entry.owner().toString());
        cells.add(register.owner(entry)
                .map(owner -> CellText.escaped(Names.of(register, owner)))
                .orElse(""));
        for (var field : entry.kind().fields()) {
            cells.add(FieldText.write(field, field.in(entry.content())));
        }
        BASIS.forEach(column -> cells.add(basis(column, entry)));
        return cells.stream().map(CellText::harmless).toList();
    }

    /** What an entry says in a column of its basis. */
    static String basis(String column, Entry<?> entry) {
        var basis = entry.basis();
        return switch (column) {
            case SOURCE -> CellText.escaped(basis.source());
            case AS_OF -> text(basis.asOf());
            case NEXT_CHECK -> text(basis.nextCheck());
            case ORIGIN -> basis.origin().name();
            case CONFIRMED_BY -> CellText.escaped(basis.confirmedBy());
            case CONFIRMED_AT -> text(basis.confirmedAt());
            case REJECTED -> basis.rejected() ? "yes" : "";
            case CATALOGUE_KEY -> CellText.escaped(basis.catalogueKey());
            default -> throw new IllegalArgumentException(column);
        };
    }

    /** The kind that a sheet or file is named after. */
    static Optional<Kind> kind(String sheet) {
        var name = sheet.strip();
        return java.util.Arrays.stream(Kind.values())
                .filter(kind ->
                        kind.plural().equalsIgnoreCase(name) || kind.path().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Where each column stands. Fields may be named by their names or by their labels.
     *
     * @throws CellRefused when a column is not known or there twice
     */
    static Map<String, Integer> positions(Kind kind, List<String> header) {
        var known = new HashMap<String, String>();
        of(kind).forEach(column -> known.put(column.toLowerCase(Locale.ROOT), column));
        for (Field field : kind.fields()) {
            known.putIfAbsent(field.label().toLowerCase(Locale.ROOT), field.name());
        }
        var positions = new HashMap<String, Integer>();
        for (var i = 0; i < header.size(); i++) {
            var name = header.get(i).strip();
            if (name.isEmpty()) {
                continue;
            }
            var column = known.get(name.toLowerCase(Locale.ROOT));
            if (column == null) {
                throw new CellRefused("The column \"%s\" is not known here.".formatted(name));
            }
            if (positions.put(column, i) != null) {
                throw new CellRefused("The column \"%s\" is there twice.".formatted(name));
            }
        }
        return positions;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
