package io.outflow.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.assertj.core.api.Assumptions;

/** Unpacking a file in one step is faster than piece by piece, and tells the same of every file, sound or not. */
class OneStepProperties {
    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/x86_64-linux-gnu/libdeflate.so.0",
            "/usr/lib/aarch64-linux-gnu/libdeflate.so.0",
            "/opt/homebrew/lib/libdeflate.0.dylib");

    private Path file = Path.of("unset");

    @BeforeTry
    void makeFile() throws IOException {
        file = Files.createTempFile("outflow-one-step", ".json.gz");
    }

    @AfterTry
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 300)
    void soundFilesHoldTheSame(@ForAll @IntRange(max = 300) int records, @ForAll long seed) throws IOException {
        Files.write(file, gzip(trail(records, new Random(seed))));

        assertThat(read(true)).isEqualTo(read(false));
    }

    @Property(tries = 500)
    void damagedFilesHoldTheSameAndBreakInTheSameWords(
            @ForAll @IntRange(min = 1, max = 60) int records,
            @ForAll long seed,
            @ForAll @IntRange(max = 3) int damage,
            @ForAll int place,
            @ForAll byte with)
            throws IOException {
        byte[] packed = gzip(trail(records, new Random(seed)));
        int at = Math.floorMod(place, packed.length);
        Files.write(
                file,
                switch (damage) {
                    case 0 -> changed(packed, at, with);
                    case 1 -> java.util.Arrays.copyOf(packed, at);
                    case 2 -> joined(packed, new byte[] {with});
                    default -> joined(packed, packed);
                });

        assertThat(read(true)).isEqualTo(read(false));
    }

    @Example
    void theLibraryIsUsedWhereTheSystemHasIt() {
        Assumptions.assumeThat(LIBRARIES).anyMatch(path -> Files.exists(Path.of(path)));

        assertThat(FastInflate.get()).isNotNull();
    }

    @Example
    void aLengthThatLiesIsFoundOut() throws IOException {
        byte[] packed = gzip(trail(20, new Random(1)));
        for (int claimed : new int[] {0, 1, 1 << 20, Integer.MAX_VALUE, -1}) {
            byte[] lying = packed.clone();
            for (int i = 0; i < 4; i++) {
                lying[lying.length - 4 + i] = (byte) (claimed >>> 8 * i);
            }
            Files.write(file, lying);

            assertThat(read(true))
                    .isEqualTo(read(false))
                    .anyMatch(line -> line.contains("its length does not fit its content"));
        }
    }

    private List<String> read(boolean inOneStep) {
        var caught = new Caught();
        FileReading reading =
                new TrailReader(Limits.STANDARD, () -> TextScanner.NONE, inOneStep, KnownCalls::new).read(file, caught);
        var told = new java.util.ArrayList<String>();
        told.add(reading.toString());
        told.addAll(caught.words());
        return told;
    }

    private static byte[] trail(int records, Random random) {
        var json = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < records; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(
                            switch (random.nextInt(4)) {
                                case 0 ->
                                    Trail.bedrock("Converse")
                                            .text("eventID", "id-" + random.nextInt(1000))
                                            .json();
                                case 1 -> Trail.bedrock("DeleteGuardrail").json();
                                case 2 -> "{\"eventSource\": \"bedrock.amazonaws.com\", \"broken\"";
                                default ->
                                    Trail.of("s3.amazonaws.com", "GetObject")
                                            .text("requestID", "x".repeat(random.nextInt(2000)))
                                            .json();
                            });
        }
        return json.append("]}").toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int at, byte with) {
        byte[] changed = bytes.clone();
        changed[at] ^= with;
        return changed;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
