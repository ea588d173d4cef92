package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses one JSON value by RFC 8259, strictly: valid UTF-8, no control characters in texts, no name twice in an object, no
 * bytes after the value, nesting up to a cap (which also bounds the recursion).
 */
final class JsonParser {
    /** No cap of nesting may be set so high that the recursion could run out of stack. */
    private static final int MOST_LEVELS = 500;

    private static final byte[] NOTHING = {};

    private final int levels;
    private final Shapes shapes = new Shapes();
    private String[] names = new String[64];
    private @Nullable Json[] values = new Json[64];
    private int top;
    /** How often a blank or an escape in a name was met: bytes without are compact JSON. */
    private int loose;

    private byte[] bytes = NOTHING;
    private int start;
    private int at;
    private int end;
    private int depth;

    JsonParser(int levels) {
        this.levels = Math.min(levels, MOST_LEVELS);
    }

    /** Parses the slice. The value refers to the bytes, so they must not change while it is used. */
    Json parse(byte[] source, int off, int len) throws JsonFault {
        bytes = source;
        start = off;
        at = off;
        end = off + len;
        depth = 0;
        top = 0;
        loose = 0;
        try {
            Json value = value();
            blanks();
            if (at < end) {
                throw malformed("something follows after the end of the record");
            }
            return value;
        } finally {
            bytes = NOTHING;
        }
    }

    private Json value() throws JsonFault {
        blanks();
        if (at >= end) {
            throw truncated();
        }
        return switch (bytes[at]) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> text();
            case 't' -> word("true", Json.Word.TRUE);
            case 'f' -> word("false", Json.Word.FALSE);
            case 'n' -> word("null", Json.Word.NULL);
            default -> number();
        };
    }

    private Json object() throws JsonFault {
        int from = at;
        int looseBefore = loose;
        deeper();
        int base = top;
        boolean known = true;
        int hash = 0;
        if (next() == '}') {
            at++;
        } else {
            while (true) {
                if (next() != '"') {
                    throw malformed("a name in quotes is missing");
                }
                Json.Text written = text();
                String name = FieldNames.known(written);
                if (name == null) {
                    loose += written.escaped() ? 1 : 0;
                    known = false;
                    name = written.string();
                }
                hash = hash * 31 + name.hashCode();
                if (next() != ':') {
                    throw malformed("a colon is missing after a name");
                }
                at++;
                push(name, value());
                byte separator = next();
                at++;
                if (separator == '}') {
                    break;
                }
                if (separator != ',') {
                    at--;
                    throw malformed("a comma or a closing brace is missing");
                }
            }
        }
        depth--;
        Shape shape = shapes.of(names, base, top - base, known, hash);
        Json[] members = Arrays.copyOfRange(values, base, top);
        Arrays.fill(values, base, top, null);
        top = base;
        return new Json.Obj(shape, members, loose == looseBefore ? new Json.Text(bytes, from, at, true) : null);
    }

    private void push(String name, Json value) {
        if (top == names.length) {
            names = Arrays.copyOf(names, top * 2);
            values = Arrays.copyOf(values, top * 2);
        }
        names[top] = name;
        values[top++] = value;
    }

    private Json array() throws JsonFault {
        deeper();
        List<Json> elements = new ArrayList<>(4);
        if (next() == ']') {
            at++;
        } else {
            while (true) {
                elements.add(value());
                byte separator = next();
                at++;
                if (separator == ']') {
                    break;
                }
                if (separator != ',') {
                    at--;
                    throw malformed("a comma or a closing bracket is missing");
                }
            }
        }
        depth--;
        return new Json.Arr(elements);
    }

    private Json.Text text() throws JsonFault {
        int from = ++at;
        boolean escaped = false;
        while (at < end) {
            if (at + 8 <= end) {
                long odd = Words.unusual(Words.at(bytes, at));
                if (odd == 0) {
                    at += 8;
                    continue;
                }
                at += Long.numberOfTrailingZeros(odd) >>> 3;
            }
            byte b = bytes[at];
            if (b == '"') {
                return new Json.Text(bytes, from, at++, escaped);
            }
            if (b == '\\') {
                escaped = true;
                escape();
            } else if (b < 0) {
                at += Utf8.sequence(bytes, at, end);
            } else if (b < 0x20) {
                throw malformed("a text holds a control character");
            } else {
                at++;
            }
        }
        throw truncated();
    }

    private void escape() throws JsonFault {
        if (at + 1 >= end) {
            throw truncated();
        }
        switch (bytes[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at += 2;
            case 'u' -> {
                if (at + 6 > end) {
                    throw truncated();
                }
                for (int i = at + 2; i < at + 6; i++) {
                    if (Character.digit(bytes[i], 16) < 0) {
                        throw malformed("a text holds an unknown escape");
                    }
                }
                at += 6;
            }
            default -> throw malformed("a text holds an unknown escape");
        }
    }

    private Json number() throws JsonFault {
        int from = at;
        if (bytes[at] == '-') {
            at++;
        }
        int leading = at;
        if (digits() > 1 && bytes[leading] == '0') {
            throw malformed("a number has a leading zero");
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
        return new Json.Num(bytes, from, at);
    }

    private int digits() throws JsonFault {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw at >= end ? truncated() : malformed("a value is not JSON");
        }
        return at - from;
    }

    private Json word(String word, Json.Word value) throws JsonFault {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end) {
                throw truncated();
            }
            if (bytes[at + i] != word.charAt(i)) {
                throw malformed("a value is not JSON");
            }
        }
        at += word.length();
        return value;
    }

    /** Goes to the next byte that is not blank and returns it. */
    private byte next() throws JsonFault {
        blanks();
        if (at >= end) {
            throw truncated();
        }
        return bytes[at];
    }

    private void blanks() {
        while (at < end && bytes[at] <= ' ' && Walker.isSpace(bytes[at])) {
            at++;
            loose++;
        }
    }

    private void deeper() throws JsonFault {
        at++;
        if (++depth > levels) {
            throw new JsonFault(
                    Reason.TOO_DEEP, "The record is nested deeper than " + levels + " levels, so it was not read.");
        }
    }

    private JsonFault malformed(String what) {
        return new JsonFault(
                Reason.MALFORMED, "The record is not valid JSON: " + what + " at byte " + (at - start) + ".");
    }

    private static JsonFault truncated() {
        return new JsonFault(Reason.TRUNCATED, "The record ends before its JSON is complete.");
    }
}
