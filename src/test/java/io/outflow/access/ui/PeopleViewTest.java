package io.outflow.access.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.OutflowTest;
import io.outflow.ViewTest;
import io.outflow.access.ChangeRefused;
import io.outflow.access.People;
import io.outflow.access.PersonSummary;
import io.outflow.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleViewTest extends ViewTest {

    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    People people;

    @Test
    void addedPersonStandsInTheList() {
        signInAs(Role.ADMIN);
        navigate(PeopleView.class);
        var name = "Person " + UUID.randomUUID();

        add(name, PASSWORD, Role.LEGAL);

        assertThat(listed()).contains(name);
    }

    @Test
    void weakPasswordIsRefusedAtItsField() {
        signInAs(Role.ADMIN);
        navigate(PeopleView.class);

        add("Person " + UUID.randomUUID(), "password1234", Role.LEGAL);

        var password = find(PasswordField.class).withTestId("person-password").single();
        assertThat(password.isInvalid()).isTrue();
        assertThat(password.getErrorMessage()).contains("tried first");
    }

    @Test
    void nameIsTakenWhateverItsCase() {
        signInAs(Role.ADMIN);
        var name = "Person " + UUID.randomUUID();
        people.add(name, PASSWORD, Set.of(Role.LEGAL));
        navigate(PeopleView.class);

        add(name.toUpperCase(Locale.ROOT), PASSWORD, Role.LEGAL);

        assertThat(find(TextField.class).withTestId("person-name").single().getErrorMessage())
                .isEqualTo("Somebody has this name already. Choose another.");
    }

    @Test
    void lastAdministratorCanNeitherGoNorLoseTheRole() {
        signInAs(Role.ADMIN);
        // Other tests may have left administrators of their own in the database that all share.
        admins().stream()
                .filter(person -> !person.name().equals(OutflowTest.ADMIN))
                .forEach(person -> people.disable(person.id()));
        var admin = admins();

        assertThat(admin).hasSize(1);
        assertThatThrownBy(() -> people.disable(admin.getFirst().id()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("last administrator");
        assertThatThrownBy(() -> people.changeRoles(admin.getFirst().id(), Set.of(Role.CISO)))
                .isInstanceOf(ChangeRefused.class);
        assertThat(people.list()).contains(admin.getFirst());
    }

    private List<PersonSummary> admins() {
        return people.list().stream()
                .filter(person -> person.enabled() && person.roles().contains(Role.ADMIN))
                .toList();
    }

    private void add(String name, String password, Role role) {
        test(find(Button.class).withTestId("people-add").single()).click();
        test(find(TextField.class).withTestId("person-name").single()).setValue(name);
        test(find(PasswordField.class).withTestId("person-password").single()).setValue(password);
        find(RoleChoice.class).single().setValue(Set.of(role));
        test(find(Button.class).withTestId("dialog-done").single()).click();
    }

    @SuppressWarnings("unchecked")
    private List<String> listed() {
        return ((Grid<PersonSummary>) find(Grid.class).withTestId("people").single())
                .getListDataView()
                .getItems()
                .map(PersonSummary::name)
                .toList();
    }
}
