package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read and is kept aside.
 *
 * @param sentence what is wrong, in a sentence for people
 * @param excerpt at most 2,000 characters of a CloudTrail record; null for invocation logs and unknown kinds, whose bytes
 *     may hold prompts
 */
public record BadRecord(
        Place place,
        Reason reason,
        String sentence,
        @Nullable String excerpt) {
    /** The kinds of fault. */
    public enum Reason {
        MALFORMED,
        TRUNCATED,
        TOO_LARGE,
        TOO_DEEP,
        DUPLICATE_KEY,
        NO_TIME,
        BAD_TIME,
        BAD_ID,
        BAD_TEXT,
        UNKNOWN_KIND,
        CORRECTION,
        UNREADABLE_ENTRY,
        CONFLICT
    }
}
