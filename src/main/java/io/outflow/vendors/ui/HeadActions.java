package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.outflow.vendors.Entry;
import java.util.ArrayList;
import java.util.List;

/** What can be done at the head of every page of the register: choose the moment, open the history, edit, and confirm facts. */
final class HeadActions {

    private HeadActions() {}

    /** @param own what this page has besides */
    static Component[] of(Component asOf, Entry<?> entry, PageState state, Editing editing, Component... own) {
        var actions = new ArrayList<Component>();
        actions.add(asOf);
        actions.add(HistoryDrawer.opener(state));
        actions.addAll(List.of(own));
        if (state.mayChange()) {
            actions.add(new Button("Edit", e -> editing.edit(entry)));
            var waiting = Editing.toConfirm(entry.id(), state);
            if (!waiting.isEmpty()) {
                actions.add(confirm(waiting, editing));
            }
        }
        return actions.toArray(Component[]::new);
    }

    private static Button confirm(List<Entry<?>> waiting, Editing editing) {
        var confirm = new Button("Confirm facts (%d)".formatted(waiting.size()), e -> editing.walk(waiting));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("confirm-facts");
        return confirm;
    }
}
