package io.outflow.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A quiet line once what a page shows has changed since it was read. The page stays as it is until the reader asks: nothing
 * moves under their hand.
 */
public abstract class ChangedNote extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ChangedNote.class);

    private final Span words = new Span();
    private final Div line = new Div();
    private transient @Nullable AutoCloseable watching;

    /** @param show reads the page anew */
    protected ChangedNote(String testId, Runnable show) {
        var button = new NativeButton("Show", click -> {
            hide();
            show.run();
        });
        button.addClassName("lk");
        button.setTestId(testId);
        line.addClassNames("line", "s");
        line.add(words, button);
        line.setVisible(false);
        getContent().addClassName("data-changed");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(line);
    }

    /** Begins to watch, while the page is open; closing the handle ends it. */
    protected abstract AutoCloseable watch(UI ui);

    /** Does something to the page, from whichever thread it was told; nothing when the page is gone. */
    protected final void within(UI ui, Command work) {
        try {
            ui.access(work);
        } catch (UIDetachedException e) {
            LOG.debug("A page went away before it could be told of a change", e);
        }
    }

    protected final void say(String sentence) {
        words.setText(sentence);
        line.setVisible(true);
    }

    protected final void hide() {
        line.setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watching = watch(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var handle = watching;
        watching = null;
        if (handle != null) {
            try {
                handle.close();
            } catch (Exception e) {
                LOG.warn("Could not stop watching for changes", e);
            }
        }
    }
}
