package io.outflow.gaps.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts of which one has to fit, {@code *} standing for any text, without regard to case. Without a text everything fits. */
final class Wildcards {
    private final Set<String> exact = new HashSet<>();
    private final List<String[]> patterns = new ArrayList<>();

    private Wildcards(List<String> texts) {
        for (var text : texts) {
            var lower = text.toLowerCase(Locale.ROOT);
            if (lower.indexOf('*') < 0) {
                exact.add(lower);
            } else {
                patterns.add(lower.split("\\*+", -1));
            }
        }
    }

    static Wildcards of(List<String> texts) {
        return new Wildcards(texts);
    }

    /** Whether there is no text. */
    boolean any() {
        return exact.isEmpty() && patterns.isEmpty();
    }

    /** Whether one of the texts fits one of the values, or there is no text. */
    boolean fit(@Nullable String... values) {
        if (any()) {
            return true;
        }
        for (var value : values) {
            if (value != null && fits(value.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(String lower) {
        if (exact.contains(lower)) {
            return true;
        }
        for (var parts : patterns) {
            if (fits(parts, lower)) {
                return true;
            }
        }
        return false;
    }

    /** @param parts what stands between the stars, at least two */
    private static boolean fits(String[] parts, String lower) {
        var last = parts.length - 1;
        var end = lower.length() - parts[last].length();
        if (!lower.startsWith(parts[0]) || !lower.endsWith(parts[last]) || end < parts[0].length()) {
            return false;
        }
        var position = parts[0].length();
        for (var index = 1; index < last; index++) {
            var found = lower.indexOf(parts[index], position);
            if (found < 0 || found + parts[index].length() > end) {
                return false;
            }
            position = found + parts[index].length();
        }
        return true;
    }
}
