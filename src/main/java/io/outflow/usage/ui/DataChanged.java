package io.outflow.usage.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.outflow.usage.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A quiet line once what the page counts has changed since it was read. The numbers stay as they are until the reader asks:
 * nothing moves under their hand.
 */
class DataChanged extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DataChanged.class);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final transient Usage usage;
    private final Span words = new Span();
    private final Div line = new Div();
    private long seen;
    private transient @Nullable AutoCloseable watching;

    DataChanged(Usage usage, Runnable show) {
        this.usage = usage;
        var button = new NativeButton("Show", click -> show.run());
        button.addClassName("lk");
        button.setTestId("data-changed-show");
        line.addClassNames("line", "s");
        line.add(words, button);
        line.setVisible(false);
        getContent().addClassName("data-changed");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(line);
    }

    /** The page is about to read the numbers of this moment. */
    void seen() {
        seen = usage.changes();
        line.setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        watching = usage.watch(at -> told(ui, at));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var handle = watching;
        watching = null;
        if (handle != null) {
            try {
                handle.close();
            } catch (Exception e) {
                LOG.warn("Could not stop watching for changes of the numbers", e);
            }
        }
    }

    private void told(UI ui, Instant at) {
        try {
            ui.access(() -> {
                if (usage.changes() != seen) {
                    words.setText("Data changed %s.".formatted(MINUTE.format(at)));
                    line.setVisible(true);
                }
            });
        } catch (UIDetachedException e) {
            LOG.debug("A page went away before it could be told that the numbers changed", e);
        }
    }
}
