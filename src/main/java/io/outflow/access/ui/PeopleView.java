package io.outflow.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.ChangeRefused;
import io.outflow.access.CurrentPerson;
import io.outflow.access.People;
import io.outflow.access.PersonSummary;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people who may enter: list, add, roles, password, disable. */
@Route("settings/people")
@PageTitle("People · Outflow")
@Menu(title = "People", order = 100)
@Requires(Action.ADMINISTER)
class PeopleView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient CurrentPerson current;
    private final PageHead head;
    private final Grid<PersonSummary> grid = new Grid<>();

    PeopleView(People people, CurrentPerson current) {
        this.people = people;
        this.current = current;

        var add = new Button("Add person", click -> new AddPersonDialog(people, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setTestId("people-add");
        head = new PageHead("People", "", add);
        columns();

        add(head, grid);
        refresh();
    }

    private void columns() {
        grid.setTestId("people");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "People");
        grid.addColumn(PersonSummary::name)
                .setHeader("Name")
                .setRowHeader(true)
                .setComparator(Comparator.comparing(PersonSummary::name, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(2);
        grid.addColumn(person -> labels(person.roles()))
                .setHeader("Roles")
                .setSortable(true)
                .setFlexGrow(2);
        grid.addColumn(person -> lastSignIn(person.lastSignIn()))
                .setHeader("Last sign-in")
                .setComparator(Comparator.comparing(
                        PersonSummary::lastSignIn, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addComponentColumn(PeopleView::state)
                .setHeader("State")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::actions)
                .setHeader("Change")
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private static Component state(PersonSummary person) {
        if (!person.enabled()) {
            return new Mark(Glyph.ABSENT, "Disabled");
        }
        var endsAt = person.endsAt();
        return new Span(endsAt == null ? "Enabled" : "Until " + Formats.minute(endsAt));
    }

    private Component actions(PersonSummary person) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = bar.addItem("Change");
        root.setAriaLabel("Change " + person.name());
        var menu = root.getSubMenu();
        if (person.endsAt() == null) {
            menu.addItem("Change roles", click -> new RolesDialog(people, person, this::refresh).open());
        }
        menu.addItem("Reset password", click -> new ResetPasswordDialog(people, person, this::refresh).open());
        if (person.enabled()) {
            menu.addItem("Disable", click -> askToDisable(person));
        } else {
            menu.addItem("Enable", click -> {
                people.enable(person.id());
                done(person.name() + " may sign in again.");
            });
        }
        return bar;
    }

    private void askToDisable(PersonSummary person) {
        var own = current.id().filter(person.id()::equals).isPresent();
        var dialog = new ConfirmDialog();
        dialog.setHeader("Disable " + person.name());
        dialog.setText(
                own
                        ? "This is you. You are signed out at once and cannot come back by yourself."
                        : "Open sessions end at once and tokens stop working. What the person did stays in the change log.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Disable");
        dialog.addConfirmListener(confirm -> disable(person));
        dialog.open();
    }

    private void disable(PersonSummary person) {
        try {
            people.disable(person.id());
            done(person.name() + " can no longer sign in.");
        } catch (ChangeRefused e) {
            Toast.failed(e.sentence());
        }
    }

    private void done(String sentence) {
        refresh();
        Toast.done(sentence);
    }

    private void refresh() {
        var all = people.list();
        grid.setItems(all);
        head.setSub("%s. A change acts at once and ends the person's sessions."
                .formatted(Formats.count(all.size(), "person", "people")));
    }

    private static String lastSignIn(@Nullable Instant time) {
        return time == null ? "never" : Formats.minute(time);
    }

    private static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
    }
}
