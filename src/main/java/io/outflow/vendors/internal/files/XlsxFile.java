package io.outflow.vendors.internal.files;

import io.outflow.vendors.FileRefused;
import io.outflow.vendors.internal.files.RawCell.Type;
import io.outflow.vendors.internal.files.RawSheet.RawRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Tables in a workbook (Office Open XML), a sheet each. All cells are texts, so that no programme guesses at them. */
final class XlsxFile implements TableFile {

    /** Of a number format: what is quoted, in brackets or escaped is not part of a date. */
    private static final Pattern NOT_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final Pattern OF_A_DATE = Pattern.compile("[ymd]");

    private final Workbook book;

    XlsxFile(OutputStream out) {
        book = new Workbook(out, "Outflow", null);
    }

    @Override
    public void about(List<String> lines) {
        var sheet = book.newWorksheet(AboutFile.NAME);
        for (var i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
        }
    }

    @Override
    public void table(String name, String path, List<String> header, List<List<String>> rows) throws IOException {
        var sheet = book.newWorksheet(name);
        line(sheet, 0, header);
        sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (var i = 0; i < rows.size(); i++) {
            line(sheet, i + 1, rows.get(i));
        }
        sheet.finish();
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }

    private static void line(Worksheet sheet, int line, List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!cell.isEmpty()) {
                sheet.value(line, i, cell.length() <= CellText.LONGEST ? cell : tooLong(cell));
            }
        }
    }

    private static String tooLong(String cell) {
        return CellText.KEPT
                + String.format(
                        Locale.ENGLISH,
                        "%,d characters are too long for a cell. Importing this file keeps what is there.",
                        cell.length());
    }

    /**
     * The sheets of a workbook.
     *
     * @throws FileRefused when it is none
     */
    static List<RawSheet> read(Path file) throws IOException {
        Archive.check(file);
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var sheets = new ArrayList<RawSheet>();
            for (var sheet : book.getSheets().toList()) {
                sheets.add(sheet(sheet));
            }
            return sheets;
        } catch (ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | java.util.NoSuchElementException e) {
            throw new FileRefused(
                    "This file is not a workbook that can be read (XLSX). Nothing was read of it. Save it as XLSX again.");
        }
    }

    private static RawSheet sheet(Sheet sheet) throws IOException {
        var header = new ArrayList<String>();
        var rows = new ArrayList<RawRow>();
        try (var lines = sheet.openStream()) {
            lines.forEach(row -> {
                var cells = cells(row);
                if (row.getRowNum() == 1) {
                    cells.forEach(cell -> header.add(cell.text()));
                } else {
                    rows.add(new RawRow(row.getRowNum(), cells));
                }
            });
        }
        return new RawSheet(sheet.getName(), header, rows);
    }

    private static List<RawCell> cells(Row row) {
        var cells = new ArrayList<RawCell>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxFile::cell).orElse(RawCell.EMPTY));
        }
        return cells;
    }

    private static RawCell cell(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new RawCell(Type.FORMULA, "");
        }
        return switch (cell.getType()) {
            case NUMBER ->
                isDate(cell)
                        ? new RawCell(Type.DAY, day(cell))
                        : new RawCell(
                                Type.NUMBER,
                                cell.asNumber().stripTrailingZeros().toPlainString());
            case EMPTY -> RawCell.EMPTY;
            default -> new RawCell(Type.TEXT, cell.getText() == null ? "" : cell.getText());
        };
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null
                && OF_A_DATE
                        .matcher(NOT_OF_A_DATE
                                .matcher(format.toLowerCase(Locale.ROOT))
                                .replaceAll(""))
                        .find();
    }

    private static String day(Cell cell) {
        return cell.asDate().toLocalDate().toString();
    }
}
