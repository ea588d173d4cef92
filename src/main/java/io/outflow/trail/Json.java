package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value. Texts and numbers are slices of the bytes they were parsed from and are decoded only when asked for, so
 * that what nobody asks for, such as a prompt, is never copied.
 */
sealed interface Json {

    /** An object; names are unique and stand in the order of the source. */
    final class Obj implements Json {
        static final Obj EMPTY = new Obj(Shape.EMPTY, new Json[0], null);

        private final Shape shape;
        private final Json[] values;
        private final @Nullable Text written;

        /** @param written the bytes it was parsed from, where they are compact; null where it has to be written anew */
        Obj(Shape shape, Json[] values, @Nullable Text written) {
            this.shape = shape;
            this.values = values;
            this.written = written;
        }

        int size() {
            return values.length;
        }

        String name(int index) {
            return shape.name(index);
        }

        Json value(int index) {
            return values[index];
        }

        Shape shape() {
            return shape;
        }

        /** The bytes of this object, braces included, where they are compact JSON; else null. */
        @Nullable
        Text written() {
            return written;
        }

        @Nullable
        Json get(String name) {
            int index = shape.index(name);
            return index < 0 ? null : values[index];
        }

        boolean has(String name) {
            return get(name) != null;
        }

        /** The object under a name; empty when there is none, or something else. */
        Obj object(String name) {
            return get(name) instanceof Obj object ? object : EMPTY;
        }

        /** The elements of the array under a name; none when there is no array. */
        List<Json> elements(String name) {
            return get(name) instanceof Arr array ? array.elements() : List.of();
        }

        /** The text, or the written number, under a name, without blanks around it; null when there is none or it is blank. */
        @Nullable
        String text(String name) {
            String text = scalar(get(name));
            if (text == null) {
                return null;
            }
            String stripped = text.strip();
            return stripped.isEmpty() ? null : stripped;
        }

        /** True for {@code true} and {@code "true"}. */
        boolean isTrue(String name) {
            Json value = get(name);
            return value == Word.TRUE
                    || (value instanceof Text text && text.string().strip().equalsIgnoreCase("true"));
        }

        /** A count: a whole number from 0, as number or text; null for everything else. */
        @Nullable
        Long count(String name) {
            String text = text(name);
            if (text == null || text.length() > 24 || !isPlainNumber(text)) {
                return null;
            }
            try {
                double value = Double.parseDouble(text);
                // Beyond 10^15 it is no count of tokens, and sums of it would overflow.
                return value >= 0 && value <= 1e15 && value == Math.rint(value) ? (Long) (long) value : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }

        private static boolean isPlainNumber(String text) {
            return text.chars().allMatch(c -> (c >= '0' && c <= '9') || ".eE+-".indexOf(c) >= 0);
        }

        /** This object without the names of a constant set; itself when it has none of them. */
        Obj without(Set<String> unwanted) {
            if (shape.hasNoneOf(unwanted)) {
                return this;
            }
            int kept = 0;
            for (int i = 0; i < values.length; i++) {
                kept += unwanted.contains(name(i)) ? 0 : 1;
            }
            String[] keptNames = new String[kept];
            Json[] keptValues = new Json[kept];
            int to = 0;
            for (int i = 0; i < values.length; i++) {
                if (!unwanted.contains(name(i))) {
                    keptNames[to] = name(i);
                    keptValues[to++] = values[i];
                }
            }
            return new Obj(new Shape(keptNames, shape.isKnown()), keptValues, null);
        }

        /** This object with another value under a name that it has. */
        Obj with(String name, Json value) {
            int index = shape.index(name);
            if (index < 0) {
                return this;
            }
            Json[] changed = values.clone();
            changed[index] = value;
            return new Obj(shape, changed, null);
        }

        private static @Nullable String scalar(@Nullable Json value) {
            // Not a switch over patterns: that costs more than what it decides here.
            if (value instanceof Text text) {
                return text.string();
            }
            return value instanceof Num number ? number.written() : null;
        }
    }

    /** An array. */
    record Arr(List<Json> elements) implements Json {}

    /** A text: the bytes between its quotes. */
    record Text(byte[] bytes, int from, int to, boolean escaped) implements Json {
        static Text of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Text(bytes, 0, bytes.length, false);
        }

        /** Whether it was written as exactly this ASCII text. */
        boolean is(String ascii) {
            if (escaped || to - from != ascii.length()) {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (bytes[i] != ascii.charAt(i - from)) {
                    return false;
                }
            }
            return true;
        }

        String string() {
            return escaped ? unescape() : new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }

        /** Half of a surrogate pair alone, which is no character, becomes U+FFFD. */
        private String unescape() {
            var text = new StringBuilder(to - from);
            int plain = from;
            for (int i = from; i < to; ) {
                if (bytes[i] != '\\') {
                    i++;
                    continue;
                }
                text.append(new String(bytes, plain, i - plain, StandardCharsets.UTF_8));
                char code = (char) bytes[i + 1];
                if (code == 'u') {
                    text.append((char) hex(i + 2));
                    i += 6;
                } else {
                    text.append(
                            switch (code) {
                                case 'b' -> '\b';
                                case 'f' -> '\f';
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                case 't' -> '\t';
                                default -> code;
                            });
                    i += 2;
                }
                plain = i;
            }
            text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8));
            return Texts.wellFormed(text.toString());
        }

        private int hex(int at) {
            int value = 0;
            for (int i = at; i < at + 4; i++) {
                value = value << 4 | Character.digit(bytes[i], 16);
            }
            return value;
        }
    }

    /** A number as it was written; it may be larger than any Java number. */
    record Num(byte[] bytes, int from, int to) implements Json {
        String written() {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** The three words. */
    enum Word implements Json {
        TRUE,
        FALSE,
        NULL
    }
}
