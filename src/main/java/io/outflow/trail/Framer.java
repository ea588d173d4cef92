package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one file, or of one entry of an archive, into records: lists under {@code Records} or {@code Events},
 * bare lists, and objects one after the other, with or without line ends between them.
 */
final class Framer {
    /** Takes one complete JSON value after the other. */
    interface Values {
        /**
         * The index after the value at an index, where that can be told without a walk, and not beyond the limit; -1 where it cannot.
         * Where it can, that value is read next.
         */
        default int end(byte[] buf, int off, int limit) {
            return -1;
        }

        void read(byte[] buf, int off, int len, Place place);
    }

    private static final String UNCLOSED = "it ends before its list is closed";

    private final Limits limits;
    private final Tally tally;
    private final Values values;
    private final OtherServices others;
    private final String entry;
    private final Walker walker;
    private final Cursor at;
    private final Aside aside;
    private int first = -1;
    private boolean named;
    private boolean lists;
    private @Nullable String failure;

    /** @param start index of the first byte of text in the window */
    Framer(Window window, int start, Limits limits, Tally tally, Values values, OtherServices others, String entry) {
        this.limits = limits;
        this.tally = tally;
        this.values = values;
        this.others = others;
        this.entry = entry;
        walker = new Walker(limits.depth());
        at = new Cursor(window, walker, limits.recordBytes(), start);
        aside = new Aside(at, limits, tally, entry);
    }

    /** Whether a list under the name {@code Records} or {@code Events} was found. */
    boolean named() {
        return named;
    }

    /** Whether any list was found. */
    boolean lists() {
        return lists;
    }

    /** The first byte that is no white space, or -1. */
    int first() {
        return first;
    }

    /** How the framing broke, where it did, as the end of a sentence about the file. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Reads to the end of the bytes, or to where no record can be told any more. */
    void run() throws Ended {
        first = at.peek();
        if (!startsValue(first) && Salvage.nextLine(at.bytes(), at.pos(), at.limit()) < 0) {
            // No JSON at all: a fault of the file, not of a record.
            permissionsNote();
            return;
        }
        for (int c = first; c >= 0 && failure == null; c = at.peek()) {
            switch (c) {
                case '{' -> object();
                case '[' -> {
                    at.skip();
                    list(false);
                }
                default -> aside.garbage();
            }
        }
    }

    private static boolean startsValue(int c) {
        return c == '{' || c == '[';
    }

    private void permissionsNote() {
        int length = at.size();
        if (length > 0 && RecordReader.isPermissionsNote(at.bytes(), at.pos(), length)) {
            values.read(at.bytes(), at.pos(), length, new Place(entry, tally.next(), at.offset(), length));
        }
    }

    /** An object outside lists: a record of its own, or the container of a list. */
    private void object() throws Ended {
        int end = at.walk(true);
        if (end == Walker.LIST) {
            container();
        } else if (end == Walker.BROKEN) {
            aside.line(walker.at());
        } else if (end >= 0 && walker.recordsNoList() && walker.fields().start(Fields.SOURCE) < 0) {
            failure = "its Records are no list";
        } else if (!value(end, false)) {
            at.toNextLine();
        }
    }

    /** An object that holds a list of records, and perhaps other fields. */
    private void container() throws Ended {
        named = true;
        at.moveTo(walker.at() + 1);
        list(walker.fields().records());
        while (failure == null) {
            switch (at.peek()) {
                case '}' -> {
                    at.skip();
                    return;
                }
                case ',' -> {
                    at.skip();
                    if (!field()) {
                        return;
                    }
                }
                case -1 -> failure = UNCLOSED;
                default -> {
                    aside.garbage();
                    return;
                }
            }
        }
    }

    /** A field beside the list: passed over, unless it is a list of records too. Returns whether the object goes on. */
    private boolean field() throws Ended {
        if (at.peek() != '"') {
            aside.garbage();
            return false;
        }
        int end = at.walk(false);
        if (end < 0) {
            return lostField(end);
        }
        boolean again = end - at.pos() == 9 && Words.at(at.bytes(), at.pos() + 1) == Fields.RECORDS;
        at.moveTo(end);
        if (at.peek() != ':') {
            aside.garbage();
            return false;
        }
        at.skip();
        if (at.peek() == '[' && again) {
            at.skip();
            list(true);
            return true;
        }
        end = at.walk(false);
        if (end < 0) {
            return lostField(end);
        }
        at.moveTo(end);
        return true;
    }

    private boolean lostField(int end) throws Ended {
        if (end == Walker.MORE) {
            failure = at.size() > limits.recordBytes() ? "a field beside its list is larger than the cap" : UNCLOSED;
        } else {
            aside.garbage();
        }
        return false;
    }

    /** The elements of a list, from after its opening bracket to after its closing one. */
    private void list(boolean trail) throws Ended {
        lists = true;
        boolean comma = true;
        while (failure == null) {
            switch (at.peek()) {
                case -1 -> failure = UNCLOSED;
                case ']' -> {
                    at.skip();
                    return;
                }
                case ',' -> {
                    if (comma) {
                        aside.strayComma();
                    }
                    at.skip();
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
        int most = (int) Math.min(at.limit(), (long) at.pos() + limits.recordBytes());
        int end = values.end(at.bytes(), at.pos(), most);
        if (end >= 0) {
            read(end);
            return;
        }
        end = at.walk(false);
        if (end == Walker.BROKEN) {
            failure = aside.element(walker.at());
        } else if (!value(end, trail)) {
            failure = "its list is damaged at byte " + Sentences.count(at.offset());
        }
    }

    /**
     * Takes a value that was walked to its end, or is too much to be walked, or is cut off. Returns false where the end of
     * the value cannot be told.
     */
    private boolean value(int end, boolean trail) throws Ended {
        if (end >= 0 && end - at.pos() <= limits.recordBytes()) {
            deliver(end, trail);
            return true;
        }
        if (end == Walker.DEEP) {
            return aside.tooMuch(Reason.TOO_DEEP, false);
        }
        if (end >= 0 || at.size() > limits.recordBytes()) {
            return aside.tooMuch(Reason.TOO_LARGE, walker.fields().digest());
        }
        aside.cutOff();
        return true;
    }

    private void deliver(int end, boolean trail) {
        byte[] b = at.bytes();
        SkipReason reason = OtherServices.skipReason(b, walker.fields());
        if (reason == null) {
            read(end);
        } else {
            tally.skipped(tally.next(), reason);
            if (trail) {
                others.cover(b, walker.fields());
            }
            at.moveTo(end);
        }
    }

    private void read(int end) {
        int length = end - at.pos();
        values.read(at.bytes(), at.pos(), length, new Place(entry, tally.next(), at.offset(), length));
        at.moveTo(end);
    }
}
