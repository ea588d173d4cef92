package io.outflow.classification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.base.ui.Unsaved;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of data, by rank. */
@Route("settings/classes")
@PageTitle("Data classes · Outflow")
@Menu(title = "Data classes", order = 111, icon = "u-set")
@Requires(Action.READ_USAGE)
@StyleSheet("context://rules.css")
class ClassListView extends Composite<Div> implements BeforeEnterObserver, BeforeLeaveObserver {
    private static final String CLASS = "class";
    private static final String NEW = "new";

    private final DataClasses dataClasses;
    private final boolean mayChange;
    private final NativeTable table = new NativeTable();
    private final Div side = new Div();
    private final Unsaved unsaved = new Unsaved();
    private @Nullable ClassEditor editor;

    ClassListView(DataClasses dataClasses, CurrentPerson person) {
        this.dataClasses = dataClasses;
        mayChange = person.may(Action.DECIDE);
        var add = link("Add a class", NEW);
        add.setVisible(mayChange);
        var head = new PageHead(
                "Data classes", "Where two classes apply to a call, the higher rank counts. Unknown has no rank.", add);
        add.addClassName("btn");
        table.addClassNames("tight", "classes");
        var headings = table.getHead().addRow();
        for (var title : List.of("Rank", "Class", "Letters", "Meaning")) {
            headings.addHeaderCell().setText(title);
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        var columns = new Div(scroll, side);
        columns.addClassName("im");
        var content = getContent();
        content.addClassName("rules-view");
        content.add(head);
        if (!mayChange) {
            content.add(new Paragraph(RuleWords.readOnly("Data classes")));
        }
        content.add(columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CLASS)
                .orElse("");
        side.removeAll();
        editor = null;
        unsaved.set(false);
        var found = dataClasses.find(picked);
        if (found.isPresent() || NEW.equals(picked) && mayChange) {
            edit(found.orElse(null));
        }
        fill(picked);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    private void edit(@Nullable DataClass dataClass) {
        var opened = new ClassEditor(
                dataClass, mayChange, (draft, reason) -> save(dataClass, draft, reason), () -> open(""), this::note);
        editor = opened;
        side.add(opened);
    }

    private void save(@Nullable DataClass seen, DataClasses.Draft draft, String reason) {
        var current = editor;
        if (current == null) {
            return;
        }
        current.showProblems(List.of());
        try {
            var saved = seen == null ? dataClasses.add(draft, reason) : dataClasses.change(seen, draft, reason);
            Toast.done(saved.name() + " is saved. All screens agree now.");
            open(saved.code());
        } catch (RuleRefused e) {
            current.showProblems(e.problems());
        } catch (RuleChangedMeanwhile e) {
            current.showConflict(String.valueOf(e.getMessage()), () -> open(seen == null ? "" : seen.code()));
        }
    }

    private void open(String code) {
        unsaved.set(false);
        getUI().ifPresent(ui -> ui.navigate(
                ClassListView.class, code.isEmpty() ? QueryParameters.empty() : QueryParameters.of(CLASS, code)));
    }

    private void note() {
        unsaved.set(editor != null && editor.isChanged());
    }

    private void fill(String picked) {
        var body = table.getBody();
        body.removeAll();
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

    private static Component name(DataClass dataClass) {
        var link = link("", dataClass.code());
        link.add(new ClassChip(dataClass));
        return link;
    }

    private static RouterLink link(String text, String code) {
        var link = new RouterLink(text, ClassListView.class);
        link.setQueryParameters(QueryParameters.of(CLASS, code));
        return link;
    }
}
