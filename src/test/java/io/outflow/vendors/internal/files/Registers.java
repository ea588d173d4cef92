package io.outflow.vendors.internal.files;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.Field;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.Kind;
import io.outflow.vendors.RegisterFiles.Format;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Review.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Registers with everything in them that texts, lists, dates and amounts can be, and their way through files. */
final class Registers {

    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Z");
    private static final List<String> PIECES = List.of(
            "a",
            "Ü",
            "=",
            "+",
            "-",
            "@",
            "'",
            "''",
            "\"",
            ",",
            ";",
            "\t",
            "\r",
            "\n",
            " ",
            "\\",
            "\\u000a",
            "\\kept: ",
            "\\u",
            "|",
            "<b>",
            "&amp;",
            "_x000D_",
            "\u0000",
            "\u0007",
            "\u0085",
            "\ud800",
            "\udc00",
            "😀",
            "＝",
            "1",
            "TRUE",
            "2026-01-01",
            "\uFEFF",
            "\uFFFF",
            "\u2028",
            "Q:",
            "A:");

    private final Random random;

    Registers(long seed) {
        random = new Random(seed);
    }

    static Entry<?> entry(UUID id, @Nullable UUID owner, Content content, Basis basis, long version) {
        return new Entry<>(id, owner, content, basis, version, Instant.EPOCH, "Sample Legal");
    }

    /** One vendor with products, and on them entries of every kind. */
    Snapshot register() {
        var entries = new ArrayList<Entry<?>>();
        var vendor = any(Kind.VENDOR, null);
        entries.add(vendor);
        entries.add(any(Kind.APPLICATION, null));
        for (var p = 0; p < 2; p++) {
            var product = any(Kind.PRODUCT, vendor.id());
            entries.add(product);
            for (var kind : Kind.ofAProduct()) {
                var count = kind.single() ? 1 : random.nextInt(3);
                for (var i = 0; i < count; i++) {
                    entries.add(any(kind, product.id()));
                }
            }
        }
        return new Snapshot(entries);
    }

    Entry<?> any(Kind kind, @Nullable UUID owner) {
        return entry(id(), owner, content(kind), basis(), 1 + random.nextInt(9));
    }

    /** A random content that the rules allow. */
    Content content(Kind kind) {
        for (var tries = 0; tries < 10_000; tries++) {
            var content = make(kind, kind.fields().stream().map(this::value).toArray());
            if (content.problems().isEmpty()) {
                return content;
            }
        }
        throw new IllegalStateException("No content of " + kind + " was found that the rules allow");
    }

    static Content make(Kind kind, @Nullable Object[] values) {
        try {
            var types = Arrays.stream(kind.content().getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return kind.content().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable
    Object value(Field field) {
        if (field.name().equals("sha256")) {
            return "0123456789abcdef".repeat(4);
        }
        if (field.name().equals("hqCountry")) {
            return "DE";
        }
        if (field.name().equals("currency")) {
            return "EUR";
        }
        if (field.component().getType() == long.class) {
            return random.nextLong(0, Integer.MAX_VALUE);
        }
        return switch (field.type()) {
            case TEXT, LINES -> text();
            case TEXTS -> some(this::text);
            case NUMBER -> maybe(() -> random.nextInt(1, 60));
            case NUMBERS -> some(() -> random.nextInt(0, 400));
            case AMOUNT -> maybe(() -> new BigDecimal(random.nextInt(0, 1_000_000)).movePointLeft(random.nextInt(5)));
            case DATE -> maybe(this::day);
            case MOMENT -> maybe(this::moment);
            case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
            case ENTRY -> maybe(this::id);
            case ENTRIES -> some(this::id);
            case ANSWERS -> some(() -> new Answer(text(), text()));
        };
    }

    String text() {
        var text = new StringBuilder();
        for (var i = random.nextInt(7); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private Basis basis() {
        var basis = Basis.ours(text(), maybe(this::day), maybe(this::day));
        return switch (random.nextInt(4)) {
            case 0 -> basis;
            case 1 -> basis.confirmed("=Sample Legal", Instant.ofEpochSecond(1_700_000_000, 123_000), day());
            case 2 -> basis.refused("Sample Legal", Instant.ofEpochSecond(1_700_000_000));
            default -> Basis.catalogue(text(), maybe(this::day), "@claude/" + text());
        };
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
    }

    private ZonedDateTime moment() {
        return Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000), random.nextInt(2) * 123_456_789L)
                .atZone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> some(Supplier<T> value) {
        var list = new ArrayList<T>();
        for (var i = random.nextInt(4); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }

    static byte[] export(Format format, Snapshot register) {
        try (var out = new ByteArrayOutputStream()) {
            new Writing(register, "now", "now", new EntryJson()).write(format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportPreview read(String name, byte[] bytes, Snapshot register) {
        try {
            var file = Files.createTempFile("register", ".test");
            try {
                Files.write(file, bytes);
                return Reading.preview(name, file, register);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table file of one kind: CSV, each cell as it is. */
    static ImportPreview readCsv(Kind kind, Snapshot register, List<String> header, List<List<String>> rows) {
        var text = new java.io.StringWriter();
        var csv = de.siegmar.fastcsv.writer.CsvWriter.builder().build(text);
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(kind.path() + ".csv", text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), register);
    }
}
