package io.outflow.usage.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageExport.Content;
import io.outflow.usage.UsageExport.Format;
import io.outflow.usage.UsageFilter;
import java.util.Locale;
import java.util.function.Supplier;

/** A link that downloads what the page shows, by its filter of the moment. */
class ExportLink extends Anchor {

    private static final long serialVersionUID = 1L;

    ExportLink(UsageExport export, Content content, Format format, Supplier<UsageFilter> filter) {
        super(
                (DownloadHandler) event -> {
                    var asked = filter.get();
                    event.setFileName(export.fileName(asked, content, format));
                    event.setContentType(format == Format.CSV ? "text/csv;charset=utf-8" : "application/json");
                    export.write(asked, content, format, event.getOutputStream());
                },
                format.name());
        var what = content == Content.ROWS ? "the table" : "these calls";
        setAriaLabel(format.name() + ": export " + what);
        setTestId("export-" + format.name().toLowerCase(Locale.ROOT));
    }
}
