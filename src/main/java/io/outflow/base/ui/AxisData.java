package io.outflow.base.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TimeAxis} draws. Times are days since the first day, in UTC, with fractions.
 *
 * @param label the same in a sentence
 * @param title what the bars count
 * @param days every day of the axis, as ISO dates
 * @param today where now lies; negative when it lies outside
 * @param series the stacked bars, lowest first
 * @param washes stretches that are pointed out over the whole height
 * @param blind stretches in which use cannot be seen
 * @param bands rows of bars below, such as one for each product's agreements
 * @param changes changes of settings, earliest first
 * @param proofs what proves the log files of each day, from the first on
 */
public record AxisData(
        String label,
        String title,
        List<String> days,
        double today,
        List<Series> series,
        List<Span> washes,
        List<Span> blind,
        List<Band> bands,
        List<Change> changes,
        List<Proof> proofs) {

    /** The kind of a bar that stands for an agreement in force. */
    public static final String IN_FORCE = "IN_FORCE";

    public static final String CLAIMED = "CLAIMED";
    public static final String LAPSED = "LAPSED";

    /** @param colour token number of a class of data, 0 for Unknown, negative for bars of no class */
    public record Series(String name, int colour, List<Long> values) {}

    /** @param kind for bars of a band one of the constants above; else empty */
    public record Span(double from, double to, String kind, String text) {}

    public record Band(String name, List<Span> spans) {}

    /** @param symbol id in {@code icons.svg} */
    public record Change(double at, String symbol, String text) {}

    /** @param kind verified, part, none, broken, or empty for a day without calls */
    public record Proof(String kind, String text) {}

    /** Collects what an axis from one day to another shows; what lies outside is left out or cut. */
    public static Builder between(LocalDate first, LocalDate last) {
        return new Builder(first, last);
    }

    /** An axis in the making. */
    public static final class Builder {
        private final LocalDate first;
        private final List<LocalDate> days;
        private final List<Series> series = new ArrayList<>();
        private final List<Span> washes = new ArrayList<>();
        private final List<Span> blind = new ArrayList<>();
        private final List<Band> bands = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Proof> proofs = new ArrayList<>();
        private double today = -1;

        private Builder(LocalDate first, LocalDate last) {
            this.first = first;
            this.days = first.datesUntil(last.plusDays(1)).toList();
        }

        public List<LocalDate> days() {
            return days;
        }

        public Builder today(Instant now) {
            var at = position(now);
            today = at >= 0 && at <= days.size() ? at : -1;
            return this;
        }

        public Builder calls(String name, int colour, Map<LocalDate, Long> byDay) {
            var values = days.stream().map(day -> byDay.getOrDefault(day, 0L)).toList();
            if (values.stream().anyMatch(calls -> calls > 0)) {
                series.add(new Series(name, colour, values));
            }
            return this;
        }

        public Builder wash(Instant from, @Nullable Instant until, String text) {
            add(washes, from, until, "", text);
            return this;
        }

        public Builder blind(LocalDate from, LocalDate to, String text) {
            add(blind, start(from), start(to.plusDays(1)), "", text);
            return this;
        }

        /** A row of bars; each is drawn where it lies on the axis. */
        public Builder band(String name, List<Bar> bars) {
            var spans = new ArrayList<Span>();
            bars.forEach(bar -> add(spans, bar.from(), bar.until(), bar.kind(), bar.text()));
            bands.add(new Band(name, List.copyOf(spans)));
            return this;
        }

        public Builder change(Instant at, Glyph glyph, String text) {
            var position = position(at);
            if (position >= 0 && position <= days.size()) {
                changes.add(new Change(position, glyph.symbol(), text));
            }
            return this;
        }

        /** What proves the log files of the next day, from the first on. */
        public Builder proof(String kind, String text) {
            proofs.add(new Proof(kind, text));
            return this;
        }

        public AxisData build(String label, String title) {
            changes.sort(java.util.Comparator.comparingDouble(Change::at));
            return new AxisData(
                    label,
                    title,
                    days.stream().map(LocalDate::toString).toList(),
                    today,
                    List.copyOf(series),
                    List.copyOf(washes),
                    List.copyOf(blind),
                    List.copyOf(bands),
                    List.copyOf(changes),
                    List.copyOf(proofs));
        }

        private void add(List<Span> spans, Instant from, @Nullable Instant until, String kind, String text) {
            var start = Math.max(0, position(from));
            var end = until == null ? days.size() : Math.min(days.size(), position(until));
            if (start < end) {
                spans.add(new Span(start, end, kind, text));
            }
        }

        private double position(Instant at) {
            if (at.isBefore(start(first))) {
                return -1;
            }
            return at.isAfter(start(first.plusDays(days.size())))
                    ? days.size() + 1.0
                    : Duration.between(start(first), at).toMillis()
                            / (double) Duration.ofDays(1).toMillis();
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /**
     * A stretch of time of a band.
     *
     * @param until nothing while it goes on
     */
    public record Bar(Instant from, @Nullable Instant until, String kind, String text) {}
}
