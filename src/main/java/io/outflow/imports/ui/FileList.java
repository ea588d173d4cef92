package io.outflow.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of a run: those that stand out first, the others one line a state. */
final class FileList extends Composite<Section> {
    private final long runId;
    private final @Nullable Function<ImportFile, Component> admission;
    private final Select<FileState> filter = new Select<>();
    private final SectionHead head;
    private final NativeTableBody body;
    private final Button more = new Button();
    private final Span none = new Span("No file of this run is in this state.");
    private final Map<Object, FileRow> shown = new LinkedHashMap<>();
    private final Map<FileSort.Column, RouterLink> headings = new EnumMap<>(FileSort.Column.class);
    private int room = FileGroups.ROOM;
    private RunAddress address = RunAddress.START;
    private List<ImportFile> files = List.of();

    /**
     * @param export takes away the files as they are listed
     * @param admission offers to let a file in that was set aside; null for those who may not
     */
    FileList(long runId, Anchor export, @Nullable Function<ImportFile, Component> admission) {
        this.runId = runId;
        this.admission = admission;
        head = new SectionHead("Files", "", filter, export);
        filter.setAriaLabel("State");
        filter.setTestId("file-state");
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption("All states");
        filter.setItemLabelGenerator(state -> state == null ? "All states" : RunWords.state(state));
        filter.setItems(FileState.values());
        filter.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                var picked = address.withState(e.getValue());
                UI.getCurrent().navigate(ImportRunView.class, ImportRunView.of(runId), picked.query());
            }
        });
        more.addClickListener(e -> {
            room += 5 * FileGroups.ROOM;
            show(files, address);
        });
        none.addClassNames("s", "q");

        var table = new NativeTable();
        table.addClassNames("tight", "files");
        body = table.getBody();
        var row = table.getHead().addRow();
        for (var column : FileSort.Column.values()) {
            var cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("r", column != FileSort.Column.FILE);
            var link = new RouterLink(column.title(), ImportRunView.class, ImportRunView.of(runId));
            cell.add(link);
            headings.put(column, link);
        }
        showOrder();
        var content = getContent();
        content.addClassName("sec");
        content.add(head, table, none, more);
    }

    void show(List<ImportFile> newFiles, RunAddress newAddress) {
        var sameAddress = newAddress.equals(address);
        files = newFiles;
        address = newAddress;
        filter.setValue(address.state());
        var groups = FileGroups.of(files, address.state(), address.sort(), address.file(), room);
        var keys = new ArrayList<Object>();
        groups.rows().forEach(file -> keys.add(key(file)));
        groups.folded().forEach(folded -> keys.add(folded.state()));
        if (!sameAddress) {
            showOrder();
        }
        if (!sameAddress || !keys.equals(List.copyOf(shown.keySet()))) {
            rebuild(groups);
        }
        // Rows that stay are changed in place: a reader's focus and selection survive the progress.
        groups.rows().forEach(file -> row(key(file)).show(file));
        groups.folded().forEach(folded -> row(folded.state()).show(folded));
        more.setVisible(groups.hidden() > 0);
        more.setText("Show more, " + Formats.count(groups.hidden()) + " are not listed");
        none.setVisible(keys.isEmpty());
        head.setNote(summary());
    }

    /** A file that is let in gets another row, without the offer. */
    private static long key(ImportFile file) {
        return file.state() == FileState.SET_ASIDE ? -file.id() : file.id();
    }

    private FileRow row(Object key) {
        var row = shown.get(key);
        if (row == null) {
            throw new IllegalStateException("no row for " + key);
        }
        return row;
    }

    private void rebuild(FileGroups groups) {
        shown.clear();
        groups.rows().forEach(file -> {
            var selected = Long.valueOf(file.id()).equals(address.file());
            var row = FileRow.of(file, runId, address.withFile(file.id()).query(), selected);
            if (admission != null && file.state() == FileState.SET_ASIDE) {
                row.offer(admission.apply(file));
            }
            shown.put(key(file), row);
        });
        groups.folded()
                .forEach(folded -> shown.put(
                        folded.state(),
                        FileRow.of(
                                folded,
                                groups.rows().isEmpty(),
                                runId,
                                address.withState(folded.state()).query())));
        body.removeAll();
        shown.values().forEach(body::add);
    }

    private String summary() {
        if (address.state() != null || address.sort() != null || files.size() <= FileGroups.LISTED_WHOLE) {
            return RunWords.files(files.size());
        }
        var standOut = FileGroups.standingOut(files);
        return "%s of %s %s out; the rest in one line a state"
                .formatted(
                        standOut == 0 ? "None" : Formats.count(standOut),
                        Formats.count(files.size()),
                        standOut == 1 ? "stands" : "stand");
    }

    /** Each heading leads to the list in another order; the one that orders it now says so. */
    private void showOrder() {
        var now = address.sort();
        headings.forEach((column, link) -> {
            link.setQueryParameters(
                    address.withSort(FileSort.after(now, column)).query());
            var cell = link.getElement().getParent();
            if (now != null && now.by() == column) {
                cell.setAttribute("aria-sort", now.descending() ? "descending" : "ascending");
            } else {
                cell.removeAttribute("aria-sort");
            }
        });
    }
}
