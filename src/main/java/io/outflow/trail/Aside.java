package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import org.jspecify.annotations.Nullable;

/** Puts records aside that cannot be cut out well, and moves on to where sound ones go on. */
final class Aside {
    private final Cursor at;
    private final Limits limits;
    private final Tally tally;
    private final String entry;

    Aside(Cursor at, Limits limits, Tally tally, String entry) {
        this.at = at;
        this.limits = limits;
        this.tally = tally;
        this.entry = entry;
    }

    void strayComma() {
        reject(Reason.MALFORMED, 1, "There is a comma with no record before it.");
    }

    void cutOff() {
        reject(Reason.TRUNCATED, at.size(), "The file ends in the middle of this record.");
        at.moveTo(at.limit());
    }

    /** A record that is too large or too deep to be read; returns whether its end could be told. */
    boolean tooMuch(Reason reason, boolean digest) throws Ended {
        String excerpt = Salvage.excerpt(at.bytes(), at.pos(), at.limit());
        int number = tally.next();
        long start = at.offset();
        boolean ended = at.pass();
        long length = at.offset() - start;
        if (digest && reason == Reason.TOO_LARGE) {
            // A busy hour's digest is larger than any record may be.
            tally.skipped(number, SkipReason.DIGEST);
            return ended;
        }
        String sentence = reason == Reason.TOO_DEEP
                ? "This record is nested more than " + limits.depth() + " levels deep, the cap for one record."
                : "This record is " + Sentences.count(length) + " bytes long; the cap for one record is "
                        + Sentences.size(limits.recordBytes()) + ".";
        tally.rejected(new BadRecord(new Place(entry, number, start, length), reason, sentence, excerpt));
        return ended;
    }

    /** A broken element of a list; returns where the list is damaged, or null where the next element can be told. */
    @Nullable
    String element(int fault) throws Ended {
        int into = fault - at.pos();
        at.fillUp();
        byte[] b = at.bytes();
        int end = Salvage.endOfElement(b, at.pos(), at.limit());
        int next = end;
        if (end == Salvage.NOWHERE) {
            next = Salvage.nextRecord(b, at.pos(), at.limit());
            end = next == Salvage.NOWHERE ? at.limit() : Salvage.endBefore(b, at.pos(), next);
        }
        reject(Reason.MALFORMED, end - at.pos(), Sentences.malformed(into));
        if (next == Salvage.NOWHERE) {
            return "its list is damaged at byte " + Sentences.count(at.offset() + into);
        }
        at.moveTo(next);
        return null;
    }

    /** A broken object outside lists: left out with its line, or up to the next line that starts a new object. */
    void line(int fault) throws Ended {
        int into = fault - at.pos();
        at.fillUp();
        byte[] b = at.bytes();
        int line = at.pos();
        while (line < at.limit() && b[line] != '\n') {
            line++;
        }
        if (at.pos() + into <= line && line < at.limit()) {
            reject(Reason.MALFORMED, line - at.pos(), Sentences.malformed(into));
            at.moveTo(line);
        } else {
            toNextLine(Sentences.malformed(into));
        }
    }

    /** Bytes that start neither an object nor a list. */
    void garbage() throws Ended {
        toNextLine("These bytes are no record: they start neither an object nor a list.");
    }

    private void toNextLine(String sentence) throws Ended {
        String excerpt = Salvage.excerpt(at.bytes(), at.pos(), at.limit());
        long start = at.offset();
        int number = tally.next();
        at.toNextLine();
        tally.rejected(new BadRecord(
                new Place(entry, number, start, at.offset() - start), Reason.MALFORMED, sentence, excerpt));
    }

    private void reject(Reason reason, int length, String sentence) {
        String excerpt = Salvage.excerpt(at.bytes(), at.pos(), at.pos() + length);
        tally.rejected(new BadRecord(new Place(entry, tally.next(), at.offset(), length), reason, sentence, excerpt));
    }
}
