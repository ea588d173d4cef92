package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.Entry;
import io.outflow.vendors.compare.Comparison;
import io.outflow.vendors.compare.Comparison.Cell;
import io.outflow.vendors.content.Product;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of several products in rows, each with what it rests on. */
class ComparisonTable extends Div {

    private static final long serialVersionUID = 1L;

    ComparisonTable(Comparison comparison, List<Entry<Product>> products, boolean all, LocalDate today) {
        addClassName("comparison");
        var rows = all ? comparison.rows() : comparison.different();
        var table = new NativeTable();
        table.addClassName("facts");
        table.setCaptionText(
                all
                        ? Formats.count(comparison.rows().size(), "fact", "facts")
                        : Formats.count(rows.size(), "fact that differs", "facts that differ"));
        var header = new NativeTableRow(head("Fact", "col"));
        products.forEach(product -> header.add(head(product.title(), "col")));
        table.getHead().add(header);
        for (var row : rows) {
            var line = new NativeTableRow(head(row.fact(), "row"));
            if (row.differs()) {
                line.addClassName("differs");
            }
            for (var i = 0; i < products.size(); i++) {
                var cell = cell(row.cells().get(i), today);
                cell.getElement().setAttribute("data-product", products.get(i).title());
                line.add(cell);
            }
            table.getBody().add(line);
        }
        add(table);
        if (rows.isEmpty()) {
            add(new Paragraph("No recorded fact differs. Facts that nobody recorded are not compared."));
        }
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static NativeTableCell cell(Cell cell, LocalDate today) {
        var basis = cell.basis();
        if (basis == null) {
            return new NativeTableCell(new Mark(Glyph.CANNOT_TELL, cell.text()));
        }
        var below = new Div(new Span(source(basis.source(), basis.asOf())), new AssuranceMark(basis, today));
        below.addClassNames("xs", "q");
        var shown = new NativeTableCell(new Div(cell.text()), below);
        if (!cell.conflict().isEmpty()) {
            Component conflict = new Mark(Glyph.WATCH, cell.conflict()).asWatch();
            shown.add(conflict);
        }
        return shown;
    }

    private static String source(String source, @Nullable LocalDate asOf) {
        var shortened = source.length() > 90 ? source.substring(0, 89) + "…" : source;
        var text = shortened.isEmpty() ? "No source" : shortened;
        return asOf == null ? text + ". " : text + ", " + Formats.day(asOf) + ". ";
    }
}
