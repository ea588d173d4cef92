package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.DataClass;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Row;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapKind;
import io.outflow.trail.Outcome;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageAddress;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.ui.CallMarks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the logs show of the gap: who called what from where, each row down to its calls, and the first and last record. */
class SeenPanel extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_ROWS = 10;

    private final transient Usage usage;
    private final transient Map<String, DataClass> classes;
    private final transient Outcome outcome;

    SeenPanel(Gap gap, Usage usage, List<DataClass> classes) {
        this.usage = usage;
        this.classes = classes.stream().collect(Collectors.toMap(DataClass::code, Function.identity()));
        outcome = gap.key().kind() == GapKind.ACCESS ? Outcome.DENIED : Outcome.USE;
        var finding = gap.finding();
        var rows = finding.rows();
        var section = getContent();
        section.addClassName("sec");
        section.setAriaLabel("What we saw");
        section.add(new SectionHead(
                "What we saw",
                rows.isEmpty()
                        ? ""
                        : "%s in %s"
                                .formatted(
                                        Formats.count(finding.figures().callers(), "caller", "callers"),
                                        Formats.count((long) rows.size() + finding.moreRows(), "row", "rows"))));
        if (rows.isEmpty()) {
            section.add(new Paragraph("No call belongs to it. What it rests on is drawn above and named beside."));
        } else {
            section.add(table(rows.subList(0, Math.min(FIRST_ROWS, rows.size()))));
            if (rows.size() > FIRST_ROWS) {
                section.add(new Details(
                        Formats.count(rows.size() - FIRST_ROWS, "more row", "more rows"),
                        table(rows.subList(FIRST_ROWS, rows.size()))));
            }
            if (finding.moreRows() > 0) {
                section.add(GapWords.small("%s with fewer calls are counted and not listed."
                        .formatted(Formats.count(finding.moreRows(), "row", "rows"))));
            }
            section.add(firstAndLast(finding));
        }
        section.add(note());
    }

    private Component table(List<Row> rows) {
        var table = new NativeTable();
        table.addClassName("tight");
        var head = table.getHead().addRow();
        for (var title : List.of("Caller", "Grade", "Model", "Region, ran in", "Data class", "Known by", "Calls")) {
            var cell = head.addHeaderCell();
            cell.setText(title);
            cell.setClassName("r", title.equals("Calls"));
        }
        for (var row : rows) {
            var line = table.getBody().addRow();
            line.addDataCell().setText(row.caller());
            line.addDataCell().add(CallMarks.of(row.grade()));
            line.addDataCell().setText(row.model());
            line.addDataCell().setText(row.region() + ", " + ran(row));
            line.addDataCell().add(chip(row.dataClass()));
            line.addDataCell().add(CallMarks.of(row.provenance()));
            var calls = line.addDataCell();
            calls.addClassNames("r", "b");
            calls.add(opens(row));
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", "Calls by caller, model and Region");
        return scroll;
    }

    private static String ran(Row row) {
        var region = row.inferenceRegion();
        return region == null ? "not evidenced" : region;
    }

    private Component chip(String code) {
        var known = classes.get(code);
        var chip = new Span(known == null ? (code.equals("UNKNOWN") ? "Unknown" : code) : known.name());
        chip.addClassName("cls");
        chip.setClassName("u", known == null);
        chip.getStyle().set("--c", "var(--of-c%d)".formatted(known == null ? 0 : known.colour()));
        return chip;
    }

    private Anchor opens(Row row) {
        var link = GapWords.link(
                UsageAddress.calls(filter(row, row.first(), row.last().plusMillis(1))), Formats.count(row.calls()));
        link.setTitle("Open the calls of this row, from its first to its last");
        return link;
    }

    /** Exactly the calls of a row between two instants. */
    private UsageFilter filter(Row row, Instant from, Instant to) {
        return new UsageFilter(
                from,
                to,
                Set.of(row.account()),
                Set.of(row.region()),
                Set.of(row.channel()),
                Set.of(),
                Set.of(row.model()),
                Set.of(row.dataClass()),
                Set.of(row.callerId()),
                Set.of(),
                Set.of(outcome),
                Set.of(row.provenance()),
                Set.of(),
                Set.of());
    }

    private Component firstAndLast(Finding finding) {
        var part = new Div(new H3("First and last record"));
        part.addClassName("first-last");
        part.add(record("First", finding, finding.figures().first(), Row::first));
        part.add(record("Last", finding, finding.figures().last(), Row::last));
        return part;
    }

    private Component record(String word, Finding finding, @Nullable Instant at, Function<Row, Instant> end) {
        if (at == null) {
            return new Div(word + ": not known");
        }
        var line = new Div(new Span(word + " "));
        line.addClassName("s");
        var found = finding.rows().stream()
                .filter(row -> end.apply(row).equals(at))
                .findFirst()
                .flatMap(row -> calls(row, at).stream().findFirst());
        found.ifPresentOrElse(
                call -> line.add(
                        GapWords.link(
                                UsageAddress.call(call.id()),
                                Formats.second(call.id().time())),
                        new Span(" " + call.caller() + ", "
                                + call.subject().model().name() + ", "
                                + call.proof().label())),
                () -> line.add(new Span(Formats.second(at))));
        return line;
    }

    private List<Usage.Call> calls(Row row, Instant at) {
        return new ArrayList<>(
                usage.calls(filter(row, at, at.plusMillis(1)), 0, 1).items());
    }

    private static Component note() {
        var note = new Div(new Mark(
                Glyph.NOT_COVERED,
                "Not in these numbers: the direct Claude API, and model calls that leave no AWS record."));
        note.addClassNames("s", "q", "blind-note");
        return note;
    }
}
