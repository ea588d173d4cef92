package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.compare.DataFlow;
import io.outflow.vendors.compare.DataFlowDrawing;
import io.outflow.vendors.content.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The drawn flows of several products, each under its name, on common heights. */
class FlowColumns extends Div {

    private static final long serialVersionUID = 1L;

    FlowColumns(Snapshot snapshot, List<Entry<Product>> products, Instant at, Consumer<UUID> remove) {
        addClassName("flow-columns");
        getStyle().set("--columns", Integer.toString(products.size()));
        for (var product : products) {
            var flow = new Div(new Svg(DataFlowDrawing.of(DataFlow.of(snapshot, product, at))));
            flow.addClassName("flow-drawing");
            var column = new Section(name(product, remove), standing(snapshot, product, at), flow);
            column.setAriaLabel(product.title());
            add(column);
        }
    }

    private static Component name(Entry<Product> product, Consumer<UUID> remove) {
        var title = new H2(new Anchor("products/" + product.id(), product.title()));
        var away = new NativeButton();
        away.addClassNames("btn", "bare");
        away.add(Glyph.CLOSE.icon());
        away.setAriaLabel("Take %s out of the comparison".formatted(product.title()));
        away.addClickListener(click -> remove.accept(product.id()));
        var line = new Div(title, away);
        line.addClassName("flow-name");
        return line;
    }

    private static Component standing(Snapshot snapshot, Entry<Product> product, Instant at) {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var facts = snapshot.of(product.id()).stream()
                .filter(entry -> entry.kind().isFact())
                .toList();
        var confirmed = facts.stream()
                .filter(entry -> entry.basis().assurance(today) == Assurance.CONFIRMED)
                .count();
        var words = facts.isEmpty()
                ? "no facts recorded"
                : "%d of %s confirmed".formatted(confirmed, Formats.count(facts.size(), "fact", "facts"));
        var line = new Div(snapshot.vendorOf(product).map(Entry::title).orElse("Unknown vendor") + ". ");
        line.add(new Mark(confirmed > 0 ? Glyph.CONFIRMED : Glyph.CLAIMED, words));
        line.addClassNames("s", "q");
        return line;
    }
}
