package io.outflow.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Cuts generated files into records and compares with a slow twin; damages them and holds it to its word. */
class FramingProperties {
    /** Small, so that records lie over the edges of the buffer. */
    private static final Limits SMALL = new Limits(1 << 30, 1 << 20, 400, 100, 10);

    private static final JsonMapper JACKSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    enum Form {
        CONTAINER,
        EVENTS,
        BARE_LIST,
        LINES,
        NOTHING_BETWEEN
    }

    private Path file = Path.of("unset");

    @BeforeTry
    void makeFile() throws IOException {
        file = Files.createTempFile("outflow-framing", ".bin");
    }

    @AfterTry
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 500)
    void cutsEveryFormIntoTheSameSlices(@ForAll Form form, @ForAll Random random, @ForAll @IntRange(max = 40) int count)
            throws IOException, Ended {
        var json = new JsonMaker(random);
        var records = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            records.add(json.object(300));
        }
        String text = in(form, records, json);

        List<String> slices = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        Files.write(file, bytes);
        var caught = new Caught();
        try (var raw = new RawFile(LogBytes.of(file))) {
            // Bytes come in pieces of any size.
            ByteSource whole = raw.slice(0, raw.size());
            ByteSource pieces = (b, off, len) -> whole.read(b, off, Math.min(len, 1 + random.nextInt(100)));
            var window = new Window(pieces, new Budget(SMALL, raw, caught), SMALL.recordBytes() + 1);
            var tally = new Tally(caught);
            var framer = new Framer(
                    window,
                    0,
                    SMALL,
                    tally,
                    (b, off, len, place) -> {
                        String slice = new String(b, off, len, UTF_8);
                        slices.add(slice);
                        assertThat(place.length()).isEqualTo(len);
                        assertThat(new String(bytes, (int) place.byteOffset(), len, UTF_8))
                                .isEqualTo(slice);
                    },
                    new OtherServices(tally),
                    "");
            framer.run();
            assertThat(framer.failure()).isNull();
        }

        assertThat(caught.records()).isZero();
        assertThat(slices).isEqualTo(records);
    }

    private static String in(Form form, List<String> records, JsonMaker json) {
        return switch (form) {
            case CONTAINER ->
                json.space() + "{" + json.beside() + "\"Records\"" + json.space() + ":" + json.space()
                        + list(records, json) + json.after() + "}" + json.space();
            case EVENTS -> "{" + json.beside() + "\"Events\":" + list(records, json) + json.after() + "}";
            case BARE_LIST -> json.space() + list(records, json);
            case LINES -> String.join("\n", records) + (json.coin() ? "\n" : "");
            case NOTHING_BETWEEN -> String.join("", records);
        };
    }

    private static String list(List<String> records, JsonMaker json) {
        return "[" + json.space() + String.join(json.space() + "," + json.space(), records) + json.space() + "]";
    }

    @Property(tries = 3000)
    void walksWhatATrustedParserTakesAndNothingElse(@ForAll Random random) {
        byte[] value = new JsonMaker(random).object(120).getBytes(UTF_8);
        byte[] b = changed(value, random);

        int end = new Walker(100).walk(java.util.Arrays.copyOf(b, b.length + Walker.PAD), 0, b.length, false);

        assertThat(end == b.length).as(new String(b, UTF_8)).isEqualTo(isJson(b));
    }

    private static byte[] changed(byte[] value, Random random) {
        byte[] b = value.clone();
        String marks = "{}[]\",:\\0.eE+-tfn u1";
        for (int i = random.nextInt(3); i > 0; i--) {
            // What begins with a brace is an object or nothing; two quotes in place of braces would make a text.
            int at = 1 + random.nextInt(b.length - 1);
            // Only ASCII by ASCII: the walk leaves the check of UTF-8 to the parser.
            if (b[at] >= 0) {
                b[at] = (byte) marks.charAt(random.nextInt(marks.length()));
            }
        }
        return b;
    }

    private static boolean isJson(byte[] b) {
        if (b[b.length - 1] == ' ') {
            return false;
        }
        try {
            return JACKSON.readTree(b).isContainer();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Property(tries = 300)
    void losesOnlyTheRecordThatIsBroken(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 20) int count, @ForAll boolean list)
            throws IOException {
        var records = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            records.add(Sample.call(i));
        }
        int broken = 1 + random.nextInt(count - 2);
        String record = records.get(broken);
        // A lost byte anywhere but at the ends of the record: it stays one record, but it may stay a sound one.
        int at = 20 + random.nextInt(record.length() - 21);
        records.set(broken, record.substring(0, at) + record.substring(at + 1));
        String text = list ? Sample.records(records.toArray(String[]::new)) : String.join("\n", records);

        var caught = new Caught();
        Files.writeString(file, text);
        FileReading reading = new TrailReader(Limits.STANDARD).read(file, caught);

        caught.assertNumbered();
        assertThat(reading.failure()).isNull();
        assertThat(caught.records()).isEqualTo(count);
        assertThat(caught.kept.size()).isGreaterThanOrEqualTo(count - 1);
    }

    @Property(tries = 400)
    void neverThrowsForAnyBytes(@ForAll("files") byte[] bytes) throws IOException {
        Files.write(file, bytes);
        var caught = new Caught();
        FileReading reading = new TrailReader(SMALL).read(file, caught);
        caught.assertNumbered();
        assertThat(reading.failure() == null).isEqualTo(reading.end() == FileReading.End.COMPLETE);
    }

    @Property(tries = 300)
    void accountsForEveryRecordOfACutFile(@ForAll Random random, @ForAll boolean packed) throws IOException {
        String[] records = {Sample.call(1), Sample.other(2), Sample.logLine(3), Sample.call(4)};
        String text = random.nextBoolean() ? Sample.records(records) : "[" + String.join(",", records) + "]";
        byte[] bytes = packed ? Sample.gzip(text) : text.getBytes(UTF_8);
        Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));

        var caught = new Caught();
        FileReading reading = new TrailReader(Limits.STANDARD).read(file, caught);

        caught.assertNumbered();
        assertThat(reading.end()).isEqualTo(FileReading.End.FAILED);
        assertThat(caught.rejected.size()).isLessThanOrEqualTo(1);
        assertThat(caught.reasons()).isSubsetOf(Reason.TRUNCATED, Reason.MALFORMED);
    }

    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(2000);
        Arbitrary<byte[]> marks = Arbitraries.strings()
                .withChars("{}[]\",:\\ \n\t0123456789eE+-.truefalsn\0")
                .ofMaxLength(2000)
                .map(text -> text.getBytes(UTF_8));
        Arbitrary<byte[]> damaged = Arbitraries.randoms().map(random -> {
            byte[] content = random.nextBoolean()
                    ? Sample.gzip(Sample.records(Sample.call(1), Sample.other(2)))
                    : Sample.records(Sample.call(1), Sample.other(2)).getBytes(UTF_8);
            for (int i = random.nextInt(5); i >= 0; i--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt();
            }
            return content;
        });
        return Arbitraries.oneOf(noise, marks, damaged);
    }
}
