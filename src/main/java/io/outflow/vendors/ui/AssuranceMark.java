package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Basis;
import java.time.LocalDate;

/** How sure a fact is: glyph and word, with who confirmed it and when in the tooltip. */
class AssuranceMark extends Mark {

    private static final long serialVersionUID = 1L;

    AssuranceMark(Basis basis, LocalDate today) {
        super(glyph(basis.assurance(today)), word(basis, today));
        addClassName("assurance-" + basis.assurance(today).name().toLowerCase(java.util.Locale.ROOT));
        setTitle(sentence(basis, today));
    }

    static Glyph glyph(Assurance assurance) {
        return switch (assurance) {
            case CONFIRMED -> Glyph.CONFIRMED;
            case CLAIMED -> Glyph.CLAIMED;
            case STALE -> Glyph.STALE;
            case REJECTED -> Glyph.ABSENT;
        };
    }

    private static String word(Basis basis, LocalDate today) {
        return switch (basis.assurance(today)) {
            case CONFIRMED -> basis.confirmedBy();
            case CLAIMED -> "not confirmed";
            case STALE -> "past its check";
            case REJECTED -> "rejected";
        };
    }

    private static String sentence(Basis basis, LocalDate today) {
        return switch (basis.assurance(today)) {
            case CLAIMED -> "Claimed, nobody confirmed it.";
            case REJECTED -> "Rejected by %s. It counts for nothing.".formatted(basis.confirmedBy());
            case CONFIRMED, STALE ->
                "Confirmed by %s%s%s"
                        .formatted(
                                basis.confirmedBy(),
                                basis.confirmedAt() == null ? "" : " on " + Formats.day(basis.confirmedAt()),
                                basis.nextCheck() == null
                                        ? "."
                                        : ", to be checked again by " + Formats.day(basis.nextCheck()) + ".");
        };
    }
}
