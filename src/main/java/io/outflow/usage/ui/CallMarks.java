package io.outflow.usage.ui;

import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.classification.Provenance;
import io.outflow.trail.Grade;
import io.outflow.trail.Proof;
import org.springframework.modulith.NamedInterface;

/** How sure calls are, as every screen marks it: by whom, with which class of data, and in which log file. */
@NamedInterface("marks")
public final class CallMarks {

    private CallMarks() {}

    /** How the caller is known. */
    public static Mark of(Grade grade) {
        var glyph =
                switch (grade) {
                    case NAMED -> Glyph.NAMED;
                    case CLAIMED -> Glyph.CLAIMED_NAME;
                    case ROLE_ONLY -> Glyph.ROLE_ONLY;
                    case SHARED_KEY -> Glyph.SHARED_KEY;
                    case SERVICE -> Glyph.SERVICE;
                    case UNKNOWN -> Glyph.UNKNOWN_CALLER;
                };
        return new Mark(glyph, Words.grade(grade));
    }

    /** How the class of data is known. */
    public static Mark of(Provenance provenance) {
        var glyph =
                switch (provenance) {
                    case DECLARED -> Glyph.DECLARED;
                    case TAGGED -> Glyph.TAGGED;
                    case DETECTED -> Glyph.DETECTED;
                    case UNKNOWN -> Glyph.UNKNOWN_CLASS;
                };
        return new Mark(glyph, Words.provenance(provenance));
    }

    /** What digests say of a log file. */
    public static Mark of(Proof proof) {
        var mark = new Mark(glyph(proof), Words.proof(proof));
        return proof == Proof.INVALID ? mark.asGap() : proof == Proof.UNREFERENCED ? mark.asWatch() : mark;
    }

    public static Glyph glyph(Proof proof) {
        return switch (proof) {
            case NO_DIGEST -> Glyph.NO_DIGEST;
            case VERIFIED -> Glyph.VERIFIED;
            case UNREFERENCED -> Glyph.UNREFERENCED;
            case UNCHAINED -> Glyph.UNCHAINED;
            case INVALID -> Glyph.INVALID;
        };
    }
}
