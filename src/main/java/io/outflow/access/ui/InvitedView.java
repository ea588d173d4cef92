package io.outflow.access.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.outflow.access.ChangeRefused;
import io.outflow.access.FirstPassword;
import io.outflow.access.TooManyTries;
import org.springframework.security.core.AuthenticationException;

/** Where a set-up link leads: somebody who was invited chooses a password. */
@Route(value = "invited/:" + InvitedView.LINK, autoLayout = false)
@PageTitle("Welcome · Outflow")
@AnonymousAllowed
class InvitedView extends DoorPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    static final String LINK = "link";

    private final transient FirstPassword first;
    private final PasswordField password = new PasswordField("Password");
    private final PasswordField again = new PasswordField("Password again");
    private String link = "";

    InvitedView(FirstPassword first) {
        this.first = first;
        password.setHelperText("At least 12 characters; three or four unrelated words are easy to keep.");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setTestId("invited-password");
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setTestId("invited-again");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get(LINK).orElse("");
        box().removeAll();
        try {
            first.nameFor(link, address()).ifPresentOrElse(this::welcome, () -> refuse(FirstPassword.CLOSED));
        } catch (AuthenticationException e) {
            refuse(TooManyTries.SENTENCE);
        }
    }

    private void welcome(String name) {
        var done = new Button("Keep this password", click -> choose());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        done.setTestId("invited-done");
        box().add(
                        new H1("Welcome"),
                        new Paragraph("You sign in as %s. Choose a password; this link works once.".formatted(name)),
                        password,
                        again,
                        done);
    }

    private void refuse(String sentence) {
        var problem = new Paragraph(sentence);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        box().add(new H1("Welcome"), problem);
    }

    private void choose() {
        Refusals.clear(password, again);
        if (!password.getValue().equals(again.getValue())) {
            Refusals.at(again, "The two passwords differ.");
            return;
        }
        try {
            first.choose(link, password.getValue(), address());
            getUI().ifPresent(ui -> ui.navigate("login", QueryParameters.of("chosen", "")));
        } catch (ChangeRefused e) {
            Refusals.at(password, e.sentence());
        } catch (AuthenticationException e) {
            Refusals.at(password, TooManyTries.SENTENCE);
        }
    }

    private static String address() {
        return VaadinRequest.getCurrent().getRemoteAddr();
    }
}
