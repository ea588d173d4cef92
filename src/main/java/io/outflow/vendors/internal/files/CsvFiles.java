package io.outflow.vendors.internal.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.vendors.FileRefused;
import io.outflow.vendors.internal.files.RawCell.Type;
import io.outflow.vendors.internal.files.RawSheet.RawRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Tables as comma-separated values by RFC 4180 in UTF-8, one file a kind, in one archive. One such file alone can be read as well. */
final class CsvFiles implements TableFile {

    private static final String ENDING = ".csv";
    private static final Pattern NAME = Pattern.compile("^[\\p{L}-]+( [\\p{L}-]+)*");

    private final ZipOutputStream zip;

    CsvFiles(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void about(List<String> lines) {
        try {
            zip.putNextEntry(new ZipEntry(AboutFile.NAME.toLowerCase(Locale.ROOT) + ".txt"));
            zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void table(String name, String path, List<String> header, List<List<String>> rows) throws IOException {
        zip.putNextEntry(new ZipEntry(path + ENDING));
        var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
        csv.flush();
        out.flush();
        zip.closeEntry();
    }

    @Override
    public void end() throws IOException {
        zip.finish();
    }

    /**
     * The tables of an archive.
     *
     * @throws FileRefused when it holds none
     */
    static List<RawSheet> readArchive(Path file) throws IOException {
        Archive.check(file);
        var sheets = new ArrayList<RawSheet>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
                    try (var in = zip.getInputStream(entry)) {
                        sheets.add(read(entry.getName(), in));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new FileRefused("This archive holds no CSV file. Nothing was read of it.");
        }
        return sheets;
    }

    static List<RawSheet> readOne(String fileName, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return List.of(read(fileName, in));
        }
    }

    private static RawSheet read(String fileName, InputStream in) throws IOException {
        var text = text(fileName, in.readAllBytes());
        var header = new ArrayList<String>();
        var rows = new ArrayList<RawRow>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            csv.forEach(line -> line(line, header, rows));
        } catch (CsvParseException e) {
            throw new FileRefused(
                    "%s cannot be read as comma-separated values. Nothing was read of the file.".formatted(fileName));
        }
        return new RawSheet(sheet(fileName), header, rows);
    }

    /** What a line is called by people is its row in a spreadsheet, which is one more than the records before it. */
    private static void line(CsvRecord line, List<String> header, List<RawRow> rows) {
        if (header.isEmpty()) {
            header.addAll(line.getFields());
            return;
        }
        rows.add(new RawRow(
                rows.size() + 2,
                line.getFields().stream()
                        .map(text -> new RawCell(Type.TEXT, text))
                        .toList()));
    }

    private static String text(String fileName, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FileRefused(
                    "%s is not in UTF-8, so its letters would come in wrongly. Nothing was read of it. Save it as CSV UTF-8."
                            .formatted(fileName));
        }
    }

    /** Spreadsheets write what their country uses. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        for (var candidate : new char[] {';', '\t'}) {
            if (header.indexOf(candidate) >= 0 && header.indexOf(',') < 0) {
                return candidate;
            }
        }
        return ',';
    }

    /** {@code folder/agreements (2).csv} holds agreements. */
    private static String sheet(String fileName) {
        var name = fileName.substring(fileName.lastIndexOf('/') + 1);
        var found = NAME.matcher(name);
        return found.find() ? found.group() : name;
    }
}
