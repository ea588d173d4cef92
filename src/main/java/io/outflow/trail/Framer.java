package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one file, or of one entry of an archive, into records: lists under {@code Records} or {@code Events},
 * bare lists, and objects one after the other, with or without line ends between them.
 */
final class Framer {
    /** Takes one complete JSON value. */
    interface Records {
        void read(byte[] buf, int off, int len, Place place);
    }

    private final Window window;
    private final Limits limits;
    private final Tally tally;
    private final Records records;
    private final OtherServices others;
    private final String entry;
    private final Walker walker;
    private int pos;
    private int first = -1;
    private boolean named;
    private boolean lists;
    private boolean inList;
    private @Nullable String failure;

    Framer(Window window, Limits limits, Tally tally, Records records, OtherServices others, String entry) {
        this.window = window;
        this.limits = limits;
        this.tally = tally;
        this.records = records;
        this.others = others;
        this.entry = entry;
        walker = new Walker(limits.depth());
    }

    /** Whether a list under the name {@code Records} or {@code Events} was found. */
    boolean named() {
        return named;
    }

    /** Whether any list was found. */
    boolean lists() {
        return lists;
    }

    /** Whether anything but white space was found. */
    boolean anything() {
        return first >= 0;
    }

    /** The first byte that is no white space, or -1. */
    int first() {
        return first;
    }

    /** How the framing broke, where it did, as a part of a sentence about the file. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Reads to the end of the bytes, or to where no record can be told any more. */
    void run(int start) throws Ended {
        pos = start;
        first = peek();
        if (first != '{' && first != '[' && Salvage.nextLine(window.bytes(), pos, window.limit()) < 0) {
            // No JSON at all: a fault of the file, not of a record.
            return;
        }
        for (int c = first; c >= 0 && failure == null; c = peek()) {
            switch (c) {
                case '{' -> topObject();
                case '[' -> {
                    pos++;
                    list(false);
                }
                default -> garbage();
            }
        }
    }

    /** The next byte that is no white space, or -1 at the end. */
    private int peek() throws Ended {
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

    private boolean more() throws Ended {
        boolean added = window.more(pos);
        pos = 0;
        return added;
    }

    private int size() {
        return window.limit() - pos;
    }

    private long offset() {
        return window.base() + pos;
    }

    /** Walks the value at the cursor, with as many bytes as it takes up to the cap. */
    private int walk(boolean top) throws Ended {
        while (true) {
            int end = walker.walk(window.bytes(), pos, window.limit(), top);
            if (end != Walker.MORE || size() > limits.recordBytes() || !more()) {
                return end;
            }
        }
    }

    private void topObject() throws Ended {
        int end = walk(true);
        switch (end) {
            case Walker.LIST -> container();
            case Walker.BROKEN -> brokenLine();
            default -> {
                if (end >= 0 && walker.recordsNoList() && walker.start(Walker.SOURCE) < 0) {
                    failure = "its Records are no list";
                    return;
                }
                value(end, false);
            }
        }
    }

    /** An object that holds a list of records, and perhaps other fields. */
    private void container() throws Ended {
        named = true;
        pos = walker.at() + 1;
        list(walker.records());
        while (failure == null) {
            switch (peek()) {
                case '}' -> {
                    pos++;
                    return;
                }
                case ',' -> {
                    pos++;
                    if (!field()) {
                        return;
                    }
                }
                case -1 -> failure = "it ends before its list is closed";
                default -> {
                    garbage();
                    return;
                }
            }
        }
    }

    /** A field beside the list: passed over, unless it is a list of records too. */
    private boolean field() throws Ended {
        if (peek() != '"') {
            garbage();
            return false;
        }
        int end = walk(false);
        if (end < 0) {
            return lostField(end);
        }
        boolean again = isRecords(end);
        pos = end;
        if (peek() != ':') {
            garbage();
            return false;
        }
        pos++;
        if (peek() == '[' && again) {
            pos++;
            list(true);
            return true;
        }
        end = walk(false);
        if (end < 0) {
            return lostField(end);
        }
        pos = end;
        return true;
    }

    private boolean isRecords(int end) {
        return end - pos == 9 && Words.at(window.bytes(), pos + 1) == Walker.RECORDS;
    }

    private boolean lostField(int end) throws Ended {
        if (end == Walker.BROKEN) {
            garbage();
        } else {
            failure = size() > limits.recordBytes()
                    ? "a field beside its list is larger than the cap"
                    : "it ends before its list is closed";
        }
        return false;
    }

    /** The elements of a list, from after its opening bracket to after its closing one. */
    private void list(boolean trail) throws Ended {
        lists = true;
        boolean comma = true;
        while (failure == null) {
            int c = peek();
            switch (c) {
                case -1 -> failure = "it ends before its list is closed";
                case ']' -> {
                    pos++;
                    return;
                }
                case ',' -> {
                    if (comma) {
                        reject(Reason.MALFORMED, 1, "There is a comma with no record before it.");
                    }
                    pos++;
                    comma = true;
                }
                default -> {
                    element(trail);
                    comma = false;
                }
            }
        }
    }

    private void element(boolean trail) throws Ended {
        int end = walk(false);
        if (end == Walker.BROKEN) {
            brokenElement();
        } else {
            inList = true;
            value(end, trail);
            inList = false;
        }
    }

    /** What to do with a value that was walked to its end, or is too much to be walked, or is cut off. */
    private void value(int end, boolean trail) throws Ended {
        if (end >= 0 && end - pos <= limits.recordBytes()) {
            deliver(end, trail);
        } else if (end == Walker.DEEP) {
            pass(Reason.TOO_DEEP);
        } else if (end >= 0 || size() > limits.recordBytes()) {
            pass(Reason.TOO_LARGE);
        } else {
            reject(Reason.TRUNCATED, size(), "The file ends in the middle of this record.");
            pos = window.limit();
        }
    }

    private void deliver(int end, boolean trail) {
        byte[] b = window.bytes();
        SkipReason reason = others.skipReason(b, walker);
        if (reason == null) {
            records.read(b, pos, end - pos, new Place(entry, tally.next(), offset(), end - pos));
        } else {
            tally.skipped(tally.next(), reason);
            if (trail) {
                others.cover(b, walker);
            }
        }
        pos = end;
    }

    /** Goes past a value that is too large or too deep to be read. */
    private void pass(Reason reason) throws Ended {
        boolean digest = walker.digest() && reason == Reason.TOO_LARGE;
        String excerpt = Salvage.excerpt(window.bytes(), pos, window.limit());
        int number = tally.next();
        long start = offset();
        var scan = new LooseScan();
        int end = scan.feed(window.bytes(), pos, window.limit());
        while (end == LooseScan.MORE) {
            pos = window.limit();
            if (!more()) {
                break;
            }
            end = scan.feed(window.bytes(), pos, window.limit());
        }
        if (end >= 0) {
            pos = end;
        } else if (end == LooseScan.LOST) {
            pos = scan.at();
            if (inList) {
                failure = "its list is damaged at byte " + offset();
            } else {
                toNextLine();
            }
        }
        long length = offset() - start;
        if (digest) {
            // A busy hour's digest is larger than any record may be.
            tally.skipped(number, SkipReason.DIGEST);
        } else {
            String sentence = reason == Reason.TOO_DEEP
                    ? "This record is nested more than " + limits.depth() + " levels deep, the cap for one record."
                    : "This record is " + length + " bytes long; the cap for one record is "
                            + Sentences.size(limits.recordBytes()) + ".";
            tally.rejected(new BadRecord(new Place(entry, number, start, length), reason, sentence, excerpt));
        }
    }

    /** A broken element of a list: left out where the next one can be told for certain. */
    private void brokenElement() throws Ended {
        int fault = walker.at() - pos;
        fillUp();
        byte[] b = window.bytes();
        int limit = window.limit();
        int end = Salvage.endOfElement(b, pos, limit);
        int next = end;
        if (end == Salvage.NOWHERE) {
            next = Salvage.nextRecord(b, pos, limit);
            end = next < 0 ? limit : Salvage.endBefore(b, pos, next);
        }
        reject(Reason.MALFORMED, end - pos, Sentences.malformed(fault));
        if (next < 0) {
            failure = "its list is damaged at byte " + (offset() + fault);
        } else {
            pos = next;
        }
    }

    /** A broken object outside lists: left out up to the next line that starts a new one. */
    private void brokenLine() throws Ended {
        int fault = walker.at() - pos;
        fillUp();
        byte[] b = window.bytes();
        int line = pos;
        while (line < window.limit() && b[line] != '\n') {
            line++;
        }
        if (fault <= line - pos && line < window.limit()) {
            reject(Reason.MALFORMED, line - pos, Sentences.malformed(fault));
            pos = line;
        } else {
            skipToLine(Sentences.malformed(fault));
        }
    }

    /** Bytes that start no value: one record aside, up to the next line that starts one. */
    private void garbage() throws Ended {
        skipToLine("These bytes are no record: they start neither an object nor a list.");
    }

    private void skipToLine(String sentence) throws Ended {
        String excerpt = Salvage.excerpt(window.bytes(), pos, window.limit());
        long start = offset();
        int number = tally.next();
        toNextLine();
        tally.rejected(
                new BadRecord(new Place(entry, number, start, offset() - start), Reason.MALFORMED, sentence, excerpt));
    }

    /** Goes to the next line that starts an object or a list, or to the end. */
    private void toNextLine() throws Ended {
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

    private void fillUp() throws Ended {
        while (size() <= limits.recordBytes() && more()) {
            // As much as a record may take.
        }
    }

    private void reject(Reason reason, int length, String sentence) {
        String excerpt = Salvage.excerpt(window.bytes(), pos, pos + length);
        tally.rejected(new BadRecord(new Place(entry, tally.next(), offset(), length), reason, sentence, excerpt));
    }
}
