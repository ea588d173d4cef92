package io.outflow.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import io.outflow.base.ui.PageHead;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All import runs, and the place to drop files. */
@Route("imports")
@PageTitle("Imports · Outflow")
@Menu(title = "Imports", order = 60, icon = "u-imp")
@Requires(Action.READ_USAGE)
@StyleSheet("context://imports.css")
class ImportListView extends Composite<Div> {
    private static final String EMPTY = "No logs yet. Use is unknown. ";

    private final Imports imports;
    private final RunTable table;
    private final List<Watching> watched = new ArrayList<>();

    ImportListView(Imports imports, CurrentPerson person) {
        this.imports = imports;
        table = new RunTable(imports);
        var none = imports.runs(0, 1).isEmpty();
        var content = getContent();
        content.add(new PageHead("Imports", "What came in, who brought it, and what became of each record."));
        if (person.may(Action.IMPORT)) {
            var panel = new UploadPanel(imports, person);
            panel.setLabel((none ? EMPTY : "") + "Drop CloudTrail files here.");
            panel.getContent().setClassName("empty", none);
            content.add(panel);
        } else {
            content.add(new Paragraph((none ? EMPTY : "") + whoMay()));
        }
        table.setVisible(!none);
        content.add(table);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        table.runs().stream()
                .filter(run -> run.state() == RunState.RUNNING)
                .forEach(run -> watched.add(new Watching(event.getUI(), imports, run.id(), table::show)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        watched.forEach(Watching::close);
        watched.clear();
    }

    private static String whoMay() {
        return Policy.rolesThatMay(Action.IMPORT, Permission.DO).stream()
                .map(Role::label)
                .collect(Collectors.joining(" or ", "Logs are imported by people with the role ", "."));
    }
}
