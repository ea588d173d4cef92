package io.outflow.gaps.ui;

import io.outflow.base.Formats;
import io.outflow.base.ui.AxisData;
import io.outflow.base.ui.AxisData.Bar;
import io.outflow.classification.DataClass;
import io.outflow.gaps.AgreementBars;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.LinkedUse;
import io.outflow.posture.Coverage;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The time of one gap: some days before it to some days after it. */
record GapAxis(LocalDate first, LocalDate last, Instant now) {
    private static final int AROUND = 7;
    private static final int LONGEST = 150;

    /** A gap that is longer than the axis shows its end. */
    static GapAxis of(Finding finding, Instant now) {
        var today = GapWords.day(now);
        var periods = finding.periods();
        var start = periods.isEmpty()
                ? finding.figures().first()
                : periods.getFirst().from();
        var end =
                periods.isEmpty() ? finding.figures().last() : periods.getLast().until();
        var seen = finding.figures().last();
        var last = GapWords.day(end == null ? (seen == null ? now : seen) : end).plusDays(AROUND);
        var capped = last.isAfter(today.plusDays(AROUND)) ? today.plusDays(AROUND) : last;
        var first =
                start == null ? capped.minusDays(LONGEST) : GapWords.day(start).minusDays(AROUND);
        if (first.isBefore(capped.minusDays(LONGEST))) {
            first = capped.minusDays(LONGEST);
        }
        return new GapAxis(first.isAfter(capped) ? capped.minusDays(AROUND) : first, capped, now);
    }

    Instant from() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant to() {
        return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    AxisData data(
            Gap gap, Snapshot register, LinkedUse linked, Usage usage, Coverage coverage, List<DataClass> classes) {
        var finding = gap.finding();
        var report = usage.report(UsageFilter.period(from(), to()));
        var axis = AxisData.between(first, last).today(now);
        var product = gap.key().product();
        if (product == null) {
            AxisParts.use(axis, report, classes);
        } else {
            var seen = linked.seen(from(), to()).products().get(product);
            axis.calls(finding.productName(), -1, seen == null ? Map.of() : seen.days());
            register.find(product, Product.class)
                    .ifPresent(entry -> List.of(AgreementType.DPA, AgreementType.BAA).stream()
                            .filter(type -> type == AgreementType.DPA
                                    || gap.key().object().equals(type.name()))
                            .forEach(type -> axis.band(
                                    type.label(),
                                    AgreementBars.of(register, entry, type, now).stream()
                                            .map(bar -> new Bar(
                                                    bar.from(),
                                                    bar.until(),
                                                    bar.sort().name(),
                                                    bar.text()))
                                            .toList())));
        }
        finding.periods().forEach(period -> axis.wash(period.from(), period.until(), period.why()));
        AxisParts.blind(axis, coverage.coverage(from(), to()), GapWords.day(now));
        AxisParts.changes(axis, usage, from(), to());
        AxisParts.proofs(axis, report);
        return axis.build(
                "%s Drawn from %s. The table shows the same numbers."
                        .formatted(finding.words(), Formats.period(first, last)),
                "Calls a day");
    }
}
