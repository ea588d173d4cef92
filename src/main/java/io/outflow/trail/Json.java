package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value. Texts and numbers are slices of the bytes they were parsed from and are decoded only when asked for, so
 * that what nobody asks for, such as a prompt, is never copied.
 */
sealed interface Json {

    /** An object; names are unique and stand in the order of the source. */
    final class Obj implements Json {
        static final Obj EMPTY = new Obj(new String[0], new Json[0]);

        private final String[] names;
        private final Json[] values;
        private final int[] sorted;

        Obj(String[] names, Json[] values) {
            this(names, values, order(names));
        }

        private Obj(String[] names, Json[] values, int[] sorted) {
            this.names = names;
            this.values = values;
            this.sorted = sorted;
        }

        int size() {
            return names.length;
        }

        String name(int index) {
            return names[index];
        }

        Json value(int index) {
            return values[index];
        }

        /** The index of the name that is so many-th when they are sorted, by UTF-16 code unit as Java sorts texts. */
        int sorted(int rank) {
            return sorted[rank];
        }

        @Nullable
        Json get(String name) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    return values[i];
                }
            }
            return null;
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

        /** This object without the names that are unwanted; itself when there are none. */
        Obj without(Predicate<String> unwanted) {
            int kept = 0;
            for (String name : names) {
                kept += unwanted.test(name) ? 0 : 1;
            }
            if (kept == names.length) {
                return this;
            }
            String[] keptNames = new String[kept];
            Json[] keptValues = new Json[kept];
            int to = 0;
            for (int i = 0; i < names.length; i++) {
                if (!unwanted.test(names[i])) {
                    keptNames[to] = names[i];
                    keptValues[to++] = values[i];
                }
            }
            return new Obj(keptNames, keptValues);
        }

        /** This object with another value under a name that it has. */
        Obj with(String name, Json value) {
            Json[] changed = values.clone();
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    changed[i] = value;
                }
            }
            return new Obj(names, changed, sorted);
        }

        private static int[] order(String[] names) {
            int[] order = new int[names.length];
            if (names.length > 64) {
                List<Integer> indexes = new ArrayList<>(names.length);
                for (int i = 0; i < names.length; i++) {
                    indexes.add(i);
                }
                indexes.sort((a, b) -> names[a].compareTo(names[b]));
                Arrays.setAll(order, indexes::get);
                return order;
            }
            for (int i = 0; i < names.length; i++) {
                int at = i;
                while (at > 0 && names[order[at - 1]].compareTo(names[i]) > 0) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = i;
            }
            return order;
        }

        private static @Nullable String scalar(@Nullable Json value) {
            return switch (value) {
                case Text text -> text.string();
                case Num number -> number.written();
                case null, default -> null;
            };
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
