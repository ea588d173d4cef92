package io.outflow.usage.internal;

import io.outflow.trail.Detection;
import io.outflow.trail.TextFindings;
import io.outflow.trail.TextFindings.Seen;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes that were found in the text of a call as one short text: their codes, sorted, with commas between. Empty where the
 * text was looked at and held none; null where no text was looked at. Codes of classes hold no comma.
 */
public final class DetectedClasses {
    private static final String COMMA = ",";

    private DetectedClasses() {}

    static @Nullable String of(TextFindings text) {
        return text.seen() == Seen.NOTHING
                ? null
                : joined(text.detections().stream().map(Detection::dataClass));
    }

    /** What is known of two texts of one call. */
    static @Nullable String union(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return one == null ? other : one;
        }
        return joined(Stream.concat(codes(one).stream(), codes(other).stream()));
    }

    public static List<String> codes(@Nullable String classes) {
        return classes == null || classes.isEmpty() ? List.of() : Arrays.asList(classes.split(COMMA, -1));
    }

    private static String joined(Stream<String> codes) {
        return codes.distinct().sorted().collect(Collectors.joining(COMMA));
    }
}
