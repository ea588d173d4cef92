package io.outflow.posture.internal;

import io.outflow.posture.Grounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of logging for a time.
 *
 * @param from inclusive
 * @param until exclusive
 * @param reason in a sentence
 */
record Finding(Kind kind, Instant from, Instant until, String reason, Grounds grounds) {

    enum Kind {
        /** It is evident that nothing was logged. */
        BLIND,
        /** It may have been logged; whether its log was read is another question. */
        MAYBE,
        /** Nothing can be told, for a reason that is known. */
        UNSEEN
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && until.isAfter(start);
    }

    boolean spans(Instant start, Instant end) {
        return !from.isAfter(start) && !until.isBefore(end);
    }

    /** What is left of it outside the times of others. */
    List<Finding> minus(List<Finding> others) {
        var left = List.of(this);
        for (var other : others) {
            var next = new ArrayList<Finding>();
            for (var part : left) {
                part.cut(other, next);
            }
            left = next;
        }
        return left;
    }

    private void cut(Finding other, List<Finding> parts) {
        if (!overlaps(other.from, other.until)) {
            parts.add(this);
            return;
        }
        if (from.isBefore(other.from)) {
            parts.add(new Finding(kind, from, other.from, reason, grounds));
        }
        if (other.until.isBefore(until)) {
            parts.add(new Finding(kind, other.until, until, reason, grounds));
        }
    }
}
