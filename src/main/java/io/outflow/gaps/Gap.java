package io.outflow.gaps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * @param changedAt when its state last changed
 * @param version counts the changes of its handling, by people and by itself, from 1; figures may move without. Whoever handles
 *     it names the one that was read
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

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 2_000;

    public GapKey key() {
        return finding.key();
    }

    /** {@code G-147}. */
    public String name() {
        return "G-" + number;
    }

    /** A gap that was just found. */
    public static Gap opened(long number, Finding finding, Instant now) {
        return new Gap(number, finding, GapState.OPEN, "", null, null, "", now, now, 1);
    }

    /**
     * It as it is after somebody did something with it.
     *
     * @param now when; the day of it in UTC is today
     * @throws GapRefused when the step does not fit its state, or a reason is missing
     */
    public Gap after(GapStep step, Instant now) {
        return switch (step) {
            case GapStep.Acknowledge(var note) -> {
                allow(GapState.OPEN);
                yield in(GapState.ACKNOWLEDGED, null, reason(note, false), now);
            }
            case GapStep.Accept(var until, var note) -> {
                allow(GapState.OPEN, GapState.ACKNOWLEDGED, GapState.ACCEPTED);
                if (until.isBefore(day(now))) {
                    throw new GapRefused("until", "This day has passed. Accept it until a day to come.");
                }
                yield in(GapState.ACCEPTED, until, reason(note, true), now);
            }
            case GapStep.Fix(var note) -> {
                allow(GapState.OPEN, GapState.ACKNOWLEDGED, GapState.ACCEPTED);
                if (past()) {
                    throw new GapRefused(
                            "",
                            "The period is past, so it cannot be fixed. It stays in the record; accept it instead.");
                }
                yield in(GapState.FIXED, null, reason(note, true), now);
            }
            case GapStep.CallFalse(var note) -> {
                allow(GapState.OPEN, GapState.ACKNOWLEDGED, GapState.ACCEPTED);
                yield in(GapState.FALSE, null, reason(note, true), now);
            }
            case GapStep.Reopen(var note) -> {
                allow(GapState.ACKNOWLEDGED, GapState.ACCEPTED, GapState.FIXED, GapState.FALSE);
                yield in(GapState.OPEN, null, reason(note, true), now);
            }
            case GapStep.Remark(var text) -> {
                reason(text, true);
                yield this;
            }
            case GapStep.Assign(var to) ->
                new Gap(
                        number,
                        finding,
                        state,
                        reason(to, false),
                        due,
                        acceptedUntil,
                        why,
                        openedAt,
                        changedAt,
                        version + 1);
            case GapStep.SetDue(var day) ->
                new Gap(number, finding, state, owner, day, acceptedUntil, why, openedAt, changedAt, version + 1);
        };
    }

    /**
     * It as it is after a computation found it. What was closed, what was fixed and has calls since, and what was accepted
     * until a day that has passed, is open again.
     */
    public Gap found(Finding again, Instant now) {
        var last = again.figures().last();
        var reopens =
                switch (state) {
                    case CLOSED -> true;
                    case FIXED -> last != null && last.isAfter(changedAt);
                    case ACCEPTED -> acceptedUntil != null && acceptedUntil.isBefore(day(now));
                    case OPEN, ACKNOWLEDGED, FALSE -> false;
                };
        var same = new Gap(number, again, state, owner, due, acceptedUntil, why, openedAt, changedAt, version);
        return reopens ? same.in(GapState.OPEN, null, "", now) : same;
    }

    /** It as it is after a computation did not find it. */
    public Gap gone(Instant now) {
        return state == GapState.CLOSED ? this : in(GapState.CLOSED, null, "", now);
    }

    /**
     * Whether its period is over and known to be, so that nothing can be fixed any more: an agreement that lapsed and was
     * renewed, logging that was off and is on.
     */
    public boolean past() {
        return switch (key().kind()) {
            case AGREEMENT, RETENTION, LOGGING -> finding.periods().stream().allMatch(period -> period.until() != null);
            default -> false;
        };
    }

    private void allow(GapState... from) {
        if (!java.util.List.of(from).contains(state)) {
            throw new GapRefused(
                    "",
                    state == GapState.CLOSED
                            ? "The data no longer shows this gap, so there is nothing to decide. It opens again by itself."
                            : "This gap is %s. Open it again first.".formatted(state.label()));
        }
    }

    private static String reason(String text, boolean needed) {
        var said = text.strip();
        if (needed && said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
            throw new GapRefused(
                    "why", "Say why in %d to 2,000 characters. The history keeps it.".formatted(SHORTEST_REASON));
        }
        return said;
    }

    private Gap in(GapState next, @Nullable LocalDate until, String reason, Instant now) {
        return new Gap(number, finding, next, owner, due, until, reason, openedAt, now, version + 1);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    public boolean overdue(LocalDate today) {
        return due != null && state.waits() && due.isBefore(today);
    }
}
