package io.outflow.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SettingsSection;
import io.outflow.base.ui.Toast;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import java.util.Map;

/** How mail is sent, with a test that says in words what came of it. */
@Route("settings/mail")
@PageTitle("Mail · Outflow")
@Menu(title = "Mail", order = 150)
@Requires(Action.ADMINISTER)
class MailView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Mail mail;
    private final TextField host = new TextField("Mail server");
    private final IntegerField port = new IntegerField("Port");
    private final Select<Security> security = new Select<>();
    private final TextField user = new TextField("User");
    private final TextField sender = new TextField("From");
    private final TextField fallback = new TextField("Otherwise to");
    private final TextField address = new TextField("Address of Outflow");
    private final TextField testTo = new TextField("Send it to");
    private final Paragraph outcome = new Paragraph();

    MailView(Mail mail) {
        this.mail = mail;
        host.setHelperText("Empty means that no mail is sent");
        security.setLabel("Encryption");
        security.setItems(Security.values());
        security.setItemLabelGenerator(Security::label);
        user.setHelperText("Empty means without signing in");
        fallback.setHelperText("Who is told when the owner in the register has no mail address");
        address.setHelperText("For links in mails, such as https://outflow.example.com");
        outcome.getElement().setAttribute("role", "status");
        outcome.setTestId("mail-outcome");
        ids();
        addClassName("settings-form");

        var save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("mail-save");
        var test = new Button("Send a test mail", click -> test());
        test.setTestId("mail-test");
        add(
                new PageHead(
                        "Mail",
                        "Reminders of what is due go out by mail, 30, 7 and 0 days ahead, once each; so does what happens to gaps.",
                        new Anchor("settings/gap-notices", "Who is told of gaps")),
                new SettingsSection("Server", password(), host, port, security, user),
                new SettingsSection(
                        "Who writes to whom", "The owner of a product or vendor is told.", sender, fallback, address),
                new Div(save),
                new SettingsSection("Test", "Uses the fields above as they stand, saved or not.", testTo, test),
                outcome);
        show(mail.settings());
    }

    private String password() {
        return mail.hasPassword()
                ? "The password comes from OUTFLOW_SMTP_PASSWORD and is not stored."
                : "No password: OUTFLOW_SMTP_PASSWORD is not set.";
    }

    private void ids() {
        fields().forEach((name, field) -> ((Component) field).setTestId("mail-" + name));
        testTo.setTestId("mail-test-to");
    }

    private Map<String, HasValidation> fields() {
        return Map.of(
                "host", host, "port", port, "user", user, "sender", sender, "fallback", fallback, "address", address);
    }

    private void show(MailSettings settings) {
        host.setValue(settings.host());
        port.setValue(settings.port());
        security.setValue(settings.security());
        user.setValue(settings.user());
        sender.setValue(settings.sender());
        fallback.setValue(settings.fallback());
        address.setValue(settings.address());
    }

    private MailSettings entered() {
        return new MailSettings(
                host.getValue(),
                port.getOptionalValue().orElse(0),
                security.getOptionalValue().orElse(Security.STARTTLS),
                user.getValue(),
                sender.getValue(),
                fallback.getValue(),
                address.getValue());
    }

    /** Shows each problem at its field; tells whether there is none. */
    private boolean passes(MailSettings settings) {
        fields().values().forEach(field -> field.setInvalid(false));
        settings.problems().forEach(problem -> {
            var field = fields().get(problem.field());
            if (field != null) {
                field.setErrorMessage(problem.sentence());
                field.setInvalid(true);
            }
        });
        return settings.problems().isEmpty();
    }

    private void save() {
        var settings = entered();
        if (passes(settings)) {
            mail.save(settings);
            show(settings);
            Toast.done(settings.complete() ? "Saved. Reminders go out by these settings." : "Saved. No mail is sent.");
        }
    }

    private void test() {
        var settings = entered();
        testTo.setInvalid(false);
        if (!passes(settings)) {
            return;
        }
        if (!MailSettings.isAddress(testTo.getValue().strip())) {
            testTo.setErrorMessage("Give one mail address.");
            testTo.setInvalid(true);
            return;
        }
        try {
            mail.test(settings, testTo.getValue().strip());
            outcome.setText("The mail server took the test mail to %s. Look whether it arrived."
                    .formatted(testTo.getValue().strip()));
        } catch (MailRefused e) {
            outcome.setText(e.sentence());
        }
    }
}
