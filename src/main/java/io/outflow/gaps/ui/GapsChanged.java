package io.outflow.gaps.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.outflow.gaps.Gaps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A quiet line once gaps were computed anew since the page was read. Nothing moves under the reader's hand. */
class GapsChanged extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GapsChanged.class);

    private final transient Gaps gaps;
    private final Div line = new Div();
    private transient @Nullable AutoCloseable watching;

    GapsChanged(Gaps gaps, Runnable show) {
        this.gaps = gaps;
        var button = new NativeButton("Show", click -> {
            line.setVisible(false);
            show.run();
        });
        button.addClassName("lk");
        button.setTestId("gaps-changed-show");
        line.addClassNames("line", "s");
        line.add(new Span("Gaps changed. "), button);
        line.setVisible(false);
        getContent().addClassName("data-changed");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(line);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        watching = gaps.watch(() -> told(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var handle = watching;
        watching = null;
        if (handle != null) {
            try {
                handle.close();
            } catch (Exception e) {
                LOG.warn("Could not stop watching for changes of gaps", e);
            }
        }
    }

    private void told(UI ui) {
        try {
            ui.access(() -> line.setVisible(true));
        } catch (UIDetachedException e) {
            LOG.debug("A page went away before it could be told that gaps changed", e);
        }
    }
}
