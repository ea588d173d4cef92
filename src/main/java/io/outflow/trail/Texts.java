package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/** Makes texts of records fit for columns and screens; the original record keeps them as they were. */
final class Texts {
    /** Longer texts are cut: CloudTrail itself cuts ids at 1 KB, and no name that matters is longer. */
    private static final int MOST = 512;

    private Texts() {}

    /** Control characters and halves of surrogate pairs become U+FFFD (PostgreSQL refuses NUL); over-long texts are cut. */
    static String clean(String text) {
        String cut = text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            // Almost all are plain ASCII, which one comparison tells.
            if ((c < ' ' || c > '~') && (Character.isISOControl(c) || Character.isSurrogate(c))) {
                return replaced(cut);
            }
        }
        return cut;
    }

    static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /** Halves of surrogate pairs become U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                var whole = new StringBuilder(text.length());
                text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
                return whole.toString();
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) || isHalf(c) ? 0xFFFD : c));
        return clean.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
