package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds where sound records go on after a broken one, and what of a broken one may be shown. */
final class Salvage {
    /** No place was found from which it is safe to go on. */
    static final int NOWHERE = -1;

    private static final int EXCERPT = 2000;
    private static final byte[] EVENT_VERSION = "\"eventVersion\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY = "BodyJson".getBytes(StandardCharsets.US_ASCII);

    private Salvage() {}

    /**
     * Returns the end of a broken object in a list, where its brackets close and what follows can only be the next object or
     * the end of the list: a lost brace makes it close too early, among its own fields.
     */
    static int endOfElement(byte[] b, int from, int limit) {
        int end = b[from] == '{' ? new LooseScan().feed(b, from, limit) : NOWHERE;
        if (end < 0) {
            return NOWHERE;
        }
        int mark = overSpace(b, end, limit);
        int next = overSpace(b, mark + 1, limit);
        boolean object = b[mark] == ',' && b[next] == '{';
        boolean listEnd = b[mark] == ']' && (b[next] == '}' || b[next] == ',' || next >= limit);
        return mark < limit && (object || listEnd) ? end : NOWHERE;
    }

    private static int overSpace(byte[] b, int from, int limit) {
        int p = Math.min(from, limit);
        while (p < limit && Walker.isSpace(b[p])) {
            p++;
        }
        return p;
    }

    /**
     * Returns the opening brace of the next CloudTrail record in a list of them. Its first key cannot stand inside a string
     * in this form, where quotes are escaped; a record nested in another follows a colon or a bracket, not a comma.
     */
    static int nextRecord(byte[] b, int from, int limit) {
        int key = from;
        while ((key = indexOf(b, key, limit, EVENT_VERSION)) >= 0) {
            int brace = backOverSpace(b, key - 1, from);
            if (brace > from && b[brace] == '{') {
                int before = backOverSpace(b, brace - 1, from);
                if (before >= from && b[before] == ',') {
                    return brace;
                }
            }
            key++;
        }
        return NOWHERE;
    }

    /** Returns the start of the next line that starts an object or a list. */
    static int nextLine(byte[] b, int from, int limit) {
        for (int p = from; p < limit - 1; p++) {
            if (b[p] == '\n' && (b[p + 1] == '{' || b[p + 1] == '[')) {
                return p + 1;
            }
        }
        return NOWHERE;
    }

    /** Returns the end of what a lost record before {@code next} takes: without the comma and white space between. */
    static int endBefore(byte[] b, int from, int next) {
        int comma = backOverSpace(b, next - 1, from);
        int last = backOverSpace(b, comma - 1, from);
        return Math.max(last + 1, from + 1);
    }

    private static int backOverSpace(byte[] b, int from, int least) {
        int p = from;
        while (p >= least && Walker.isSpace(b[p])) {
            p--;
        }
        return p;
    }

    private static int indexOf(byte[] b, int from, int limit, byte[] wanted) {
        for (int p = from; p <= limit - wanted.length; p++) {
            if (b[p] == wanted[0] && Arrays.equals(b, p, p + wanted.length, wanted, 0, wanted.length)) {
                return p;
            }
        }
        return -1;
    }

    /** The start of a CloudTrail record as text; null for what may be anything else, and so may hold a prompt. */
    static @Nullable String excerpt(byte[] b, int from, int to) {
        int key = from + 1;
        while (key < to && Walker.isSpace(b[key])) {
            key++;
        }
        int end = Math.min(to, from + EXCERPT);
        if (b[from] != '{'
                || key + EVENT_VERSION.length > end
                || !Arrays.equals(b, key, key + EVENT_VERSION.length, EVENT_VERSION, 0, EVENT_VERSION.length)
                || indexOf(b, from, end, BODY) >= 0) {
            return null;
        }
        return new String(b, from, end - from, StandardCharsets.UTF_8);
    }
}
