package io.outflow.sample;

import io.outflow.sample.internal.Organisation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Logs of a made-up insurer over some weeks: CloudTrail files and invocation logs of six accounts, with every channel, every
 * kind of caller, changes of settings, gaps in the logging and made-up prompts.
 *
 * @param seed the same seed, end, days and volume give the same bytes
 * @param until no event is at or after this time
 * @param days UTC days, the one of {@code until} included
 * @param callsPerDay about how many calls of models a working day has
 * @param odd whether some records are damaged, contradictory or delivered twice, and one file is cut
 */
public record SampleLogs(long seed, Instant until, int days, int callsPerDay, boolean odd) {
    public SampleLogs {
        if (days < 1 || callsPerDay < 1) {
            throw new IllegalArgumentException("Logs need at least a day and a call a day.");
        }
    }

    /** A quarter as the demo shows it. */
    public static SampleLogs quarter(long seed, Instant until) {
        return new SampleLogs(seed, until, 90, 1_600, true);
    }

    /**
     * Writes the files below a folder, by the names that AWS gives them.
     *
     * @return what was written
     */
    public Map<Counted, Long> writeTo(Path folder) throws IOException {
        return new Organisation(this, folder).write();
    }
}
