package io.outflow.vendors;

import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.testing.Database;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.RegisterFiles.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints how long 1,000 new products from a file take, and the export of them imported again: run its main method, with
 * {@code POSTGRESQL} for that database. It asserts nothing.
 */
final class RegisterImportBench {

    private static final int PRODUCTS = 1_000;

    private RegisterImportBench() {}

    public static void main(String[] arguments) throws IOException {
        var database = arguments.length == 0 ? Database.H2 : Database.valueOf(arguments[0]);
        As.role(Role.LEGAL);
        var files = WholeApplication.on(database).getBean(RegisterFiles.class);
        var folder = Files.createTempDirectory("register-import");
        var products = files.read("new.zip", products(folder.resolve("new.zip")));
        var result = timed(
                database + ": %d rows saved".formatted(products.rows()),
                () -> files.save(products, "Bench", _ -> true));
        print("%d added, %d refused".formatted(result.added(), result.refused().size()));
        var export = folder.resolve("export.xlsx");
        timed("exported", () -> {
            try (var out = Files.newOutputStream(export)) {
                files.write(Format.XLSX, Optional.empty(), out);
            }
            return null;
        });
        var again = timed("the export read again", () -> files.read("export.xlsx", export));
        print("%d unchanged, %d changed, %d added, %d refused"
                .formatted(
                        again.unchanged(),
                        again.changed().size(),
                        again.added().size(),
                        again.refused().size()));
        System.exit(0);
    }

    private static Path products(Path file) throws IOException {
        var mark = UUID.randomUUID();
        var vendors = new StringBuilder("name\n");
        var products = new StringBuilder("entry.ownerName,name,plan,status\n");
        for (var i = 0; i < PRODUCTS; i++) {
            if (i % 10 == 0) {
                vendors.append("Vendor %d %s\n".formatted(i / 10, mark));
            }
            products.append("Vendor %d %s,Product %d,Enterprise,Approved\n".formatted(i / 10, mark, i));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("vendors.csv"));
            zip.write(vendors.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("products.csv"));
            zip.write(products.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return file;
    }

    private interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private static <T extends @Nullable Object> T timed(String what, Work<T> work) throws IOException {
        var start = System.nanoTime();
        var result = work.run();
        print(String.format(Locale.ENGLISH, "%s in %.2f s", what, (System.nanoTime() - start) / 1e9));
        return result;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
