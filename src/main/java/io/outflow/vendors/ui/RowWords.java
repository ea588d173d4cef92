package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Origin;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.YesNo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A row of the register in words, as it reads on a day. */
final class RowWords {

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_LINE = 34;

    private final LocalDate today;
    private final SeenWords seen;

    RowWords(LocalDate today) {
        this(today, SeenWords.NOTHING);
    }

    RowWords(LocalDate today, SeenWords seen) {
        this.today = today;
        this.seen = seen;
    }

    SeenWords seen() {
        return seen;
    }

    Cell agreement(ProductRow row, AgreedTerm term) {
        var agreement = term.agreement();
        if (agreement == null) {
            var missing = term.state().label();
            return row.product().content().inUse() == YesNo.YES
                    ? Cell.watch(missing, "in use")
                    : Cell.quiet(missing, "");
        }
        var content = agreement.content();
        var word = content.state() == AgreementState.BY_REFERENCE
                ? "By reference"
                : content.state().label();
        var glyph = AssuranceMark.glyph(agreement.basis().assurance(today));
        return switch (term.state()) {
            case IN_FORCE ->
                term.endsSoon()
                        ? Cell.watch(
                                "Ends "
                                        + Formats.day(Objects.requireNonNull(content.inForceUntil())
                                                .toLocalDate()),
                                left(term))
                        : Cell.plain(glyph, word, left(term));
            case CLAIMED -> new Cell(Glyph.CLAIMED, Cell.Tone.QUIET, word, Assurance.CLAIMED.words());
            case LAPSED -> Cell.gap("Lapsed", since(term));
            case UNDATED -> Cell.watch(word, "start unknown");
            case NOT_YET ->
                Cell.plain(
                        Glyph.NOTE,
                        "From "
                                + Formats.day(Objects.requireNonNull(content.inForceFrom())
                                        .toLocalDate()),
                        "not yet in force");
            case NOT_NEEDED -> Cell.plain(Glyph.NOTE, term.state().label(), "");
            case PENDING -> Cell.quiet(word, "not agreed yet");
            case TERMINATED -> Cell.plain(term.state().label(), since(term));
            case NONE, MISSING -> Cell.quiet(term.state().label(), "");
        };
    }

    Cell retention(ProductRow row) {
        if (row.retention().isEmpty()) {
            return Cell.quiet(UNKNOWN, "");
        }
        var first = days(row);
        if (!row.disputedDays().isEmpty()) {
            return Cell.watch(first, "elsewhere " + days(row.disputedDays()));
        }
        var assurance = Objects.requireNonNull(row.retentionAssurance(today));
        var tone = tone(assurance);
        return new Cell(
                AssuranceMark.glyph(assurance),
                tone,
                first,
                row.retention().size() > 1
                        ? "depends, %d statements".formatted(row.retention().size())
                        : restsOn(row.retention().getFirst().basis()));
    }

    Cell training(ProductRow row) {
        var training = row.training();
        if (training == null) {
            return Cell.quiet(UNKNOWN, "");
        }
        var content = training.content();
        if (content.choice() == TrainingChoice.OPTED_OUT) {
            return content.optOutProved()
                    ? of(training, "Opted out", "proof " + Formats.day(Objects.requireNonNull(content.provedOn())))
                    : Cell.watch("Opted out", "no proof");
        }
        if (content.choice() == TrainingChoice.OPTED_IN) {
            return Cell.watch("Opted in", restsOn(training.basis()));
        }
        return switch (content.byDefault()) {
            case NOT_USED -> of(training, "Not used", restsOn(training.basis()));
            case USED -> Cell.watch("Used", restsOn(training.basis()));
            case USER_CHOICE -> of(training, "User chooses", restsOn(training.basis()));
            case DEPENDS -> of(training, "Depends", restsOn(training.basis()));
            case UNKNOWN -> Cell.quiet(TrainingUse.UNKNOWN.label().toLowerCase(Locale.ROOT), "");
        };
    }

    Cell regions(ProductRow row) {
        var residency = row.residency();
        if (residency == null) {
            return Cell.quiet(UNKNOWN, "");
        }
        var content = residency.content();
        var chosen = content.processingChosen().isEmpty() ? content.storageChosen() : content.processingChosen();
        if (!chosen.isEmpty()) {
            return of(residency, few(chosen), seen.regions(row).orElseGet(() -> restsOn(residency.basis())));
        }
        var offered = content.processingOffered().isEmpty() ? content.storageOffered() : content.processingOffered();
        return offered.isEmpty() ? Cell.quiet(UNKNOWN, "") : of(residency, few(offered), "offered, none chosen");
    }

    Cell certification(ProductRow row) {
        var next = row.certification();
        if (next == null) {
            return Cell.quiet("none known", "");
        }
        var until = next.content().validUntil();
        if (until == null) {
            return of(next, next.title(), "end unknown");
        }
        return until.isBefore(today)
                ? new Cell(Glyph.STALE, Cell.Tone.WATCH, next.title(), Formats.day(until) + ", overdue")
                : of(next, next.title(), Formats.day(until));
    }

    Cell owner(ProductRow row) {
        var owner = row.product().content().owner();
        if (!owner.isEmpty()) {
            return Cell.plain(owner, "");
        }
        return row.product().content().inUse() == YesNo.YES ? Cell.watch("no owner", "") : Cell.quiet("no owner", "");
    }

    Cell review(ProductRow row) {
        var next = row.nextReview();
        if (next == null) {
            return Cell.quiet(
                    row.product().content().status() == ProductStatus.RETIRED ? "closed" : "none planned", "");
        }
        var days = ChronoUnit.DAYS.between(today, next);
        return days < 0
                ? Cell.watch(Formats.day(next), Formats.count(-days) + " d overdue")
                : Cell.plain(Formats.day(next), days == 0 ? "today" : "in " + Formats.count(days) + " d");
    }

    Cell facts(ProductRow row) {
        var claimed = row.count(Assurance.CLAIMED);
        var stale = row.count(Assurance.STALE);
        if (row.toConfirm() > 0) {
            return Cell.plain(
                    claimed > 0 ? Glyph.CLAIMED : Glyph.STALE,
                    Formats.count(row.toConfirm()) + " to confirm",
                    stale == 0 ? "" : Formats.count(stale) + " past their check");
        }
        return row.count(Assurance.CONFIRMED) == 0
                ? Cell.quiet("no facts", "")
                : Cell.plain(Glyph.CONFIRMED, "all confirmed", "");
    }

    private Cell of(Entry<?> entry, String first, String second) {
        var assurance = entry.basis().assurance(today);
        return new Cell(AssuranceMark.glyph(assurance), tone(assurance), first, second);
    }

    private static Cell.Tone tone(Assurance assurance) {
        return assurance == Assurance.CONFIRMED ? Cell.Tone.PLAIN : Cell.Tone.QUIET;
    }

    /** Where it stands in short: its source when it was confirmed, else why it is not sure. */
    private String restsOn(Basis basis) {
        return switch (basis.assurance(today)) {
            case CONFIRMED -> shortened(basis.source());
            case CLAIMED -> basis.origin() == Origin.CATALOGUE ? "catalogue" : "not confirmed";
            case STALE -> Assurance.STALE.words();
            case REJECTED -> Assurance.REJECTED.words();
        };
    }

    private static String days(ProductRow row) {
        var days = row.retentionDays();
        return days.size() < 2 && row.retention().size() == 1 || days.isEmpty() ? window(row.retention()) : days(days);
    }

    private static String window(List<Entry<RetentionWindow>> windows) {
        return shortened(windows.getFirst().content().inWords());
    }

    private static String days(List<Integer> days) {
        return days.size() == 1
                ? Formats.count(days.getFirst(), "day", "days")
                : "%s to %s".formatted(Formats.count(days.getFirst()), Formats.count(days.getLast(), "day", "days"));
    }

    private static String left(AgreedTerm term) {
        var days = term.daysLeft();
        return days.isEmpty() ? "no end date" : Formats.count(days.getAsLong()) + " d left";
    }

    private static String since(AgreedTerm term) {
        var agreement = term.agreement();
        var until = agreement == null ? null : agreement.content().inForceUntil();
        return until == null ? "" : "since " + Formats.day(until.toLocalDate());
    }

    private static String few(List<String> regions) {
        return regions.size() > 2
                ? "%s and %d more".formatted(shortened(regions.getFirst()), regions.size() - 1)
                : shortened(regions.stream().collect(Collectors.joining(", ")));
    }

    private static String shortened(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE - 1).strip() + "…";
    }
}
