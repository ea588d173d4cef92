package io.outflow.usage.ui;

import com.vaadin.flow.component.UI;
import io.outflow.base.ui.ChangedNote;
import io.outflow.usage.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Says that what the page counts has changed since it was read. */
class DataChanged extends ChangedNote {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final transient Usage usage;
    private long seen;

    DataChanged(Usage usage, Runnable show) {
        super("data-changed-show", show);
        this.usage = usage;
    }

    /** The page is about to read the numbers of this moment. */
    void seen() {
        seen = usage.changes();
        hide();
    }

    @Override
    protected AutoCloseable watch(UI ui) {
        return usage.watch(at -> within(ui, () -> tell(at)));
    }

    private void tell(Instant at) {
        if (usage.changes() != seen) {
            say("Data changed %s.".formatted(MINUTE.format(at)));
        }
    }
}
