package io.outflow.vendors.internal.files;

import io.outflow.base.SpreadsheetText;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.internal.files.RawSheet.RawRow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of one row by column. A column that is not there leaves a field as it is. */
final class RowCells {

    private static final Set<Field.Type> MAY_LOOK_LIKE_FORMULAS = EnumSet.of(Field.Type.NUMBER, Field.Type.AMOUNT);

    private final Kind kind;
    private final Map<String, Integer> positions;
    private final RawRow row;

    RowCells(Kind kind, Map<String, Integer> positions, RawRow row) {
        this.kind = kind;
        this.positions = positions;
        this.row = row;
    }

    /** The text of a column, empty when it is not there. */
    String text(String column) {
        return CellText.unescaped(CellText.plain(cell(column).text().strip()));
    }

    /** Something to know the row by. */
    String title() {
        return kind.fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT || field.type() == Field.Type.CHOICE)
                .map(field -> text(field.name()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Nothing in a file is ever computed, so nothing that would be comes in. */
    void refuseFormulas() {
        for (var position : positions.entrySet()) {
            var cell = row.cell(position.getValue());
            var numeric = kind.fields().stream()
                    .anyMatch(field ->
                            field.name().equals(position.getKey()) && MAY_LOOK_LIKE_FORMULAS.contains(field.type()));
            if (cell.type() == RawCell.Type.FORMULA
                    || cell.type() == RawCell.Type.TEXT && !numeric && SpreadsheetText.runs(cell.text())) {
                throw new CellRefused(
                        ("Column %s (%s) begins like a formula, and formulas are not taken. Write its value, or put an"
                                        + " apostrophe in front to keep it as a text.")
                                .formatted(letter(position.getValue()), position.getKey()));
            }
        }
    }

    /** A content of this row; fields that have no column are as they were. */
    Content content(@Nullable Content before) {
        var fields = kind.fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (var i = 0; i < values.length; i++) {
            var field = fields.get(i);
            var was = before == null ? null : field.in(before);
            values[i] = positions.containsKey(field.name()) ? value(field, was) : was;
        }
        return make(values);
    }

    private @Nullable Object value(Field field, @Nullable Object was) {
        var cell = cell(field.name());
        if (cell.text().startsWith(CellText.KEPT)) {
            return was;
        }
        try {
            var value = FieldText.read(field, new RawCell(cell.type(), CellText.plain(cell.text())));
            // A spreadsheet writes 12.50 as 12.5, which is no change.
            return value instanceof BigDecimal amount
                            && was instanceof BigDecimal before
                            && amount.compareTo(before) == 0
                    ? before
                    : value;
        } catch (CellRefused e) {
            throw new CellRefused("%s: %s".formatted(field.label(), e.sentence()));
        }
    }

    private Content make(@Nullable Object[] values) {
        var types = Arrays.stream(kind.content().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        for (var i = 0; i < types.length; i++) {
            if (types[i] == long.class) {
                values[i] = values[i] instanceof Number number ? number.longValue() : 0L;
            }
        }
        try {
            return kind.content().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new CellRefused("These values do not go together.");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + kind.content(), e);
        }
    }

    /** The basis of an entry after this row: a statement that changes rests on what it says, and nobody has confirmed it. */
    Basis basis(Entry<?> entry) {
        var before = entry.basis();
        for (var column : Columns.OURS_ALONE) {
            if (positions.containsKey(column)
                    && !text(column).equals(CellText.unescaped(Columns.basis(column, entry)))) {
                throw new CellRefused(
                        "Who confirmed or rejected something cannot come from a file. Leave %s as exported."
                                .formatted(column));
            }
        }
        return before.resting(
                positions.containsKey(Columns.SOURCE) ? text(Columns.SOURCE) : before.source(),
                positions.containsKey(Columns.AS_OF) ? day(Columns.AS_OF) : before.asOf(),
                positions.containsKey(Columns.NEXT_CHECK) ? day(Columns.NEXT_CHECK) : before.nextCheck());
    }

    Basis newBasis() {
        return Basis.ours(text(Columns.SOURCE), day(Columns.AS_OF), day(Columns.NEXT_CHECK));
    }

    void refuseConfirmation() {
        for (var column : Columns.OURS_ALONE) {
            if (!text(column).isEmpty()) {
                throw new CellRefused("A new entry cannot bring a confirmation. Empty %s.".formatted(column));
            }
        }
    }

    /** Whether the row would hang an entry on something else. */
    boolean moves(Entry<?> entry) {
        var owner = entry.owner() == null ? "" : entry.owner().toString();
        return positions.containsKey(Columns.OWNER) && !text(Columns.OWNER).equalsIgnoreCase(owner);
    }

    private @Nullable LocalDate day(String column) {
        var text = text(column);
        return text.isEmpty() ? null : FieldText.day(text);
    }

    private RawCell cell(String column) {
        var position = positions.get(column);
        return position == null ? RawCell.EMPTY : row.cell(position);
    }

    private static String letter(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
