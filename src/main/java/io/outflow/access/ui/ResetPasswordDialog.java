package io.outflow.access.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.outflow.access.ChangeRefused;
import io.outflow.access.People;
import io.outflow.access.PersonSummary;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;

/** Gives a person a new password. */
class ResetPasswordDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient PersonSummary person;
    private final transient Runnable after;
    private final PasswordField password = new PasswordField("New password");

    ResetPasswordDialog(People people, PersonSummary person, Runnable after) {
        super("Password of " + person.name(), "Reset password");
        this.people = people;
        this.person = person;
        this.after = after;
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText("At least 12 characters. Open sessions of the person end.");
        password.setTestId("person-password");
        password.focus();
        fields(password);
    }

    @Override
    protected void submit() {
        Refusals.clear(password);
        try {
            people.resetPassword(person.id(), password.getValue());
            close();
            after.run();
            Toast.done("The password of " + person.name() + " is changed.");
        } catch (ChangeRefused e) {
            Refusals.at(password, e.sentence());
        }
    }
}
