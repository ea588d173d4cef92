package io.outflow.trail;

/** A place in the bytes of a file, and the ways to move it on. */
final class Cursor {
    private final Window window;
    private final Walker walker;
    private final int most;
    private int pos;

    /** @param most bytes that one value may have */
    Cursor(Window window, Walker walker, int most, int start) {
        this.window = window;
        this.walker = walker;
        this.most = most;
        pos = start;
    }

    byte[] bytes() {
        return window.bytes();
    }

    int limit() {
        return window.limit();
    }

    /** Index of the place in {@link #bytes()}. */
    int pos() {
        return pos;
    }

    void moveTo(int index) {
        pos = index;
    }

    void skip() {
        pos++;
    }

    /** Offset of the place in the file. */
    long offset() {
        return window.base() + pos;
    }

    /** Bytes at hand from the place on. */
    int size() {
        return window.limit() - pos;
    }

    /** The next byte that is no white space, or -1 at the end. */
    int peek() throws Ended {
        while (true) {
            byte[] b = window.bytes();
            int limit = window.limit();
            int p = pos;
            while (p < limit && Walker.isSpace(b[p])) {
                p++;
            }
            pos = p;
            if (p < limit) {
                return b[p] & 0xff;
            }
            if (!more()) {
                return -1;
            }
        }
    }

    /** Gets more bytes; returns whether there were any. */
    boolean more() throws Ended {
        boolean added = window.more(pos);
        pos = 0;
        return added;
    }

    /** Gets as many bytes as a value may take. */
    void fillUp() throws Ended {
        while (size() <= most && more()) {
            // Each turn brings as much as the buffer holds.
        }
    }

    /** Walks the value at the place, with as many bytes as a value may take. */
    int walk(boolean top) throws Ended {
        while (true) {
            int end = walker.walk(window.bytes(), pos, window.limit(), top);
            if (end != Walker.MORE || size() > most || !more()) {
                return end;
            }
        }
    }

    /** Goes past a value without checking its grammar; returns whether its end could be told. */
    boolean pass() throws Ended {
        var scan = new LooseScan();
        while (true) {
            int end = scan.feed(window.bytes(), pos, window.limit());
            if (end >= 0) {
                pos = end;
                return true;
            }
            if (end == LooseScan.LOST) {
                pos = scan.at();
                return false;
            }
            pos = window.limit();
            if (!more()) {
                return true;
            }
        }
    }

    /** Goes to the next line that starts an object or a list, or to the end. */
    void toNextLine() throws Ended {
        while (true) {
            int next = Salvage.nextLine(window.bytes(), pos, window.limit());
            if (next >= 0) {
                pos = next;
                return;
            }
            // The last byte may be the line end before it.
            pos = Math.max(pos, window.limit() - 1);
            if (!more()) {
                pos = window.limit();
                return;
            }
        }
    }
}
