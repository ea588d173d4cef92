package io.outflow.gaps;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contradiction that was found, and how it is handled.
 *
 * @param number its number, as in G-147
 * @param finding as it was last computed; for a closed gap as it last was
 * @param owner who looks after it; empty for nobody
 * @param acceptedUntil the last day of an acceptance, in UTC
 * @param why the reason of the present state; empty when it has none
 * @param openedAt when it was first found
 * @param changedAt when its state or figures last changed
 * @param version counts the changes by people and by itself; whoever handles it names the one that was read
 */
public record Gap(
        long number,
        Finding finding,
        GapState state,
        String owner,
        @Nullable LocalDate due,
        @Nullable LocalDate acceptedUntil,
        String why,
        Instant openedAt,
        Instant changedAt,
        long version) {

    public GapKey key() {
        return finding.key();
    }

    /** {@code G-147}. */
    public String name() {
        return "G-" + number;
    }

    public boolean overdue(LocalDate today) {
        return due != null && state.waits() && due.isBefore(today);
    }
}
