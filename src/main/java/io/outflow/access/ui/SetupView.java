package io.outflow.access.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.outflow.access.ChangeRefused;
import io.outflow.access.FirstAdministrator;
import io.outflow.access.TooManyTries;
import org.springframework.security.core.AuthenticationException;

/** The first page of an empty installation: makes the first person, for whoever can read the console. */
@Route(value = "setup", autoLayout = false)
@PageTitle("Set up · Outflow")
@AnonymousAllowed
class SetupView extends DoorPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient FirstAdministrator first;
    private final TextField code = new TextField("Set-up code");
    private final TextField name = new TextField("Your name");
    private final PasswordField password = new PasswordField("Password");
    private final PasswordField again = new PasswordField("Password again");

    SetupView(FirstAdministrator first) {
        this.first = first;

        code.setHelperText("It stands on the console where Outflow was started.");
        password.setHelperText("At least 12 characters; three or four unrelated words are easy to keep.");
        name.setAutocomplete(Autocomplete.USERNAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.setAutofocus(true);
        code.setTestId("setup-code");
        name.setTestId("setup-name");
        password.setTestId("setup-password");
        again.setTestId("setup-again");
        var done = new Button("Set up", click -> setUp());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        done.setTestId("setup-done");

        box().add(
                        new H1("Set Outflow up"),
                        new Paragraph("You become administrator and CISO, so that you can try everything."),
                        code,
                        name,
                        password,
                        again,
                        done);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!first.missing()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void setUp() {
        Refusals.clear(code, name, password, again);
        if (!password.getValue().equals(again.getValue())) {
            Refusals.at(again, "The two passwords differ.");
            return;
        }
        try {
            first.setUp(
                    code.getValue(),
                    name.getValue(),
                    password.getValue(),
                    VaadinRequest.getCurrent().getRemoteAddr());
            getUI().ifPresent(ui -> ui.navigate("login", QueryParameters.of("ready", "")));
        } catch (ChangeRefused e) {
            Refusals.at(
                    switch (e.field()) {
                        case NAME -> name;
                        case PASSWORD -> password;
                        default -> code;
                    },
                    e.sentence());
        } catch (AuthenticationException e) {
            Refusals.at(code, TooManyTries.SENTENCE);
        }
    }
}
