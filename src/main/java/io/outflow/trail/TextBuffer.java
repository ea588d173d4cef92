package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts texts together in UTF-8, without the escapes of JSON. Never larger than the texts of one record. */
final class TextBuffer {
    private static final int FIRST_SIZE = 8 << 10;
    private static final int REPLACEMENT = 0xFFFD;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;
    private int used;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        used = Math.max(used, length);
        length = 0;
    }

    /** Overwrites everything that was ever in it. */
    void wipe() {
        clear();
        Arrays.fill(bytes, 0, used, (byte) 0);
        used = 0;
    }

    /** A named value on a line of its own. */
    void line(String name, Json.Text text) {
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        room(label.length + 3);
        System.arraycopy(label, 0, bytes, length, label.length);
        length += label.length;
        bytes[length++] = ':';
        bytes[length++] = ' ';
        add(text);
        room(1);
        bytes[length++] = '\n';
    }

    void add(Json.Text text) {
        byte[] from = text.bytes();
        int to = text.to();
        room(to - text.from());
        for (int i = text.from(); i < to; ) {
            byte b = from[i];
            if (b != '\\') {
                bytes[length++] = b;
                i++;
            } else if (from[i + 1] == 'u') {
                i = unicode(from, i, to);
            } else {
                bytes[length++] = switch (from[i + 1]) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> from[i + 1];
                };
                i += 2;
            }
        }
    }

    /** An escape of six bytes is at most three in UTF-8, a pair of them four. */
    private int unicode(byte[] from, int at, int to) {
        int unit = hex(from, at + 2);
        int next = at + 6;
        if (Character.isHighSurrogate((char) unit) && next + 6 <= to && from[next] == '\\' && from[next + 1] == 'u') {
            int low = hex(from, next + 2);
            if (Character.isLowSurrogate((char) low)) {
                put(Character.toCodePoint((char) unit, (char) low));
                return next + 6;
            }
        }
        put(Character.isSurrogate((char) unit) ? REPLACEMENT : unit);
        return next;
    }

    private static int hex(byte[] from, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Character.digit(from[i], 16);
        }
        return value;
    }

    private void put(int c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        } else {
            bytes[length++] = (byte) (0xF0 | c >> 18);
            bytes[length++] = (byte) (0x80 | c >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            byte[] larger = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
    }
}
