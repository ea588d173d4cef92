package io.outflow.gaps.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.outflow.base.Formats;
import io.outflow.base.ui.Widths;
import io.outflow.gaps.Gap;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** A table of gaps; each row opens its gap. The browser gets the rows that it shows, and no more. */
@StyleSheet("context://ruled-grid.css")
class GapGrid extends Grid<Gap> {

    private static final long serialVersionUID = 1L;
    private static final int ROW_HEIGHT = 45;
    private static final int HEAD_HEIGHT = 40;
    private static final int MOST_ROWS = 16;
    private static final Set<GapColumn> NARROW = EnumSet.of(GapColumn.SENTENCE, GapColumn.STATE);
    private static final String CELL = """
            <div class="cell ${item.style}">
              <div>${item.symbol ? html`<span class="ic" aria-hidden="true"><svg class="i"><use
                href="icons.svg#${item.symbol}"></use></svg></span>` : ''}<span>${item.first}</span></div>
              <div class="l2">${item.second}</div>
            </div>""";
    private static final String SENTENCE = """
            <div class="cell say" title="${item.second}">
              <div><a href="${item.href}" router-link><b class="num ${item.blind}" style="--v:${item.share}">${item.number}</b>
                ${item.first}</a></div>
            </div>""";

    private final Map<GapColumn, Column<Gap>> columns = new EnumMap<>(GapColumn.class);
    private final LocalDate today;

    /**
     * @param label what the table is of, for whoever hears it
     * @param sorted takes a column and whether it descends
     * @param selected is told after each change of what is ticked
     */
    GapGrid(
            String label,
            GapSelection selection,
            List<Gap> gaps,
            LocalDate today,
            boolean selectable,
            BiConsumer<GapColumn, Boolean> sorted,
            Runnable selected) {
        this.today = today;
        getElement().setAttribute("aria-label", label);
        addClassName("ruled");
        setTestId("gaps");
        for (var column : GapColumn.values()) {
            columns.put(column, add(column));
        }
        column(GapColumn.PRODUCT).setVisible(selection.group() != GapSelection.Group.PRODUCT);
        setSelectionMode(selectable ? SelectionMode.MULTI : SelectionMode.NONE);
        if (getSelectionModel() instanceof GridMultiSelectionModel<?> model) {
            model.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.VISIBLE);
            addSelectionListener(event -> selected.run());
        }
        setItems(new CallbackDataProvider<Gap, Void>(
                query -> gaps.stream().skip(query.getOffset()).limit(query.getLimit()),
                query -> gaps.size(),
                Gap::number));
        setHeight(HEAD_HEIGHT + ROW_HEIGHT * Math.clamp(gaps.size(), 1, MOST_ROWS) + 4 + "px");
        var order = column(selection.sort());
        sort(
                selection.descending()
                        ? GridSortOrder.desc(order).build()
                        : GridSortOrder.asc(order).build());
        addSortListener(event -> {
            if (event.isFromClient() && !event.getSortOrder().isEmpty()) {
                var first = event.getSortOrder().getFirst();
                GapColumn.of(first.getSorted().getKey())
                        .ifPresent(column -> sorted.accept(column, first.getDirection() == SortDirection.DESCENDING));
            }
        });
        addItemClickListener(event -> {
            if (event.getColumn() != null && event.getColumn().getKey() != null) {
                UI.getCurrent().navigate(GapView.address(event.getItem()));
            }
        });
        Widths.watch(this, this::narrow);
    }

    /** Most columns have no room on a narrow page. */
    final void narrow(boolean narrow) {
        columns.forEach((column, shown) -> {
            if (narrow) {
                shown.setVisible(NARROW.contains(column));
            }
        });
    }

    private Column<Gap> column(GapColumn of) {
        return Objects.requireNonNull(columns.get(of));
    }

    private Column<Gap> add(GapColumn column) {
        return addColumn(renderer(column))
                .setKey(column.key())
                .setHeader(column.header())
                .setSortProperty(column.key())
                .setResizable(true)
                .setFlexGrow(column == GapColumn.SENTENCE ? 4 : 0)
                .setWidth(column.width() + "px");
    }

    private Renderer<Gap> renderer(GapColumn column) {
        if (column == GapColumn.SENTENCE) {
            return LitRenderer.<Gap>of(SENTENCE)
                    .withProperty("href", GapView::address)
                    .withProperty("number", gap -> Formats.count(gap.finding().number()))
                    .withProperty(
                            "share", gap -> String.format(Locale.ROOT, "%.1f%%", 100 * GapWords.share(gap.finding())))
                    .withProperty("blind", gap -> GapWords.share(gap.finding()) == 0 ? "blind" : "")
                    .withProperty("first", gap -> gap.finding().sentence())
                    .withProperty("second", gap -> gap.finding().detail());
        }
        return LitRenderer.<Gap>of(CELL)
                .withProperty("first", gap -> cell(column, gap).first())
                .withProperty("second", gap -> cell(column, gap).second())
                .withProperty("symbol", gap -> cell(column, gap).symbol())
                .withProperty("style", gap -> cell(column, gap).style());
    }

    private record Cell(String symbol, String style, String first, String second) {
        Cell(String first, String second) {
            this("", "", first, second);
        }
    }

    private Cell cell(GapColumn column, Gap gap) {
        var finding = gap.finding();
        return switch (column) {
            case SEVERITY -> {
                var severity = finding.severity();
                var style =
                        switch (severity) {
                            case HIGH -> "gap";
                            case WATCH -> "watch";
                            case NOTE -> "";
                        };
                yield new Cell(
                        GapWords.glyph(severity).symbol(),
                        gap.state().waits() ? style : "quiet",
                        GapWords.capital(severity.label()),
                        gap.name() + ", " + finding.certainty().label());
            }
            case PRODUCT ->
                new Cell(
                        finding.productName().isEmpty() ? "of no product" : finding.productName(),
                        gap.key().kind().label());
            case SENTENCE -> new Cell(finding.words(), finding.detail());
            case PERIOD -> new Cell(GapWords.days(finding), GapWords.stretches(finding));
            case PROOF -> new Cell(GapWords.proofGlyph(finding).symbol(), "", GapWords.proof(finding), "");
            case STATE -> new Cell(GapWords.glyph(gap.state()).symbol(), "", GapWords.state(gap), gap.why());
            case OWNER -> gap.owner().isEmpty() ? new Cell("", "quiet", "nobody", "") : new Cell(gap.owner(), "");
            case DUE -> due(gap);
        };
    }

    private Cell due(Gap gap) {
        var day = gap.due();
        if (day == null) {
            return new Cell("", "quiet", "–", "");
        }
        return new Cell("", gap.overdue(today) ? "watch" : "", Formats.day(day), gap.overdue(today) ? "overdue" : "");
    }
}
