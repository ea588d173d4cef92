package io.outflow.vendors.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.vendors.Entry;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** Names the vendors without a product: they have no row, and must not be lost for that. */
class BareVendors extends Div {

    private static final long serialVersionUID = 1L;

    BareVendors() {
        addClassNames("s", "q", "bare");
    }

    void show(Snapshot register, List<ProductRow> rows) {
        removeAll();
        var used = rows.stream().map(row -> row.product().owner()).collect(Collectors.toSet());
        var bare = register.vendors().stream()
                .filter(vendor -> !used.contains(vendor.id()))
                .toList();
        setVisible(!bare.isEmpty());
        add(new Span("Vendors without a product: "));
        for (var i = 0; i < bare.size(); i++) {
            add(link(bare.get(i)), new Span(i == bare.size() - 1 ? "." : ", "));
        }
    }

    private static Anchor link(Entry<?> vendor) {
        var link = new Anchor("vendors/" + vendor.id(), vendor.title());
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
