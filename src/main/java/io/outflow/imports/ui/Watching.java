package io.outflow.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a worker tells of a run into a page. A page that is slow gets the newest state only, never a queue of old ones. */
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final AtomicReference<@Nullable ImportRun> newest = new AtomicReference<>();
    private final AutoCloseable handle;

    Watching(UI ui, Imports imports, long runId, Consumer<ImportRun> show) {
        handle = imports.watch(runId, run -> {
            if (newest.getAndSet(run) == null) {
                inPage(ui, show);
            }
        });
    }

    private void inPage(UI ui, Consumer<ImportRun> show) {
        try {
            ui.access(() -> {
                var run = newest.getAndSet(null);
                if (run != null) {
                    show.accept(run);
                }
            });
        } catch (UIDetachedException e) {
            LOG.debug("A page went away before it could be told of run progress");
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } catch (Exception e) {
            LOG.warn("Could not stop watching an import run", e);
        }
    }
}
