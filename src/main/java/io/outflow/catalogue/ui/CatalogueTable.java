package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.catalogue.ui.CatalogueQuery.Sort;
import java.util.List;
import java.util.function.Consumer;

/** The entries of the catalogue; a click on a head sorts. */
class CatalogueTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeTable table = new NativeTable();
    private final transient Consumer<Sort> onSort;

    CatalogueTable(Consumer<Sort> onSort) {
        this.onSort = onSort;
        table.addClassName("catalogue");
        getContent().add(table);
    }

    void show(List<CatalogueRow> rows, CatalogueQuery query) {
        var head = table.getHead();
        head.removeAll();
        var heads = head.addRow();
        for (var column : Sort.values()) {
            if (column != Sort.CATALOGUE) {
                var cell = heads.addHeaderCell();
                cell.addClassName(column.name().toLowerCase(java.util.Locale.ROOT));
                cell.getElement().setAttribute("scope", "col");
                if (column == query.sort()) {
                    cell.getElement().setAttribute("aria-sort", query.descending() ? "descending" : "ascending");
                }
                cell.add(sorter(column));
            }
        }
        var body = table.getBody();
        body.removeAll();
        rows.forEach(row -> fill(body.addRow(), row));
    }

    private NativeButton sorter(Sort column) {
        var button = new NativeButton(column.label(), click -> onSort.accept(column));
        button.addClassName("sorter");
        button.getElement().setAttribute("type", "button");
        return button;
    }

    private static void fill(NativeTableRow line, CatalogueRow row) {
        var entry = row.entry();
        var name = new RouterLink(entry.systemName(), CatalogueEntryView.class, CatalogueEntryView.of(entry.id()));
        name.addClassName("b");
        var plan = new Span(entry.plan());
        plan.addClassNames("below", "q");
        var vendor = new Span(entry.vendor());
        vendor.addClassNames("below", "q", "only-narrow");
        cell(line, Sort.PRODUCT, new Div(name, plan, vendor));
        cell(line, Sort.VENDOR, new Span(entry.vendor()));
        cell(line, Sort.CATEGORY, new Span(row.category().label()));
        cell(line, Sort.CONFIDENCE, new Span(entry.confidence().label()));
        cell(line, Sort.AS_OF, new Span(row.asOf()));
        cell(
                line,
                Sort.REGISTER,
                row.there().<Component>map(there -> there(row)).orElseGet(() -> {
                    var not = new Span("not added");
                    not.addClassName("q");
                    return not;
                }));
    }

    private static Component there(CatalogueRow row) {
        var link = new Anchor(RegisterAddress.of(row.there().orElseThrow()), "Open");
        link.setAriaLabel("Open " + row.entry().systemName() + " in the register");
        return new Div(new Mark(Glyph.CONFIGURED, "added"), link);
    }

    private static void cell(NativeTableRow line, Sort column, Component content) {
        var cell = line.addDataCell();
        cell.addClassName(column.name().toLowerCase(java.util.Locale.ROOT));
        cell.add(content);
    }
}
