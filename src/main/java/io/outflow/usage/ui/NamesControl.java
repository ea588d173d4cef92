package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.access.AccessRefused;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Permission;
import io.outflow.base.ui.Toast;

/** Shows names of people after a reason, or says in words why they stay masked. */
class NamesControl extends Composite<Span> {

    private static final long serialVersionUID = 1L;

    private final transient Names names;
    private final transient CurrentPerson person;
    private final transient Runnable revealed;

    NamesControl(Names names, CurrentPerson person, Runnable revealed) {
        this.names = names;
        this.person = person;
        this.revealed = revealed;
        getContent().addClassNames("s", "q", "names");
        refresh();
    }

    void refresh() {
        getContent().removeAll();
        if (names.revealed()) {
            getContent().add("Names are shown until you sign out.");
        } else if (names.mayReveal()) {
            var show = new Link("Show names", this::ask);
            show.setTestId("show-names");
            getContent().add(show);
        } else {
            var refused = AccessRefused.of(Action.SEE_NAMES, Permission.WITH_REASON, person.roles());
            getContent().add("Names are masked. " + refused.sentence());
        }
    }

    private void ask() {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Show names of people");
        var reason = new TextField("Reason");
        reason.setHelperText("The change log keeps your name, the time and this reason.");
        reason.setWidthFull();
        reason.setTestId("names-reason");
        var show = new Button("Show names", click -> {
            try {
                names.reveal(reason.getValue());
            } catch (AccessRefused refused) {
                reason.setInvalid(true);
                reason.setErrorMessage(refused.sentence());
                return;
            }
            dialog.close();
            refresh();
            revealed.run();
            Toast.done("Names are shown until you sign out.");
        });
        show.addThemeVariants(ButtonVariant.PRIMARY);
        show.setTestId("names-confirm");
        dialog.add(new Paragraph("Names stay visible in this session only."), reason);
        dialog.getFooter().add(new Button("Keep masked", click -> dialog.close()), show);
        dialog.open();
        reason.focus();
    }
}
