package io.outflow.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.Counts;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void aRunSeenOnceHasNoPaceYet() {
        pace.seen(run(1_000, 100), at(0));

        assertThat(pace.recordsPerSecond()).isEmpty();
        assertThat(pace.left(run(1_000, 100))).isEmpty();
    }

    @Test
    void paceIsThatOfTheLastSecondsAlone() {
        pace.seen(run(0, 0), at(0));
        pace.seen(run(10, 1), at(60_000));
        pace.seen(run(200_010, 401), at(61_000));
        pace.seen(run(400_010, 801), at(62_000));

        assertThat(pace.recordsPerSecond()).hasValue(200_000L);
        assertThat(pace.left(run(400_010, 801))).hasValue(Duration.ofMillis(497));
    }

    @Test
    void aRunThatStandsStillHasNoEndInSight() {
        pace.seen(run(10, 10), at(0));
        pace.seen(run(10, 10), at(2_000));

        assertThat(pace.recordsPerSecond()).hasValue(0L);
        assertThat(pace.left(run(10, 10))).isEmpty();
    }

    private static Instant at(long millis) {
        return FakeImports.START.plusMillis(millis);
    }

    private static ImportRun run(long read, long bytesRead) {
        return new ImportRun(
                1,
                RunState.RUNNING,
                "UPLOAD",
                "sample",
                FakeImports.START,
                null,
                null,
                1,
                0,
                new Counts(read, 0, 0, read, 0),
                1_000,
                bytesRead);
    }
}
