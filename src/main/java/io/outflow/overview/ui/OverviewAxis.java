package io.outflow.overview.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.AxisData;
import io.outflow.base.ui.AxisData.Bar;
import io.outflow.base.ui.AxisTable;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.TimeAxis;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.gaps.AgreementBars;
import io.outflow.gaps.LinkedUse;
import io.outflow.gaps.ui.AxisParts;
import io.outflow.overview.Overview.Page;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageAddress;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.YesNo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The common axis of the overview: all use by class, the agreements of what is used most, changes of settings, and proof. */
@Component
class OverviewAxis {
    private static final int MOST_PRODUCTS = 6;
    /** The axis runs past today so that ends can be seen coming. */
    private static final int AHEAD = 30;

    private final Usage usage;
    private final LinkedUse linked;
    private final Register register;
    private final DataClasses classes;
    private final Clock clock;

    OverviewAxis(Usage usage, LinkedUse linked, Register register, DataClasses classes, Clock clock) {
        this.usage = usage;
        this.linked = linked;
        this.register = register;
        this.classes = classes;
        this.clock = clock;
    }

    void fill(Section section, Page page, UsageReport report) {
        var data = data(page, report);
        var chart = new TimeAxis();
        chart.show(data);
        chart.onDay(day ->
                UI.getCurrent().navigate(UsageAddress.usage(UsageFilter.period(start(day), start(day.plusDays(1))))));
        var legend = new Span();
        legend.addClassName("legend");
        classes.list().stream()
                .filter(one ->
                        data.series().stream().anyMatch(series -> series.name().equals(one.name())))
                .forEach(one -> legend.add(chip(one)));
        section.add(new SectionHead("Agreement and use, one axis", "", legend), chart, new AxisTable(data));
    }

    private AxisData data(Page page, UsageReport report) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var axis = AxisData.between(page.first(), (page.last().isAfter(today) ? page.last() : today).plusDays(AHEAD))
                .today(now);
        AxisParts.use(axis, report, classes.list());
        AxisParts.blind(axis, page.coverage(), today);
        var snapshot = register.now();
        products(page)
                .forEach(product -> axis.band(
                        product.title(),
                        AgreementBars.of(snapshot, product, AgreementType.DPA, now).stream()
                                .map(bar -> new Bar(
                                        bar.from(), bar.until(), bar.sort().name(), bar.text()))
                                .toList()));
        AxisParts.changes(axis, usage, start(page.first()), now);
        AxisParts.proofs(axis, report);
        return axis.build(
                "Calls a day by data class, agreements, changes of settings and verified log files, %s. The table shows the same."
                        .formatted(Formats.period(page.first(), page.last())),
                "Calls a day");
    }

    /** What is used most first; then what we say we use and no log shows. */
    private List<Entry<Product>> products(Page page) {
        var seen =
                linked.seen(start(page.first()), start(page.last().plusDays(1))).products();
        return register.now().products().stream()
                .filter(product ->
                        seen.containsKey(product.id()) || product.content().inUse() == YesNo.YES)
                .sorted(Comparator.<Entry<Product>>comparingLong(product -> {
                            var use = seen.get(product.id());
                            return use == null ? 0 : -use.calls();
                        })
                        .thenComparing(Entry::title))
                .limit(MOST_PRODUCTS)
                .toList();
    }

    private static Span chip(DataClass one) {
        var chip = new Span(one.name());
        chip.addClassName("cls");
        chip.getStyle().set("--c", "var(--of-c%d)".formatted(one.colour()));
        return chip;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
