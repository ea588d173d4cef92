package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Period;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapState;
import io.outflow.gaps.Severity;
import io.outflow.trail.Proof;
import io.outflow.usage.ui.CallMarks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** The words and marks of gaps. */
final class GapWords {

    private GapWords() {}

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static Glyph glyph(Severity severity) {
        return switch (severity) {
            case HIGH -> Glyph.HIGH;
            case WATCH -> Glyph.WATCH;
            case NOTE -> Glyph.NOTE;
        };
    }

    static Mark mark(Severity severity) {
        var mark = new Mark(glyph(severity), capital(severity.label()));
        return switch (severity) {
            case HIGH -> mark.asGap();
            case WATCH -> mark.asWatch();
            case NOTE -> mark;
        };
    }

    static Glyph glyph(GapState state) {
        return switch (state) {
            case OPEN -> Glyph.CONTRADICTED;
            case ACKNOWLEDGED -> Glyph.WATCH;
            case ACCEPTED -> Glyph.CONFIRMED;
            case FIXED, CLOSED -> Glyph.NO_CONTRADICTION;
            case FALSE -> Glyph.ABSENT;
        };
    }

    /** {@code accepted until 31 Dec 2026}. */
    static String state(Gap gap) {
        var until = gap.acceptedUntil();
        return until == null ? gap.state().label() : gap.state().label() + " until " + Formats.day(until);
    }

    static String due(Gap gap, LocalDate today) {
        var due = gap.due();
        if (due == null) {
            return "no day set";
        }
        var days = ChronoUnit.DAYS.between(today, due);
        if (!gap.state().waits()) {
            return Formats.day(due);
        }
        return Formats.day(due)
                + (days == 0
                        ? ", today"
                        : days > 0
                                ? ", in " + Formats.count(days, "day", "days")
                                : ", " + Formats.count(-days, "day", "days") + " overdue");
    }

    /** The share of the calls whose log files are verified, 0 to 1. */
    static double share(Finding finding) {
        var all = calls(finding.figures().proofs());
        return all == 0 ? 0 : (double) finding.figures().verified() / all;
    }

    /** What digests say of the log files: what is invalid and what is verified. */
    static String proof(Finding finding) {
        return proof(finding.figures().proofs());
    }

    static String proof(Map<Proof, Long> proofs) {
        var all = calls(proofs);
        if (all == 0) {
            return "no calls";
        }
        if (proofs.size() == 1) {
            return proofs.keySet().iterator().next().label();
        }
        var invalid = proofs.getOrDefault(Proof.INVALID, 0L);
        var verified = Formats.percent(proofs.getOrDefault(Proof.VERIFIED, 0L), all) + " verified";
        return invalid == 0 ? verified : Formats.percent(invalid, all) + " invalid, " + verified;
    }

    static Glyph proofGlyph(Finding finding) {
        var proofs = finding.figures().proofs();
        if (calls(proofs) == 0) {
            return Glyph.NOTE;
        }
        if (proofs.getOrDefault(Proof.INVALID, 0L) > 0) {
            return Glyph.INVALID;
        }
        if (!proofs.containsKey(Proof.VERIFIED)) {
            return proofs.size() == 1
                    ? CallMarks.glyph(proofs.keySet().iterator().next())
                    : Glyph.NO_DIGEST;
        }
        return proofs.size() == 1 ? Glyph.VERIFIED : Glyph.PARTLY_VERIFIED;
    }

    private static long calls(Map<Proof, Long> proofs) {
        return proofs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** From the first to the last day on which it holds, such as {@code 1 Oct–14 Oct 2026}; empty for what has no time. */
    static String days(Finding finding) {
        if (finding.periods().isEmpty()) {
            var first = finding.figures().first();
            var last = finding.figures().last();
            return first == null || last == null ? "" : Formats.period(day(first), day(last));
        }
        var from = day(finding.periods().getFirst().from());
        var until = finding.periods().getLast().until();
        return until == null ? "since " + Formats.day(from) : Formats.period(from, day(until.minusNanos(1)));
    }

    /** {@code 3 stretches}, or how long the only one is. */
    static String stretches(Finding finding) {
        var periods = finding.periods();
        if (periods.size() == 1) {
            return length(periods.getFirst());
        }
        return periods.isEmpty() ? "" : Formats.count(periods.size(), "stretch", "stretches");
    }

    static String length(Period period) {
        var until = period.until();
        return until == null ? "goes on" : Formats.duration(Duration.between(period.from(), until));
    }

    /** {@code 1 Oct 2026, 00:00 UTC to 14 Oct 2026, 09:30 UTC: lapsed}. */
    static String period(Period period) {
        var until = period.until();
        return "%s %s"
                .formatted(Formats.minute(period.from()), until == null ? "until now" : "to " + Formats.minute(until));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    static Component small(String text) {
        var span = new com.vaadin.flow.component.html.Span(text);
        span.addClassNames("xs", "q");
        return span;
    }
}
