package io.outflow.vendors.internal.files;

import io.outflow.vendors.FileRefused;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads tables out of a file, whatever its name says: what it is shows in its bytes. */
public final class Reading {

    private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private Reading() {}

    /**
     * @throws FileRefused when the file cannot be taken as a whole
     */
    public static ImportPreview preview(String fileName, Path file, Snapshot register) throws IOException {
        return ImportPlan.of(fileName, sheets(fileName, file), register);
    }

    private static List<RawSheet> sheets(String fileName, Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new FileRefused("This file is empty. Nothing was read of it.");
        }
        if (Archive.is(file)) {
            return isWorkbook(file) ? XlsxFile.read(file) : CsvFiles.readArchive(file);
        }
        if (isOldExcel(file)) {
            throw new FileRefused(
                    "This is a workbook of the old kind, or one with a password. Nothing was read of it. Save it as XLSX.");
        }
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new FileRefused(
                    "This is neither a workbook (XLSX) nor a CSV file. Nothing was read of it. Export the register to see"
                            + " what can be imported.");
        }
        return CsvFiles.readOne(fileName, file);
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (ZipException e) {
            throw new FileRefused(
                    "This file is damaged: it cannot be unpacked. Nothing was read of it. Save it again.");
        }
    }

    private static boolean isOldExcel(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(OLD_EXCEL.length), OLD_EXCEL);
        }
    }
}
