package io.outflow.access.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.outflow.access.ChangeRefused;
import io.outflow.access.OwnAccount;
import io.outflow.access.TooManyTries;
import io.outflow.base.ui.FormDialog;

/** Changes the own password; sign-in begins anew afterwards. */
class OwnPasswordDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient OwnAccount account;
    private final PasswordField present = new PasswordField("Present password");
    private final PasswordField next = new PasswordField("New password");
    private final PasswordField again = new PasswordField("New password again");

    OwnPasswordDialog(OwnAccount account) {
        super("Change password", "Change password");
        this.account = account;
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.setTestId("password-present");
        present.focus();
        next.setAutocomplete(Autocomplete.NEW_PASSWORD);
        next.setHelperText("At least 12 characters. All your sessions end, and you sign in anew.");
        next.setTestId("password-next");
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setTestId("password-again");
        fields(present, next, again);
    }

    @Override
    protected void submit() {
        Refusals.clear(present, next, again);
        if (!next.getValue().equals(again.getValue())) {
            Refusals.at(again, "The two passwords differ.");
            return;
        }
        try {
            account.changePassword(present.getValue(), next.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
        } catch (ChangeRefused e) {
            Refusals.at(e.field() == ChangeRefused.Field.PRESENT_PASSWORD ? present : next, e.sentence());
        } catch (TooManyTries e) {
            Refusals.at(present, TooManyTries.SENTENCE);
        }
    }
}
