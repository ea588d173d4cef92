package io.outflow.access.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.access.ChangeRefused;
import io.outflow.access.People;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;

/** Adds a person with a first password and roles. */
class AddPersonDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient Runnable after;
    private final TextField name = new TextField("Name");
    private final PasswordField password = new PasswordField("First password");
    private final RoleChoice roles = new RoleChoice();

    AddPersonDialog(People people, Runnable after) {
        super("Add person", "Add person");
        this.people = people;
        this.after = after;
        name.setAutocomplete(Autocomplete.OFF);
        name.setTestId("person-name");
        name.focus();
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText("At least 12 characters. The person changes it under Settings, Account.");
        password.setTestId("person-password");
        fields(name, password, roles);
    }

    @Override
    protected void submit() {
        Refusals.clear(name, password, roles);
        try {
            people.add(name.getValue(), password.getValue(), roles.getValue());
            close();
            after.run();
            Toast.done(name.getValue() + " may sign in now.");
        } catch (ChangeRefused e) {
            Refusals.at(
                    switch (e.field()) {
                        case NAME -> name;
                        case PASSWORD -> password;
                        default -> roles;
                    },
                    e.sentence());
        }
    }
}
