package io.outflow.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a reader stands in both times: what held at {@code valid}, as recorded up to and with {@code known}. Both are kept
 * to the microsecond, as the databases store them.
 */
public record AsOf(Instant valid, Instant known) {

    public AsOf {
        valid = valid.truncatedTo(ChronoUnit.MICROS);
        known = known.truncatedTo(ChronoUnit.MICROS);
    }

    /** The register as it then read. */
    public static AsOf asItRead(Instant at) {
        return new AsOf(at, at);
    }

    /** What held then, with all that was learned about it until now. */
    public static AsOf asNowKnown(Instant valid, Instant now) {
        return new AsOf(valid, now);
    }
}
