package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.vendors.ImportPreview.Refusal;
import io.outflow.vendors.RegisterFiles;
import java.util.List;

/** The rows that do not go in, with the reason of each; all of them can be taken away as a file. */
class RefusalList extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    RefusalList(RegisterFiles files, List<Refusal> refused, String title) {
        var download = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("outflow-import-refused.csv");
                    event.setContentType("text/csv;charset=utf-8");
                    files.writeRefused(refused, event.getOutputStream());
                },
                "Take them away as CSV");
        download.setTestId("import-refused");
        getContent()
                .add(
                        ImportTables.table(
                                title,
                                List.of("Where", "Entry", "Why"),
                                refused.stream()
                                        .limit(MOST)
                                        .map(one -> List.of(one.place().words(), one.title(), one.sentence()))
                                        .toList(),
                                refused.size()),
                        download);
    }
}
