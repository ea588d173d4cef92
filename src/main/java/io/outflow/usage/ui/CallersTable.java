package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import io.outflow.base.Formats;
import io.outflow.base.ui.Widths;
import io.outflow.usage.UsageReport.Row;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One row per caller, account, Region, channel, model and decision. The caller's name opens the calls of the row. */
@StyleSheet("context://ruled-grid.css")
class CallersTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 14;
    private static final int ROW_HEIGHT = 34;
    private static final int HEADER_HEIGHT = 36;
    /** What stays on a narrow page; the rest opens with the row. */
    private static final Set<CallerColumn> NARROW =
            EnumSet.of(CallerColumn.CALLER, CallerColumn.CLASS, CallerColumn.CALLS);

    private final Grid<Row> grid = new Grid<>();
    private final Map<CallerColumn, Grid.Column<Row>> columns = new EnumMap<>(CallerColumn.class);
    private transient Selection selection = Selection.EVERYTHING;
    private transient ClassPalette palette = new ClassPalette(List.of());
    private boolean narrow;

    CallersTable(Consumer<Selection> changed) {
        grid.getElement().setAttribute("aria-label", "Callers");
        grid.addClassName("ruled");
        grid.setTestId("callers");
        grid.setColumnReorderingAllowed(true);
        for (var column : CallerColumn.values()) {
            columns.put(column, add(column));
        }
        grid.addSortListener(event -> {
            if (event.isFromClient() && !event.getSortOrder().isEmpty()) {
                var order = event.getSortOrder().getFirst();
                changed.accept(selection.with(selection
                        .shown()
                        .sorted(
                                CallerColumn.read(order.getSorted().getKey()).orElse(CallerColumn.CALLS),
                                order.getDirection() == SortDirection.ASCENDING)));
            }
        });
        Widths.watch(this, isNarrow -> {
            narrow = isNarrow;
            showColumns();
        });
        getContent().add(grid);
    }

    void show(Selection shown, List<Row> rows, ClassPalette classes) {
        selection = shown;
        palette = classes;
        grid.setItems(rows);
        grid.setHeight(HEADER_HEIGHT + ROW_HEIGHT * Math.clamp(rows.size(), 1, MOST_ROWS) + 4 + "px");
        showColumns();
        var sorted = columns.get(shown.shown().sort());
        grid.sort(
                shown.shown().ascending()
                        ? GridSortOrder.asc(sorted).build()
                        : GridSortOrder.desc(sorted).build());
    }

    private void showColumns() {
        columns.forEach((column, shown) ->
                shown.setVisible(selection.shown().columns().contains(column) && (!narrow || NARROW.contains(column))));
    }

    private Grid.Column<Row> add(CallerColumn column) {
        var added =
                switch (column) {
                    case CALLER -> grid.addComponentColumn(this::opens).setFlexGrow(2);
                    case GRADE ->
                        grid.addComponentColumn(row -> CallMarks.of(row.caller().grade()));
                    case ACCOUNT -> grid.addColumn(Row::account);
                    case REGION -> grid.addColumn(Row::region);
                    case CHANNEL -> grid.addColumn(row -> row.channel().label());
                    case MODEL -> grid.addColumn(Row::model);
                    case CLASS ->
                        grid.addComponentColumn(
                                row -> palette.chip(row.decision().dataClass()));
                    case PROVENANCE -> grid.addComponentColumn(CallersTable::known);
                    case CALLS -> grid.addColumn(row -> Formats.count(row.calls()));
                    case DENIED -> grid.addColumn(row -> Formats.count(row.denied()));
                    case FAILED -> grid.addColumn(row -> Formats.count(row.failed()));
                    case INPUT -> grid.addColumn(row -> Formats.count(row.inputTokens()));
                    case OUTPUT -> grid.addColumn(row -> Formats.count(row.outputTokens()));
                };
        added.setKey(column.written())
                .setHeader(column.header())
                .setComparator(column.order())
                .setSortable(true)
                .setResizable(true)
                .setAutoWidth(true);
        if (column.isNumber()) {
            added.setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
        }
        return added;
    }

    private Component opens(Row row) {
        var calls = selection
                .with(Facet.CALLER, Set.of(row.caller().id()))
                .with(Facet.ACCOUNT, Set.of(row.account()))
                .with(Facet.REGION, Set.of(row.region()))
                .with(Facet.CHANNEL, Set.of(row.channel().name()))
                .with(Facet.MODEL, Set.of(row.model()))
                .with(
                        Facet.DATA_CLASS,
                        Set.of(palette.shade(row.decision().dataClass()).code()))
                .with(Facet.PROVENANCE, Set.of(row.decision().provenance().name()));
        var anchor = new Anchor(CallsView.address(calls), row.caller().name());
        anchor.setTitle("Open the calls of this row");
        return anchor;
    }

    static Component known(Row row) {
        var rule = new Span(Words.rule(row.decision()));
        rule.addClassNames("qq", "xs");
        var known = new Span(CallMarks.of(row.decision().provenance()), rule);
        known.addClassName("known");
        return known;
    }
}
