package io.outflow.classification;

import java.util.List;

/**
 * The conditions of a rule; all must hold. No condition at all matches nothing.
 */
public record Matcher(List<Condition> conditions) {

    /** The facts a condition can look at. */
    public enum Field {
        ACCOUNT,
        CALLER,
        ROLE,
        SESSION,
        MODEL,
        PROFILE,
        CHANNEL,
        REGION,
        METADATA,
        PROJECT
    }

    /**
     * @param field what is looked at
     * @param key the metadata key where field is METADATA, else empty
     * @param pattern text to match without regard to case; {@code *} stands for any run of characters
     */
    public record Condition(Field field, String key, String pattern) {}
}
