package io.outflow.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state to record. Times are kept to the microsecond.
 *
 * @param kind what the object is, in 1 to {@value #LONGEST_KIND} characters; always the same for one object
 * @param owner the object it hangs on, such as a product for an agreement, so that histories can be asked per owner
 * @param title how people call the object and its kind, for the change log, such as {@code Agreement DPA}
 * @param validFrom from when the state holds; a statement without an end replaces all that was known from then on
 * @param validTo the moment from which it no longer holds, or null when no end is known
 * @param json the whole state as one JSON object; null when the object is removed
 * @param reason why, at most {@value #LONGEST_REASON} characters
 */
public record Statement(
        String kind,
        UUID object,
        @Nullable UUID owner,
        String title,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable String json,
        String reason) {

    public static final int LONGEST_KIND = 60;
    public static final int LONGEST_REASON = 2_000;
    public static final int LONGEST_JSON = 1_000_000;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    public Statement {
        validFrom = validFrom.truncatedTo(ChronoUnit.MICROS);
        validTo = validTo == null ? null : validTo.truncatedTo(ChronoUnit.MICROS);
        check(!kind.isBlank() && kind.length() <= LONGEST_KIND, "A kind has 1 to " + LONGEST_KIND + " characters.");
        check(reason.length() <= LONGEST_REASON, "A reason has at most " + LONGEST_REASON + " characters.");
        check(
                json == null || json.length() <= LONGEST_JSON,
                "The state of one object has at most " + LONGEST_JSON + " characters.");
        check(within(validFrom) && (validTo == null || within(validTo)), "A time lies in the years 1 to 9999.");
        check(validTo == null || validFrom.isBefore(validTo), "A state ends after it begins.");
    }

    private static boolean within(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
