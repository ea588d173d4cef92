package io.outflow.trail;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON into a buffer that is used again and again: compact as it was written, or canonical, where values that are
 * equal have equal bytes.
 */
final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int size;

    JsonWriter() {
        this(4096);
    }

    JsonWriter(int capacity) {
        buffer = new byte[capacity];
    }

    /** A name in its quotes, with the colon after it. */
    byte[] name(String name) {
        size = 0;
        text(name);
        put(':');
        return Arrays.copyOf(buffer, size);
    }

    /** Compact JSON with names in their order and texts and numbers as written. */
    byte[] compact(Json value) {
        size = 0;
        write(value, false);
        return Arrays.copyOf(buffer, size);
    }

    /** Writes sorted names, texts with the fewest escapes and numbers by value; {@link #buffer} then holds {@link #size} bytes. */
    void canonical(Json value) {
        size = 0;
        write(value, true);
    }

    /** Whether the canonical form of a number is what was written. */
    static boolean isPlain(Json.Num number) {
        return Numbers.isPlain(number);
    }

    byte[] buffer() {
        return buffer;
    }

    int size() {
        return size;
    }

    private void write(Json value, boolean canonical) {
        // Not a switch over patterns: that costs more than what most branches do.
        if (value instanceof Json.Text text) {
            text(text, canonical);
        } else if (value instanceof Json.Obj object) {
            object(object, canonical);
        } else if (value instanceof Json.Word word) {
            byte[] written =
                    switch (word) {
                        case TRUE -> TRUE;
                        case FALSE -> FALSE;
                        case NULL -> NULL;
                    };
            put(written, 0, written.length);
        } else if (value instanceof Json.Num number) {
            if (canonical && !Numbers.isPlain(number)) {
                ascii(Numbers.canonical(number));
            } else {
                put(number.bytes(), number.from(), number.to());
            }
        } else if (value instanceof Json.Arr array) {
            put('[');
            for (int i = 0; i < array.elements().size(); i++) {
                if (i > 0) {
                    put(',');
                }
                write(array.elements().get(i), canonical);
            }
            put(']');
        }
    }

    private void text(Json.Text text, boolean canonical) {
        if (canonical && text.escaped()) {
            text(text.string());
            return;
        }
        int length = text.to() - text.from();
        reserve(length + 2);
        buffer[size] = '"';
        System.arraycopy(text.bytes(), text.from(), buffer, size + 1, length);
        buffer[size + length + 1] = '"';
        size += length + 2;
    }

    private void object(Json.Obj object, boolean canonical) {
        Json.Text written = canonical ? null : object.written();
        if (written != null) {
            put(written.bytes(), written.from(), written.to());
            return;
        }
        Shape shape = object.shape();
        put('{');
        for (int i = 0; i < shape.size(); i++) {
            if (i > 0) {
                put(',');
            }
            int index = canonical ? shape.sorted(i) : i;
            byte[] name = shape.written(index);
            put(name, 0, name.length);
            write(object.value(index), canonical);
        }
        put('}');
    }

    private void text(String text) {
        // A code unit takes six bytes at most, as an escape.
        reserve(text.length() * 6 + 2);
        buffer[size++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                int codePoint = text.codePointAt(i);
                byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
                put(bytes, 0, bytes.length);
                i += Character.charCount(codePoint) - 1;
            } else if (c < 0x20) {
                ascii("\\u00");
                put(HEX[c >> 4]);
                put(HEX[c & 15]);
            } else {
                if (c == '"' || c == '\\') {
                    buffer[size++] = '\\';
                }
                buffer[size++] = (byte) c;
            }
        }
        buffer[size++] = '"';
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(int b) {
        reserve(1);
        buffer[size++] = (byte) b;
    }

    private void put(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, buffer, size, to - from);
        size += to - from;
    }

    private void reserve(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    /** Numbers by value. Done on the digits: a short text may stand for a number of a billion digits. */
    private static final class Numbers {
        private static final int PLAIN = 19;

        /** Whether the number is written as {@link #canonical} would: up to 18 digits, not led by zeros, no minus. */
        static boolean isPlain(Json.Num number) {
            int length = number.to() - number.from();
            byte[] bytes = number.bytes();
            if (length >= PLAIN || bytes[number.from()] == '0' && length > 1) {
                return false;
            }
            for (int i = number.from(); i < number.to(); i++) {
                if (bytes[i] < '0' || bytes[i] > '9') {
                    return false;
                }
            }
            return true;
        }

        static String canonical(Json.Num number) {
            String written = number.written();
            boolean negative = written.charAt(0) == '-';
            int e = Math.max(written.indexOf('e'), written.indexOf('E'));
            String mantissa = written.substring(negative ? 1 : 0, e < 0 ? written.length() : e);
            int point = mantissa.indexOf('.');
            if (e < 0 && point < 0 && mantissa.length() <= PLAIN) {
                return mantissa.equals("0") ? "0" : written;
            }
            BigInteger exponent = e < 0 ? BigInteger.ZERO : exponent(written.substring(e + 1));
            String digits = mantissa.replace(".", "");
            if (point >= 0) {
                exponent = exponent.subtract(BigInteger.valueOf(mantissa.length() - point - 1L));
            }
            int from = 0;
            int to = digits.length();
            while (from < to && digits.charAt(from) == '0') {
                from++;
            }
            while (to > from && digits.charAt(to - 1) == '0') {
                to--;
            }
            if (from == to) {
                return "0";
            }
            exponent = exponent.add(BigInteger.valueOf(digits.length() - to));
            String sign = negative ? "-" : "";
            String coefficient = digits.substring(from, to);
            if (exponent.signum() >= 0
                    && exponent.bitLength() < 8
                    && coefficient.length() + exponent.intValue() <= PLAIN) {
                return sign + coefficient + "0".repeat(exponent.intValue());
            }
            return sign + coefficient + "e" + exponent;
        }

        /** Exponents of thousands of digits stand for nothing that can be told apart in practice, and cost much to compute. */
        private static BigInteger exponent(String written) {
            String digits = written.startsWith("+") ? written.substring(1) : written;
            return new BigInteger(digits.length() <= 1000 ? digits : digits.substring(0, 1000));
        }
    }
}
