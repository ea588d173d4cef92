package io.outflow.classification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.ReasonDialog;
import io.outflow.classification.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The order of the rules while it is being changed; nothing counts until it is saved with a reason. */
final class OrderBar extends Composite<Div> {
    private final BiFunction<List<Long>, String, Optional<String>> save;
    private List<Rule> stored = List.of();
    private List<Rule> order = List.of();

    /**
     * @param save saves an order for a reason; gives a sentence when it did not go through
     * @param undo shows the stored order again
     */
    OrderBar(BiFunction<List<Long>, String, Optional<String>> save, Runnable undo) {
        this.save = save;
        var keep = new Button("Save order", e -> ask());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setTestId("order-save");
        var words = new Span("The order is changed and not saved. Numbers change when it is saved.");
        words.getElement().setAttribute("role", "status");
        getContent().addClassName("order-bar");
        getContent().add(words, keep, new Button("Undo", e -> undo.run()));
        setVisible(false);
    }

    List<Rule> order() {
        return order;
    }

    boolean isChanged() {
        return !ids(order).equals(ids(stored));
    }

    void reset(List<Rule> rules) {
        stored = List.copyOf(rules);
        order = stored;
        setVisible(false);
    }

    void move(Rule rule, int by) {
        var moved = new ArrayList<>(order);
        var from = moved.indexOf(rule);
        var to = from + by;
        if (from >= 0 && to >= 0 && to < moved.size()) {
            moved.add(to, moved.remove(from));
            order = List.copyOf(moved);
        }
        setVisible(isChanged());
    }

    private void ask() {
        new ReasonDialog(
                        "Save the order",
                        "The first rule that matches a call decides its class.",
                        "Save order",
                        reason -> save.apply(ids(order), reason))
                .open();
    }

    private static List<Long> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
