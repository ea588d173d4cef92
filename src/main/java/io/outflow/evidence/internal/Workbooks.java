package io.outflow.evidence.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * All tables of a package as one workbook, a sheet each, for reading; the JSONL files are the exact ones. It is written row by
 * row and packed anew at the end, because the library puts the time of writing into it.
 */
final class Workbooks implements AutoCloseable {

    static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_CELL = 32_000;
    private static final int FLUSH = 500;

    private final Path raw;
    private final OutputStream out;
    private final Workbook book;
    private @Nullable Worksheet sheet;
    private int line;
    private boolean any;

    Workbooks(Path raw) throws IOException {
        this.raw = raw;
        this.out = new BufferedOutputStream(Files.newOutputStream(raw));
        this.book = new Workbook(out, "Outflow", null);
    }

    void sheet(String name, List<String> columns) throws IOException {
        sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        line = 0;
        any = true;
        row(columns);
    }

    /** A row; those beyond what a sheet takes are left out, which the last line says. */
    void row(List<String> cells) throws IOException {
        var current = sheet;
        if (current == null || line > MOST_ROWS + 1) {
            return;
        }
        if (line == MOST_ROWS + 1) {
            current.inlineString(line++, 0, "More rows than a sheet takes. The JSONL file has them all.");
            return;
        }
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!cell.isEmpty()) {
                current.inlineString(
                        line,
                        i,
                        cell.length() <= LONGEST_CELL
                                ? cell
                                : cell.substring(0, LONGEST_CELL) + " … cut, see the JSONL file");
            }
        }
        line++;
        if (line % FLUSH == 0) {
            current.flush();
        }
    }

    void end() throws IOException {
        if (sheet != null) {
            sheet.finish();
            sheet = null;
        }
    }

    /** Puts the workbook into a package. */
    void into(BagWriter bag, String name) throws IOException {
        if (!any) {
            return;
        }
        book.finish();
        out.close();
        try (var read = new ZipFile(raw.toFile());
                var file = bag.create(name)) {
            var zip = Zip.open(file);
            for (var entry : read.stream()
                    .sorted(java.util.Comparator.comparing(java.util.zip.ZipEntry::getName))
                    .toList()) {
                zip.putNextEntry(Zip.entry(entry.getName()));
                try (var bytes = read.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        var text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                        zip.write(text.replaceAll(
                                        "(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + "1980-02-01T00:00:00Z")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        bytes.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
            zip.finish();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(raw);
    }
}
