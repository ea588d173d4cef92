package io.outflow.trail;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a verification found, in numbers. Filled while it runs; for one thread. */
public final class TrailVerdict {
    /** The whole in one word. */
    public enum Result {
        /** Everything is verified, and every hour is covered. */
        VERIFIED,
        /** A file is missing, was changed, or was added by somebody else. */
        BROKEN,
        /** Nothing is broken, but for some of the time or some of the files there is no proof. */
        NOT_COVERED
    }

    private final Map<Proof, Long> digests = new EnumMap<>(Proof.class);
    private final Map<Proof, Long> logs = new EnumMap<>(Proof.class);
    private long gaps;
    private long hours;
    private @Nullable Instant first;
    private @Nullable Instant last;

    TrailVerdict() {}

    void add(Finding finding) {
        switch (finding) {
            case Finding.OfDigest digest -> digests.merge(digest.proof(), 1L, Long::sum);
            case Finding.OfLog log -> logs.merge(log.proof(), 1L, Long::sum);
            case Finding.Awaited awaited -> {
                // Nothing is known of it yet.
            }
            case Finding.NotCovered gap -> {
                gaps++;
                hours += gap.hours();
            }
        }
    }

    void covered(Instant from, Instant to) {
        first = first == null || from.isBefore(first) ? from : first;
        last = last == null || to.isAfter(last) ? to : last;
    }

    public long digests(Proof proof) {
        return digests.getOrDefault(proof, 0L);
    }

    public long logs(Proof proof) {
        return logs.getOrDefault(proof, 0L);
    }

    /** Stretches of time that are not covered. */
    public long gaps() {
        return gaps;
    }

    /** Digests that are missing, one for each hour begun that is not covered. */
    public long hoursNotCovered() {
        return hours;
    }

    /** Start of the oldest sound digest; null where there is none. */
    public @Nullable Instant first() {
        return first;
    }

    /** End of the newest sound digest; null where there is none. */
    public @Nullable Instant last() {
        return last;
    }

    public Result result() {
        if (digests(Proof.INVALID) + logs(Proof.INVALID) + logs(Proof.UNREFERENCED) > 0) {
            return Result.BROKEN;
        }
        boolean unproven = gaps + logs(Proof.UNCHAINED) + logs(Proof.NO_DIGEST) > 0;
        return unproven || digests(Proof.VERIFIED) == 0 ? Result.NOT_COVERED : Result.VERIFIED;
    }
}
