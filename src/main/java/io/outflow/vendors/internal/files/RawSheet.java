package io.outflow.vendors.internal.files;

import java.util.List;

/**
 * A table as a file holds it.
 *
 * @param header the texts of its first line
 */
record RawSheet(String name, List<String> header, List<RawRow> rows) {

    /**
     * @param line counted from 1, the header included, as spreadsheets count
     */
    record RawRow(int line, List<RawCell> cells) {

        RawCell cell(int column) {
            return column < cells.size() ? cells.get(column) : RawCell.EMPTY;
        }

        boolean blank() {
            return cells.stream().allMatch(RawCell::blank);
        }
    }
}
