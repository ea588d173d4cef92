package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.ArrayList;
import java.util.List;

/**
 * Each fast way of reading a file tells what the slow one tells, whatever the bytes. A build tries the files beside this test;
 * with {@code JAZZER_FUZZ=1} new ones are made of them, guided by what they reach in the code (docs/reliability.md).
 */
class ReadersFuzzTest {
    private static final Limits LIMITS = new Limits(1 << 22, 200, 1 << 16, 40, 100);

    @FuzzTest(maxDuration = "10m")
    void everyReaderTellsTheSame(byte @NotNull [] file) {
        List<String> slow = read(file, false, 0);

        assertThat(read(file, false, 128)).isEqualTo(slow);
        assertThat(read(file, true, 0)).isEqualTo(slow);
        assertThat(read(file, true, 128)).isEqualTo(slow);
    }

    /** Reads it twice with one reader, so that the second time starts with what the first left. */
    private static List<String> read(byte[] file, boolean inOneStep, int outlines) {
        var reader = new TrailReader(LIMITS, () -> TextScanner.NONE, inOneStep, () -> new KnownCalls(outlines));
        var told = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            var caught = new Caught();
            told.add(reader.read(LogBytes.of(file), caught, BodyObjects.NONE).toString());
            told.addAll(caught.words());
        }
        return told;
    }
}
