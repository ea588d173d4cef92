package io.outflow.access.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.outflow.access.AccessEnded;
import io.outflow.access.FirstAdministrator;
import io.outflow.access.TooManyTries;
import java.time.DateTimeException;
import java.time.Instant;

/** The sign-in page: a plain form, so that it works before anything else has loaded. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Outflow")
@AnonymousAllowed
class LoginView extends DoorPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient FirstAdministrator first;
    private final Paragraph problem = new Paragraph();

    LoginView(FirstAdministrator first) {
        this.first = first;

        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        box().add(new H1("Sign in"), problem);
        box().getElement().appendChild(form());
    }

    private static Element form() {
        var form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", "login");
        form.appendChild(field("username", "Name", "text", "username"));
        form.appendChild(field("password", "Password", "password", "current-password"));
        var button = new Element("button");
        button.setAttribute("type", "submit");
        button.setAttribute("class", "btn pri");
        button.setText("Sign in");
        form.appendChild(button);
        return form;
    }

    private static Element field(String name, String label, String type, String complete) {
        var input = new Element("input");
        input.setAttribute("name", name);
        input.setAttribute("type", type);
        input.setAttribute("autocomplete", complete);
        input.setAttribute("required", true);
        input.setAttribute("maxlength", "200");
        if (name.equals("username")) {
            input.setAttribute("autofocus", true);
            input.setAttribute("autocapitalize", "none");
            input.setAttribute("spellcheck", "false");
        }
        var text = new Element("span");
        text.setText(label);
        return new Element("label").appendChild(text, input);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (first.missing()) {
            event.forwardTo(SetupView.class);
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("error")) {
            tell("Name or password is wrong. Nothing tells which, on purpose.");
        } else if (parameters.containsKey("wait")) {
            tell(TooManyTries.SENTENCE);
        } else if (parameters.containsKey("ended")) {
            ended(parameters.get("ended").getFirst());
        } else if (parameters.containsKey("chosen")) {
            tell("Your password is kept. Sign in with it.");
        } else if (parameters.containsKey("ready")) {
            tell("Outflow is set up. Sign in with the name and password you chose.");
        }
    }

    private void ended(String at) {
        try {
            tell(AccessEnded.sentence(Instant.parse(at)));
        } catch (DateTimeException e) {
            tell("Your access has ended.");
        }
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
    }
}
