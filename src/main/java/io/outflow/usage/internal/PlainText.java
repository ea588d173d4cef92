package io.outflow.usage.internal;

import org.jspecify.annotations.Nullable;

/** Text from records made fit for both databases: PostgreSQL takes neither NUL nor half a surrogate pair. */
final class PlainText {
    /** Longest account or Region, so that index entries stay within what PostgreSQL can hold. */
    private static final int LONGEST_NAME = 200;

    private PlainText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** An account or Region, which takes part in keys. */
    static String name(String text) {
        var clean = of(text);
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }

    private static String cleaned(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(c == 0 || Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return out.toString();
    }
}
