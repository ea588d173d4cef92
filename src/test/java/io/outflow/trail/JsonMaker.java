package io.outflow.trail;

import java.util.Random;

/** Makes sound JSON of every shape, with keys, strings and spaces chosen to mislead. */
final class JsonMaker {
    private static final String[] PIECES = {
        "a",
        "eventSource",
        "Records",
        "Events",
        "\\\"",
        "\\\\",
        "\\u0041",
        "\\n",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "é",
        "𝄞",
        "\u007f",
        "\\/",
        "},{",
        "\\\"},{\\\"",
        "s3.amazonaws.com",
        "true",
        " "
    };
    private static final String[] NUMBERS = {
        "0", "-0", "1", "-12", "1.5", "0.25", "1e9", "1E-3", "-2.5e+10", "12345678901234567890"
    };
    private static final String[] WORDS = {"true", "false", "null", "\"\"", "[]", "{}"};

    private final Random random;

    JsonMaker(Random random) {
        this.random = random;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    String space() {
        return switch (random.nextInt(8)) {
            case 0 -> " ";
            case 1 -> "\t \t";
            case 2 -> "\r ";
            default -> "";
        };
    }

    /** A field to stand before a list of records, or none. */
    String beside() {
        return coin() ? "" : "\"k" + text() + "\":" + value(20, 3) + ",";
    }

    /** A field to stand after a list of records, or none. */
    String after() {
        return coin() ? "" : ",\"k" + text() + "\":" + value(20, 3);
    }

    /** An object without line ends, of about the given length at most. */
    String object(int most) {
        var out = new StringBuilder("{").append(space());
        // No top-level key names a list of records, since that would make the object a container.
        for (int i = 0; i < random.nextInt(6) && out.length() < most / 2; i++) {
            out.append(i == 0 ? "" : ",")
                    .append(space())
                    .append("\"k")
                    .append(i)
                    .append(text())
                    .append('"');
            out.append(space())
                    .append(':')
                    .append(space())
                    .append(value(most / 6, 4))
                    .append(space());
        }
        return out.append('}').toString();
    }

    private String value(int most, int depth) {
        int kind = random.nextInt(depth == 0 || most < 8 ? 3 : 5);
        return switch (kind) {
            case 0 -> "\"" + text() + "\"";
            case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 2 -> WORDS[random.nextInt(WORDS.length)];
            case 3 -> "[" + space() + value(most / 2, depth - 1) + space() + "," + value(most / 2, depth - 1) + "]";
            default ->
                "{\"" + text() + "\":" + value(most / 2, depth - 1) + space() + ",\"Records\":"
                        + value(most / 2, depth - 1) + "}";
        };
    }

    private String text() {
        var out = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            out.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return out.toString();
    }
}
