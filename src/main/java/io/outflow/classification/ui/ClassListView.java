package io.outflow.classification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of data, by rank. */
@Route("settings/classes")
@PageTitle("Data classes · Outflow")
@Menu(title = "Data classes", order = 111, icon = "u-set")
@Requires(Action.READ_USAGE)
@StyleSheet("context://rules.css")
class ClassListView extends EditedList<ClassEditor> {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient DataClasses dataClasses;
    private final boolean mayChange;

    ClassListView(DataClasses dataClasses, CurrentPerson person) {
        super("class");
        this.dataClasses = dataClasses;
        mayChange = person.may(Action.DECIDE);
        var add = link("Add a class", NEW);
        add.setVisible(mayChange);
        add.addClassName("btn");
        var above = new ArrayList<Component>(List.of(new PageHead(
                "Data classes",
                "Where two classes apply to a call, the higher rank counts. Unknown has no rank.",
                add)));
        if (!mayChange) {
            above.add(new Paragraph(RuleWords.readOnly("Data classes")));
        }
        lay(above, List.of("Rank", "Class", "Letters", "Meaning"));
    }

    @Override
    void pick(String code) {
        var found = dataClasses.find(code);
        if (found.isPresent() || NEW.equals(code) && mayChange) {
            edit(found.orElse(null));
        }
    }

    private void edit(@Nullable DataClass dataClass) {
        edit(new ClassEditor(
                dataClass, mayChange, (draft, reason) -> save(dataClass, draft, reason), () -> open(""), this::note));
    }

    private void save(@Nullable DataClass seen, DataClasses.Draft draft, String reason) {
        save(seen == null ? "" : seen.code(), () -> {
            var saved = seen == null ? dataClasses.add(draft, reason) : dataClasses.change(seen, draft, reason);
            Toast.done(saved.name() + " is saved. All screens agree now.");
            return saved.code();
        });
    }

    @Override
    void fill(NativeTableBody body, String picked) {
        for (var dataClass : dataClasses.list()) {
            var row = body.addRow();
            row.setClassName("selected", dataClass.code().equals(picked));
            row.addDataCell().setText(Integer.toString(dataClass.rank()));
            row.addDataCell().add(name(dataClass));
            var letters = new Span(dataClass.letters());
            letters.addClassName("cc");
            letters.getStyle().set("--c", "var(--of-c" + dataClass.colour() + ")");
            row.addDataCell().add(letters);
            row.addDataCell().setText(dataClass.meaning());
        }
    }

    private Component name(DataClass dataClass) {
        var link = link("", dataClass.code());
        link.add(new ClassChip(dataClass));
        return link;
    }
}
