package io.outflow.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the change log are asked for. An empty text and a null leave that part open.
 *
 * @param actor a part of the name of who did it, in any case
 * @param action what was done, exactly as entries name it
 * @param object a part of what it was done to, in any case
 * @param from the first moment
 * @param to the moment before which entries lie
 */
public record LogFilter(
        String actor,
        String action,
        String object,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final LogFilter NONE = new LogFilter("", "", "", null, null);
}
