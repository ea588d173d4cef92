package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.vendors.ProductRow;
import java.util.Set;
import java.util.function.Consumer;

/** Says how many rows are ticked and offers to change them together. */
class BulkBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Span count = new Span();
    private transient Set<ProductRow> rows = Set.of();

    BulkBar(Consumer<Set<ProductRow>> change, Runnable clear) {
        var edit = new Button("Change them", click -> change.accept(rows));
        edit.setTestId("bulk-change");
        getContent().addClassNames("bulk", "field-row");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(count, edit, new Button("Clear the choice", click -> clear.run()));
        show(Set.of());
    }

    final void show(Set<ProductRow> ticked) {
        rows = Set.copyOf(ticked);
        count.setText(Formats.count(rows.size(), "product is", "products are") + " chosen.");
        setVisible(!rows.isEmpty());
    }
}
