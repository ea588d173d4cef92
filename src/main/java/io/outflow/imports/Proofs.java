package io.outflow.imports;

import java.time.Instant;
import java.util.List;

/** What digests leave open; for whoever reads usage. */
public interface Proofs {

    /**
     * Times of a period that the digests of a trail do not cover, each cut to the period, by account, Region, trail and time.
     * An account and Region without any digest has none: there {@link io.outflow.trail.Proof#NO_DIGEST} says it.
     *
     * @param from the first moment
     * @param to the first moment behind the period
     */
    List<DigestGap> gaps(Instant from, Instant to);
}
