package io.outflow.vendors;

import io.outflow.vendors.content.DeadlineKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody was told of a day ahead of it.
 *
 * @param entry the entry that has the day
 * @param step how many days ahead: 30, 7 or 0
 * @param problem why it did not go out, or may not have; empty when it did
 * @param at when its state changed
 */
public record Reminder(
        UUID entry,
        DeadlineKind kind,
        LocalDate day,
        int step,
        State state,
        String recipient,
        String problem,
        Instant at) {

    private static final int FIRST = 30;
    private static final int SECOND = 7;
    private static final int LAST = 0;

    /** A server that was off on the day itself still tells of it for this long; after that there is silence. */
    private static final int LATEST = -7;

    /** How far it came. */
    public enum State {
        /** It goes out, or went out when Outflow ended in the middle: it may have arrived and is not sent again. */
        SENDING,
        SENT,
        /** It surely did not go out and is tried again with the next run. */
        FAILED
    }

    /** Which reminder a day asks for now: only the nearest one, so that nobody gets three at once; empty for none. */
    public static Optional<Integer> step(long daysLeft) {
        if (daysLeft > FIRST || daysLeft < LATEST) {
            return Optional.empty();
        }
        return Optional.of(daysLeft > SECOND ? FIRST : daysLeft > LAST ? SECOND : LAST);
    }

    public boolean isFor(Due due) {
        return entry.equals(due.entry().id()) && kind == due.kind() && day.equals(due.day());
    }
}
