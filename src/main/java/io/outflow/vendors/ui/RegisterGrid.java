package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.outflow.base.ui.Widths;
import io.outflow.vendors.ProductRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The table of products. The browser gets the rows that it shows, and no more. */
class RegisterGrid extends Composite<Grid<ProductRow>> {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 40;
    private static final int ROW_HEIGHT = 45;
    private static final int HEAD_HEIGHT = 76;
    private static final int MOST_ROWS = 14;
    private static final Set<RegisterColumn> NARROW = EnumSet.of(RegisterColumn.PRODUCT, RegisterColumn.DPA);

    private static final String CELL = """
            <div class="cell ${item.style}">
              <div>${item.symbol ? html`<span class="ic" aria-hidden="true"><svg class="i"><use
                href="icons.svg#${item.symbol}"></use></svg></span>` : ''}<span>${item.first}</span></div>
              <div class="l2">${item.second}</div>
            </div>""";
    private static final String LINK = """
            <div class="cell name">
              <div><a href="${item.href}" router-link>${item.first}</a></div>
              <div class="l2">${item.second}</div>
            </div>""";

    private static final String CALLS = """
            <div class="cell ${item.style}">
              <div>${item.first}</div>
              <div class="l2">${item.spark ? html`<svg class="spark" viewBox="0 0 90 12" aria-hidden="true"><path
                d="${item.spark}"></path></svg>` : item.second}</div>
            </div>""";
    private static final String CLASSES = """
            <div class="cell">
              <div>${item.approved ? item.approved.split(' ').map(c => c.split(':')).map(c => html`<span class="cc"
                style="--c:var(--of-c${c[1]})">${c[0]}</span> `) : html`<span class="q">${item.first}</span>`}</div>
              <div class="l2">${item.also ? html`<span class="gap">also seen</span> ${item.also.split(' ').map(c =>
                c.split(':')).map(c => html`<span class="cc" style="--c:var(--of-c${c[1]})">${c[0]}</span> `)}` : ''}</div>
            </div>""";

    private final Grid<ProductRow> grid = getContent();
    private final Map<RegisterColumn, Grid.Column<ProductRow>> columns = new EnumMap<>(RegisterColumn.class);
    private final transient Consumer<Set<ProductRow>> selected;
    private transient RowWords words = new RowWords(LocalDate.EPOCH);
    private transient Set<RegisterColumn> shown = RegisterColumn.usual();
    private SelectionMode selection = SelectionMode.NONE;
    private boolean narrow;

    /**
     * @param sorted takes a column and whether it descends
     * @param selected takes the rows that are ticked
     */
    RegisterGrid(BiConsumer<RegisterColumn, Boolean> sorted, Consumer<Set<ProductRow>> selected) {
        grid.setPageSize(PAGE);
        grid.setTestId("register");
        grid.setSelectionMode(selection);
        grid.getElement().setAttribute("aria-label", "Products");
        var groups = new EnumMap<RegisterColumn.Group, List<Grid.Column<ProductRow>>>(RegisterColumn.Group.class);
        for (var column : RegisterColumn.values()) {
            var added = add(column);
            columns.put(column, added);
            groups.computeIfAbsent(column.group(), group -> new ArrayList<>()).add(added);
        }
        head(grid.prependHeaderRow(), groups);
        grid.addSortListener(event -> {
            if (event.isFromClient() && !event.getSortOrder().isEmpty()) {
                var order = event.getSortOrder().getFirst();
                RegisterColumn.of(order.getSorted().getKey())
                        .ifPresent(column -> sorted.accept(column, order.getDirection() == SortDirection.DESCENDING));
            }
        });
        grid.addItemClickListener(event -> {
            if (event.getColumn() != null && event.getColumn().getKey() != null) {
                UI.getCurrent().navigate(address(event.getItem()));
            }
        });
        this.selected = selected;
        Widths.watch(this, isNarrow -> {
            narrow = isNarrow;
            showColumns();
        });
    }

    static String address(ProductRow row) {
        return "products/" + row.id();
    }

    /** Shows rows in the order given. */
    void show(RegisterSelection selection, List<ProductRow> rows, RowWords told, boolean selectable) {
        words = told;
        shown = selection.columns();
        select(selectable ? SelectionMode.MULTI : SelectionMode.NONE);
        grid.setItems(new CallbackDataProvider<ProductRow, Void>(
                query -> rows.stream().skip(query.getOffset()).limit(query.getLimit()),
                query -> rows.size(),
                ProductRow::id));
        grid.setHeight(HEAD_HEIGHT + ROW_HEIGHT * Math.clamp(rows.size(), 1, MOST_ROWS) + 4 + "px");
        showColumns();
        var sorted = columns.get(selection.sort());
        grid.sort(
                selection.descending()
                        ? GridSortOrder.desc(sorted).build()
                        : GridSortOrder.asc(sorted).build());
    }

    void deselect() {
        grid.deselectAll();
    }

    /** Nothing is ticked afterwards. A new mode begins without the listener of the one before. */
    private void select(SelectionMode mode) {
        if (mode == selection) {
            grid.deselectAll();
            return;
        }
        selection = mode;
        grid.setSelectionMode(mode);
        if (grid.getSelectionModel() instanceof GridMultiSelectionModel<?> model) {
            model.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
            grid.addSelectionListener(event -> selected.accept(event.getAllSelectedItems()));
        }
    }

    private void showColumns() {
        columns.forEach((column, one) -> one.setVisible(
                (column == RegisterColumn.PRODUCT || shown.contains(column)) && (!narrow || NARROW.contains(column))));
    }

    private Grid.Column<ProductRow> add(RegisterColumn column) {
        return grid.addColumn(renderer(column))
                .setKey(column.key())
                .setFrozen(column == RegisterColumn.PRODUCT)
                .setHeader(head(column))
                .setSortProperty(column.key())
                .setResizable(true)
                .setFlexGrow(column == RegisterColumn.PRODUCT ? 2 : 1)
                .setWidth(column.width() + "px");
    }

    /** The grid names its sort button after the whole text of the head, so its two lines are parted by a comma that is only heard. */
    private static Div head(RegisterColumn column) {
        var head = new Div(new Div(column.label()));
        head.addClassName("two");
        if (!column.second().isEmpty()) {
            var comma = new Span(", ");
            comma.addClassName("sr");
            head.add(comma, new Div(column.second()));
        }
        return head;
    }

    private Renderer<ProductRow> renderer(RegisterColumn column) {
        if (column == RegisterColumn.CLASSES) {
            return LitRenderer.<ProductRow>of(CLASSES)
                    .withProperty("first", row -> column.cell(row, words).first())
                    .withProperty("approved", row -> words.seen().approved(row))
                    .withProperty("also", row -> words.seen().alsoSeen(row));
        }
        if (column == RegisterColumn.CALLS) {
            return LitRenderer.<ProductRow>of(CALLS)
                    .withProperty("first", row -> column.cell(row, words).first())
                    .withProperty("second", row -> column.cell(row, words).second())
                    .withProperty("style", row -> column.cell(row, words).style())
                    .withProperty("spark", row -> words.seen().spark(row));
        }
        if (column == RegisterColumn.PRODUCT) {
            return LitRenderer.<ProductRow>of(LINK)
                    .withProperty("first", row -> column.cell(row, words).first())
                    .withProperty("second", row -> column.cell(row, words).second())
                    .withProperty("href", RegisterGrid::address);
        }
        return LitRenderer.<ProductRow>of(CELL)
                .withProperty("first", row -> column.cell(row, words).first())
                .withProperty("second", row -> column.cell(row, words).second())
                .withProperty("symbol", row -> column.cell(row, words).symbol())
                .withProperty("style", row -> column.cell(row, words).style());
    }

    private static void head(HeaderRow row, Map<RegisterColumn.Group, List<Grid.Column<ProductRow>>> groups) {
        for (var group : List.of(RegisterColumn.Group.AGREED, RegisterColumn.Group.SEEN, RegisterColumn.Group.KEPT)) {
            var members = groups.getOrDefault(group, List.of());
            var label = new Span(group.label());
            label.addClassName("group-head");
            row.join(members.toArray(Grid.Column[]::new)).setComponent(label);
        }
        // Above the product stands nothing to see, but a head that says nothing is a riddle to who hears the page.
        var name = new Span("What it is");
        name.addClassName("sr");
        groups.getOrDefault(RegisterColumn.Group.NONE, List.of())
                .forEach(column -> row.getCell(column).setComponent(name));
    }

    /** The keys of the columns that are shown now. */
    List<String> shownColumns() {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().isVisible())
                .map(column -> column.getKey().key())
                .toList();
    }
}
