package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
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
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.NoticeSettings;
import io.outflow.gaps.Notices;
import io.outflow.gaps.Severity;
import io.outflow.mail.Mail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is told of gaps, by which way and when; a test that says in words what came of it; and the last messages. */
@Route("settings/gap-notices")
@PageTitle("Gap notices · Outflow")
@Menu(title = "Gap notices", order = 113)
@Requires(Action.ADMINISTER)
class NoticesView extends Div {

    private static final long serialVersionUID = 1L;
    private static final String MAIL_PAGE = "settings/mail";

    private final transient Notices notices;
    private final transient Mail mail;
    private final TextField mailTo = new TextField("Mail to");
    private final TextField webhook = new TextField("Webhook");
    private final TextField secret = new TextField("Secret of the webhook");
    private final RadioButtonGroup<Boolean> digest = new RadioButtonGroup<>("When");
    private final IntegerField digestHour = new IntegerField("Hour of the day, UTC");
    private final Select<Severity> least = new Select<>();
    private final Paragraph secretNote = new Paragraph();
    private final Div outcome = new Div();
    private final DeliveryTable deliveries = new DeliveryTable();

    NoticesView(Notices notices, Mail mail) {
        this.notices = notices;
        this.mail = mail;
        addClassName("settings-form");
        describe();
        var makeSecret = button("Make a secret", "notice-secret-make", this::makeSecret);
        var save = button("Save", "notice-save", this::save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new PageHead("Gap notices", "Who is told of gaps that open, close or open again."),
                new SettingsSection("By mail", mailNote(), mailTo),
                new Div(GapWords.link(MAIL_PAGE, "Settings of mail")),
                new SettingsSection(
                        "By webhook",
                        "Each message is signed with the secret (HMAC-SHA256), so that its receiver can trust it.",
                        webhook,
                        secret,
                        makeSecret),
                secretNote,
                new SettingsSection("What and when", "For both ways.", least, digest, digestHour),
                new Div(save),
                new SettingsSection(
                        "Test",
                        "Uses the fields above as they stand, saved or not. A test tells of no gap.",
                        button("Send a test", "notice-test", this::test)),
                outcome,
                new SettingsSection(
                        "Last messages", "What became of each. What was not taken is tried ten times.", deliveries));
        show(notices.settings());
    }

    private void describe() {
        mailTo.setHelperText("One address; empty means no mail");
        webhook.setHelperText("An address with https://; empty means no webhook");
        secret.setAutocomplete(Autocomplete.OFF);
        digest.setItems(false, true);
        digest.setItemLabelGenerator(daily -> daily ? "Once a day" : "At once");
        digest.addValueChangeListener(change -> digestHour.setVisible(Boolean.TRUE.equals(digest.getValue())));
        least.setLabel("Which severities");
        least.setItems(Severity.values());
        least.setItemLabelGenerator(NoticesView::label);
        secretNote.addClassName("problem");
        secretNote.getElement().setAttribute("role", "status");
        secretNote.setTestId("notice-secret-note");
        outcome.getElement().setAttribute("role", "status");
        outcome.setTestId("notice-outcome");
        fields().forEach((name, field) -> ((Component) field).setTestId("notice-" + name));
        least.setTestId("notice-least");
        digest.setTestId("notice-digest");
    }

    private static String label(Severity severity) {
        return switch (severity) {
            case HIGH -> "High only";
            case WATCH -> "High and watch";
            case NOTE -> "High, watch and note";
        };
    }

    private String mailNote() {
        return mail.settings().complete()
                ? "Sent by the mail server that is set up."
                : "No mail server is set up, so no mail goes out.";
    }

    private static Button button(String text, String id, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.setTestId(id);
        return button;
    }

    private Map<String, HasValidation> fields() {
        return Map.of("mailTo", mailTo, "webhook", webhook, "secret", secret, "digestHour", digestHour);
    }

    private void show(NoticeSettings settings) {
        mailTo.setValue(settings.mailTo());
        webhook.setValue(settings.webhook());
        secret.clear();
        secret.setHelperText(
                settings.hasSecret()
                        ? "There is one. It is not shown again; empty keeps it"
                        : "16 to 200 characters, the same as at the receiver");
        digest.setValue(settings.digest());
        digestHour.setVisible(settings.digest());
        digestHour.setValue(settings.digestHour());
        least.setValue(settings.least());
        say(notices.secretProblem().orElse(""));
        deliveries.show(notices.deliveries());
    }

    private void say(String sentence) {
        secretNote.setText(sentence);
        secretNote.setVisible(!sentence.isEmpty());
    }

    private void makeSecret() {
        secret.setValue(notices.newSecret());
        secret.setHelperText("Copy it to the receiver now: once it is saved it cannot be shown again");
    }

    private NoticeSettings entered() {
        return new NoticeSettings(
                mailTo.getValue(),
                webhook.getValue(),
                false,
                Boolean.TRUE.equals(digest.getValue()),
                Optional.ofNullable(digestHour.getValue()).orElse(-1),
                Optional.ofNullable(least.getValue()).orElse(Severity.WATCH));
    }

    private void save() {
        unlessRefused(settings -> {
            var saved = notices.save(settings, secret.getValue());
            show(saved);
            Toast.done(
                    saved.mailTo().isEmpty() && saved.webhook().isEmpty()
                            ? "Saved. Nobody is told of gaps."
                            : "Saved. Changes of gaps from now on are told.");
        });
    }

    private void test() {
        outcome.removeAll();
        unlessRefused(settings -> {
            var sentences = notices.test(settings, secret.getValue());
            (sentences.isEmpty() ? List.of("Neither mail nor webhook is filled in, so nothing was sent.") : sentences)
                    .forEach(sentence -> outcome.add(new Paragraph(sentence)));
        });
    }

    private void unlessRefused(Consumer<NoticeSettings> action) {
        fields().values().forEach(field -> field.setInvalid(false));
        try {
            action.accept(entered());
        } catch (GapRefused refused) {
            var field = fields().get(refused.field());
            if (field == null) {
                Toast.failed(refused.sentence());
            } else {
                field.setErrorMessage(refused.sentence());
                field.setInvalid(true);
            }
        }
    }
}
