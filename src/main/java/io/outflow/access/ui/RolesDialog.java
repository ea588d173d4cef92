package io.outflow.access.ui;

import io.outflow.access.ChangeRefused;
import io.outflow.access.People;
import io.outflow.access.PersonSummary;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;

/** Changes the roles of a person. */
class RolesDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient PersonSummary person;
    private final transient Runnable after;
    private final RoleChoice roles = new RoleChoice();

    RolesDialog(People people, PersonSummary person, Runnable after) {
        super("Roles of " + person.name(), "Change roles");
        this.people = people;
        this.person = person;
        this.after = after;
        roles.setValue(person.roles());
        fields(roles);
    }

    @Override
    protected void submit() {
        Refusals.clear(roles);
        try {
            people.changeRoles(person.id(), roles.getValue());
            close();
            after.run();
            Toast.done("The roles of " + person.name() + " are changed.");
        } catch (ChangeRefused e) {
            Refusals.at(roles, e.sentence());
        }
    }
}
