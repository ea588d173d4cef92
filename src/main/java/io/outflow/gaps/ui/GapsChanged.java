package io.outflow.gaps.ui;

import com.vaadin.flow.component.UI;
import io.outflow.base.ui.ChangedNote;
import io.outflow.gaps.Gaps;

/** Says that gaps were computed anew since the page was read. */
class GapsChanged extends ChangedNote {

    private static final long serialVersionUID = 1L;

    private final transient Gaps gaps;

    GapsChanged(Gaps gaps, Runnable show) {
        super("gaps-changed-show", show);
        this.gaps = gaps;
    }

    @Override
    protected AutoCloseable watch(UI ui) {
        return gaps.watch(() -> within(ui, () -> say("Gaps changed. ")));
    }
}
