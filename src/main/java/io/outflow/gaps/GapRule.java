package io.outflow.gaps;

import java.time.Instant;

/**
 * How one kind of gaps is looked for.
 *
 * @param threshold in the {@linkplain GapKind#unit() unit} of the kind
 * @param version counts the changes, from 0 for what nobody changed
 * @param changedBy who changed it last; empty when nobody did
 * @param why the reason of the last change
 */
public record GapRule(
        GapKind kind,
        boolean enabled,
        int threshold,
        Severity severity,
        int version,
        String changedBy,
        Instant changedAt,
        String why) {

    /** As a kind is looked for before anybody changed it. */
    public static GapRule initial(GapKind kind) {
        return new GapRule(kind, true, kind.threshold(), kind.severity(), 0, "", Instant.EPOCH, "");
    }

    /** The same with other values, to be tried or saved. */
    public GapRule with(boolean on, int newThreshold, Severity newSeverity) {
        return new GapRule(kind, on, newThreshold, newSeverity, version, changedBy, changedAt, why);
    }
}
