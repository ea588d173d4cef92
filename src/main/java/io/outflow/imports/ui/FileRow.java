package io.outflow.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.Formats;
import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.trail.Proof;
import java.util.List;
import java.util.Locale;

/** One line of the list of files: a file, or many files of one state. */
final class FileRow extends NativeTableRow {
    private final Span state = new Span();
    private final Span proof = new Span();
    private final Span reason = new Span();
    private final Div below;
    private final ProgressBar bar = new ProgressBar();
    private final List<Span> numbers = List.of(new Span(), new Span(), new Span(), new Span(), new Span());

    private FileRow(String name, long runId, QueryParameters address) {
        var link = new RouterLink(name, ImportRunView.class, ImportRunView.of(runId));
        link.setQueryParameters(address);
        link.addClassName("mono");
        state.addClassName("state");
        reason.addClassName("reason");
        bar.getElement().setAttribute("aria-label", "Share of " + name + " that is read");
        proof.addClassName("proof");
        proof.setVisible(false);
        below = new Div(state, proof, reason);
        below.addClassName("below");
        addHeaderCell(link, below, bar);
        numbers.forEach(number -> {
            var cell = addDataCell();
            cell.addClassName("r");
            cell.add(number);
        });
    }

    static FileRow of(ImportFile file, long runId, QueryParameters address, boolean selected) {
        var row = new FileRow(file.name(), runId, address);
        row.setClassName("selected", selected);
        if (selected) {
            row.getElement().setAttribute("aria-current", "true");
        }
        row.show(file);
        return row;
    }

    /** @param alone whether no file is listed on its own, so that these are not more than others */
    static FileRow of(FileGroups.Folded folded, boolean alone, long runId, QueryParameters address) {
        var name = alone
                ? Formats.count(folded.files(), "file", "files")
                : Formats.count(folded.files(), "more file", "more files");
        var row = new FileRow(name + ", " + RunWords.state(folded.state()).toLowerCase(Locale.ENGLISH), runId, address);
        row.addClassName("folded");
        row.bar.setVisible(false);
        row.state.setVisible(false);
        row.show(folded);
        return row;
    }

    /** Offers what can be done about the file. */
    void offer(Component action) {
        below.add(action);
    }

    void show(FileGroups.Folded folded) {
        show(folded.counts(), folded.state() == FileState.WAITING);
    }

    void show(ImportFile file) {
        state.setText(RunWords.state(file));
        state.setClassName("gap", file.state() == FileState.FAILED || file.state() == FileState.SET_ASIDE);
        var sentence = file.reason();
        reason.setText(sentence == null ? "" : sentence);
        reason.setVisible(sentence != null);
        proof.setVisible(file.proof() != Proof.NO_DIGEST);
        proof.setText(
                file.proof() == Proof.NO_DIGEST
                        ? ""
                        : "Log file " + file.proof().label());
        bar.setVisible(file.state() == FileState.READING);
        bar.setValue(file.bytes() == 0 ? 0 : Math.min(1.0, (double) file.bytesRead() / file.bytes()));
        show(file.counts(), file.state() == FileState.WAITING);
    }

    private void show(Counts counts, boolean unknown) {
        var values =
                List.of(counts.read(), counts.inserted(), counts.duplicate(), counts.skipped(), counts.quarantined());
        for (var i = 0; i < values.size(); i++) {
            numbers.get(i).setText(unknown ? "–" : Formats.count(values.get(i)));
        }
        numbers.getLast().setClassName("gap", counts.quarantined() > 0);
    }

    private void addHeaderCell(Component... content) {
        var cell = addHeaderCell();
        cell.getElement().setAttribute("scope", "row");
        cell.add(content);
    }
}
