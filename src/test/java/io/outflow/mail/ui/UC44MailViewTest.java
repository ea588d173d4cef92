package io.outflow.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UC-44: an administrator sets up mail. */
class UC44MailViewTest extends ViewTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Mail mail;

    @BeforeEach
    void start() {
        server.start();
        signInAs(Role.ADMIN);
        navigate(MailView.class);
    }

    @AfterEach
    void stop() {
        signInAs(Role.ADMIN);
        mail.save(MailSettings.NONE);
        server.stop();
    }

    @Test
    void aTestMailArrivesBeforeAnythingIsSaved() throws Exception {
        enter("127.0.0.1", server.getSmtp().getPort(), "outflow@example.com");
        type("mail-test-to", "admin@example.com");

        click("mail-test");

        assertThat(outcome())
                .isEqualTo("The mail server took the test mail to admin@example.com. Look whether it arrived.");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Test mail from Outflow");
        assertThat(mail.settings()).isEqualTo(MailSettings.NONE);
    }

    @Test
    void aTestThatFailsSaysWhy() {
        enter("127.0.0.1", 1, "outflow@example.com");
        type("mail-test-to", "admin@example.com");

        click("mail-test");

        assertThat(outcome()).startsWith("127.0.0.1, port 1 cannot be reached");
    }

    @Test
    void whatIsSavedIsThereAgain() {
        enter("smtp.example.com", 2525, "outflow@example.com");
        type("mail-address", "https://outflow.example.com/");

        click("mail-save");

        navigate(MailView.class);
        assertThat(field("mail-host").getValue()).isEqualTo("smtp.example.com");
        assertThat(field("mail-address").getValue()).isEqualTo("https://outflow.example.com");
    }

    @Test
    void wrongValuesAreNamedAtTheirFieldsAndNothingIsSaved() {
        enter("https://smtp.example.com/", 25, "somebody");
        type("mail-user", "outflow");

        click("mail-save");

        assertThat(field("mail-host").getErrorMessage()).startsWith("Give the name of the mail server alone");
        assertThat(field("mail-sender").getErrorMessage()).startsWith("Give the address that mails come from");
        assertThat(field("mail-user").getErrorMessage()).startsWith("Without encryption the password could be read.");
        assertThat(mail.settings()).isEqualTo(MailSettings.NONE);
    }

    @Test
    void onlyAnAdministratorMayOpenIt() {
        signInAs(Role.LEGAL);

        com.vaadin.flow.component.UI.getCurrent().navigate("settings/mail");

        assertThat(find(H1.class).all()).extracting(H1::getText).contains("Not open to you");
    }

    private void enter(String host, int port, String sender) {
        type("mail-host", host);
        test(find(IntegerField.class).withTestId("mail-port").single()).setValue(port);
        security().setValue(Security.NONE);
        type("mail-sender", sender);
    }

    @SuppressWarnings("unchecked")
    private Select<Security> security() {
        return find(Select.class).single();
    }

    private void type(String id, String text) {
        test(field(id)).setValue(text);
    }

    private TextField field(String id) {
        return find(TextField.class).withTestId(id).single();
    }

    private void click(String id) {
        test(find(Button.class).withTestId(id).single()).click();
    }

    private String outcome() {
        return find(Paragraph.class).withTestId("mail-outcome").single().getText();
    }
}
