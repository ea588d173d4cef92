package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import io.outflow.usage.Usage;
import org.jspecify.annotations.Nullable;

/** One line while the numbers are still growing after a start; it goes by itself. */
class StillCounting extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int ASK_EVERY_MS = 1_000;

    private final transient Usage usage;
    private final transient Runnable grown;
    private @Nullable Registration polling;

    StillCounting(Usage usage, Runnable grown) {
        this.usage = usage;
        this.grown = grown;
        getContent().addClassNames("counting", "s", "q");
        getContent().getElement().setAttribute("role", "status");
    }

    /** @return whether the columns still grow */
    boolean show() {
        var counted = usage.counted();
        var growing = counted < 1;
        getContent().setText(growing ? "Still counting, %d %%.".formatted((int) (100 * counted)) : "");
        getContent().setVisible(growing);
        var ui = UI.getCurrent();
        if (growing && polling == null) {
            ui.setPollInterval(ASK_EVERY_MS);
            polling = ui.addPollListener(poll -> grown.run());
        } else if (!growing && polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
        return growing;
    }
}
