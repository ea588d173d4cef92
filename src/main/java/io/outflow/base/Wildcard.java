package io.outflow.base;

import java.util.Locale;

/**
 * A pattern in which {@code *} stands for any run of characters, without regard to case. Takes time in proportion to the
 * text times the pattern's parts, whatever they are.
 */
public final class Wildcard {
    private final String[] parts;

    public Wildcard(String pattern) {
        // A star at an end leaves an empty part there, which every text starts or ends with.
        parts = lower(pattern).split("\\*+", -1);
    }

    /** A text as {@link #matches} takes it. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** @param lower the text, already through {@link #lower} */
    public boolean matches(String lower) {
        if (parts.length == 1) {
            return lower.equals(parts[0]);
        }
        var last = parts.length - 1;
        if (!lower.startsWith(parts[0])
                || !lower.endsWith(parts[last])
                || lower.length() < parts[0].length() + parts[last].length()) {
            return false;
        }
        var position = parts[0].length();
        var end = lower.length() - parts[last].length();
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
