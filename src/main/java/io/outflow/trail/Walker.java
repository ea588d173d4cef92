package io.outflow.trail;

/**
 * Walks one JSON value in a buffer from its first byte to its last and checks the grammar on the way, without recursion and
 * without making objects. It remembers where the few fields stand by which a record can be told.
 *
 * <p>The byte at the limit must be 0 and {@link #PAD} bytes must follow: no JSON text holds a raw 0, so one comparison finds
 * both faults and the end of the buffer.
 */
final class Walker {
    /** The value goes on beyond the limit. */
    static final int MORE = -1;
    /** The bytes at {@link #at()} break the grammar. */
    static final int BROKEN = -2;
    /** Nested deeper than allowed. */
    static final int DEEP = -3;
    /** The object holds a list of records, whose bracket is at {@link #at()}. */
    static final int LIST = -4;

    /** Bytes that must be readable from the limit on. */
    static final int PAD = 16;

    private static final int TRUE = Words.half("true");
    private static final int NULL = Words.half("null");
    private static final int ALSE = Words.half("alse");

    private final int maxDepth;
    private final long[] objects;
    private final Fields fields = new Fields();
    private int at;
    private boolean escaped;
    private boolean recordsNoList;

    Walker(int maxDepth) {
        this.maxDepth = maxDepth;
        objects = new long[maxDepth / 64 + 1];
    }

    /** Where the walk stopped, after {@link #BROKEN} and {@link #LIST}. */
    int at() {
        return at;
    }

    /** The fields of the object walked last, or walked so far. */
    Fields fields() {
        return fields;
    }

    /** Whether there was a field {@code Records} that is no list. */
    boolean recordsNoList() {
        return recordsNoList;
    }

    /**
     * Walks the value that starts at {@code from}.
     *
     * @param top whether to stop at a list of records in the object
     * @return the index after the value, or one of the negative answers
     */
    int walk(byte[] b, int from, int limit, boolean top) {
        fields.clear();
        recordsNoList = false;
        int p = from;
        int depth = 0;
        int field = Fields.NONE;
        boolean object = false;
        boolean key = false;
        boolean identity = false;
        while (true) {
            if (key) {
                while (isSpace(b[p])) {
                    p++;
                }
                if (b[p] != '"') {
                    return stopped(p, limit);
                }
                int name = p + 1;
                if (depth <= 2 && (depth == 1 || identity)) {
                    escaped = false;
                    p = string(b, name, limit);
                    if (p < 0) {
                        return p;
                    }
                    if (escaped) {
                        fields.hidden();
                    }
                    field = depth == 1
                            ? fields.inRecord(b, name, p - 1 - name)
                            : fields.inIdentity(b, name, p - 1 - name);
                    if (top && depth == 1 && fields.namesList(b, name, p - 1 - name)) {
                        int list = afterColon(b, p);
                        if (b[list] == '[') {
                            at = list;
                            return LIST;
                        }
                        if (list >= limit) {
                            return MORE;
                        }
                        recordsNoList |= fields.records();
                    }
                } else {
                    p = string(b, name, limit);
                    if (p < 0) {
                        return p;
                    }
                    field = Fields.NONE;
                }
                while (isSpace(b[p])) {
                    p++;
                }
                if (b[p] != ':') {
                    return stopped(p, limit);
                }
                p++;
                key = false;
            }
            while (isSpace(b[p])) {
                p++;
            }
            int value = p;
            switch (b[p]) {
                case '"' -> p = string(b, p + 1, limit);
                case '{', '[' -> {
                    if (depth == maxDepth) {
                        at = p;
                        return DEEP;
                    }
                    if (depth == 1) {
                        identity = field == Fields.IDENTITY;
                    }
                    field = Fields.NONE;
                    object = b[p] == '{';
                    push(depth++, object);
                    p++;
                    while (isSpace(b[p])) {
                        p++;
                    }
                    if (b[p] != (object ? '}' : ']')) {
                        key = object;
                        continue;
                    }
                    // Closed at once: the common end of containers below takes it.
                }
                case 't' -> p = literal(b, p, TRUE, 4, limit);
                case 'n' -> p = literal(b, p, NULL, 4, limit);
                case 'f' -> p = literal(b, p + 1, ALSE, 4, limit);
                case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> p = number(b, p, limit);
                default -> p = stopped(p, limit);
            }
            if (p < 0) {
                return p;
            }
            if (field >= 0) {
                fields.found(field, value, p);
                field = Fields.NONE;
            }
            while (true) {
                if (depth == 0) {
                    return p;
                }
                while (isSpace(b[p])) {
                    p++;
                }
                int c = b[p];
                if (c == ',') {
                    p++;
                    key = object;
                    break;
                }
                if (c != (object ? '}' : ']')) {
                    return stopped(p, limit);
                }
                p++;
                depth--;
                object = depth > 0 && isObject(depth - 1);
                identity &= depth >= 2;
            }
        }
    }

    private int stopped(int p, int limit) {
        at = p;
        return p >= limit ? MORE : BROKEN;
    }

    private void push(int depth, boolean object) {
        long bit = 1L << depth;
        if (object) {
            objects[depth >> 6] |= bit;
        } else {
            objects[depth >> 6] &= ~bit;
        }
    }

    private boolean isObject(int depth) {
        return (objects[depth >> 6] & (1L << depth)) != 0;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static int afterColon(byte[] b, int from) {
        int p = from;
        while (isSpace(b[p])) {
            p++;
        }
        if (b[p] != ':') {
            return p;
        }
        p++;
        while (isSpace(b[p])) {
            p++;
        }
        return p;
    }

    /** Goes from after the opening quote to after the closing one. */
    private int string(byte[] b, int from, int limit) {
        int p = from;
        while (true) {
            long special = Words.special(Words.at(b, p));
            if (special == 0) {
                p += 8;
                continue;
            }
            p += Long.numberOfTrailingZeros(special) >>> 3;
            int c = b[p];
            if (c == '"') {
                return p + 1;
            }
            if (c != '\\') {
                return stopped(p, limit);
            }
            escaped = true;
            switch (b[p + 1]) {
                case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> p += 2;
                case 'u' -> {
                    for (int i = 2; i < 6; i++) {
                        if (!isHex(b[p + i])) {
                            return stopped(p + i, limit);
                        }
                    }
                    p += 6;
                }
                default -> {
                    return stopped(p + 1, limit);
                }
            }
        }
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private int literal(byte[] b, int p, int word, int length, int limit) {
        if (p + length > limit) {
            return MORE;
        }
        return Words.halfAt(b, p) == word ? p + length : stopped(p, limit);
    }

    private int number(byte[] b, int from, int limit) {
        int p = b[from] == '-' ? from + 1 : from;
        if (b[p] == '0') {
            p++;
        } else {
            int digits = p;
            p = digits(b, p);
            if (p == digits) {
                return stopped(p, limit);
            }
        }
        if (b[p] == '.') {
            int fraction = p + 1;
            p = digits(b, fraction);
            if (p == fraction) {
                return stopped(p, limit);
            }
        }
        if (b[p] == 'e' || b[p] == 'E') {
            int exponent = b[p + 1] == '+' || b[p + 1] == '-' ? p + 2 : p + 1;
            p = digits(b, exponent);
            if (p == exponent) {
                return stopped(p, limit);
            }
        }
        // A number at the limit may go on beyond it.
        return p >= limit ? MORE : p;
    }

    private static int digits(byte[] b, int from) {
        int p = from;
        while (b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        return p;
    }
}
