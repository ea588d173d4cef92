package io.outflow.sample.internal;

import java.nio.charset.StandardCharsets;

/** Writes JSON text field by field, without a tree: a million records are written in seconds. */
public final class Json {
    private final StringBuilder text = new StringBuilder(4096);

    public Json open() {
        separate();
        text.append('{');
        return this;
    }

    public Json open(String name) {
        name(name).append('{');
        return this;
    }

    public Json close() {
        text.append('}');
        return this;
    }

    public Json openList(String name) {
        name(name).append('[');
        return this;
    }

    public Json closeList() {
        text.append(']');
        return this;
    }

    public Json put(String name, String value) {
        quote(name(name), value);
        return this;
    }

    public Json put(String name, long value) {
        name(name).append(value);
        return this;
    }

    public Json put(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    public Json putNull(String name) {
        name(name).append("null");
        return this;
    }

    /** Bytes of what was written, after which this is empty again. */
    public byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private StringBuilder name(String name) {
        separate();
        quote(text, name);
        return text.append(':');
    }

    private void separate() {
        if (!text.isEmpty()) {
            char last = text.charAt(text.length() - 1);
            if (last != '{' && last != '[' && last != ':') {
                text.append(',');
            }
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> text.append(c);
            }
        }
        text.append('"');
    }
}
