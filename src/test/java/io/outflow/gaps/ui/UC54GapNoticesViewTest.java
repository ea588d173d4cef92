package io.outflow.gaps.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.base.OutflowHome;
import io.outflow.gaps.NoticeSettings;
import io.outflow.gaps.Notices;
import io.outflow.gaps.Severity;
import io.outflow.mail.Mail;
import io.outflow.mail.MailSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** UC-54: an administrator sets up who is told of gaps. */
class UC54GapNoticesViewTest extends ViewTest {
    private static final String SECRET = "a secret of this test";

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AtomicInteger answer = new AtomicInteger(200);
    private final AtomicReference<String> signature = new AtomicReference<>("");
    private HttpServer receiver;

    @Autowired
    Notices notices;

    @Autowired
    Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutflowHome home;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            try (exchange) {
                signature.set(exchange.getRequestHeaders().getFirst("Outflow-Signature"));
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(answer.get(), -1);
            }
        });
        receiver.start();
        mailServer.start();
        signInAs(Role.ADMIN);
        navigate(NoticesView.class);
    }

    @AfterEach
    void stop() {
        jdbc.sql("DELETE FROM gap_notice_settings").update();
        jdbc.sql("DELETE FROM mail_settings").update();
        receiver.stop(0);
        mailServer.stop();
    }

    @Test
    void aTestGoesOutByBothWaysBeforeAnythingIsSaved() throws Exception {
        mailIsSetUp();
        type("mailTo", "ciso@example.com");
        type("webhook", hook());
        type("secret", SECRET);

        click("notice-test");

        assertThat(outcome())
                .isEqualTo("The mail server took the test mail to ciso@example.com. Look whether it arrived."
                        + " The webhook took the test message, which holds no changes.");
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(signature.get()).startsWith("v1=");
        assertThat(notices.settings()).isEqualTo(NoticeSettings.NONE);
    }

    @Test
    void aTestThatFailsSaysWhy() {
        answer.set(403);
        type("mailTo", "ciso@example.com");
        type("webhook", hook());
        type("secret", SECRET);

        click("notice-test");

        assertThat(outcome())
                .isEqualTo("No mail server is set up, so nothing was sent. The webhook answered with status 403.");
    }

    @Test
    void nothingFilledInIsSaidToo() {
        click("notice-test");

        assertThat(outcome()).isEqualTo("Neither mail nor webhook is filled in, so nothing was sent.");
    }

    @Test
    void whatIsSavedIsThereAgainButTheSecretIsNot() {
        type("webhook", hook());
        click("notice-secret-make");
        var made = field("secret").getValue();
        assertThat(made).hasSizeGreaterThan(40);
        daily();
        find(IntegerField.class).withTestId("notice-digestHour").single().setValue(9);

        click("notice-save");

        openAnew();
        assertThat(notices.settings()).isEqualTo(new NoticeSettings("", hook(), true, true, 9, Severity.WATCH));
        assertThat(field("webhook").getValue()).isEqualTo(hook());
        assertThat(field("secret").getValue()).isEmpty();
        assertThat(field("secret").getHelperText()).startsWith("There is one.");
        assertThat(stored()).startsWith("sealed:").doesNotContain(made);
    }

    @Test
    void wrongValuesAreNamedAtTheirFieldsAndNothingIsSaved() {
        type("webhook", "http://example.com/");
        type("secret", SECRET);
        click("notice-save");
        assertThat(field("webhook").getErrorMessage()).startsWith("Give an address that begins with https://");

        type("webhook", hook());
        type("secret", "short");
        click("notice-save");
        assertThat(field("secret").getErrorMessage()).isEqualTo("Give a secret of 16 to 200 characters.");

        assertThat(notices.settings()).isEqualTo(NoticeSettings.NONE);
    }

    @Test
    void aMissingKeyFileIsSaidAndANewSecretHelps() throws IOException {
        notices.save(new NoticeSettings("", hook(), false, false, 7, Severity.WATCH), SECRET);
        var key = home.path().resolve("secrets.key");
        Files.delete(key);

        openAnew();
        assertThat(note().getText()).contains("secrets.key is missing", "Put the file back");
        click("notice-test");
        assertThat(outcome()).contains("secrets.key is missing");

        type("secret", SECRET + " anew");
        click("notice-save");
        click("notice-test");

        assertThat(note().isVisible()).isFalse();
        assertThat(outcome()).startsWith("The webhook took the test message");
    }

    @Test
    void onlyAnAdministratorMayOpenIt() {
        signInAs(Role.CISO);

        UI.getCurrent().navigate("settings/gap-notices");

        assertThat(find(H1.class).all()).extracting(H1::getText).contains("Not open to you");
    }

    private void openAnew() {
        UI.getCurrent().navigate("settings/mail");
        navigate(NoticesView.class);
    }

    private void mailIsSetUp() {
        mail.save(new MailSettings(
                "127.0.0.1",
                mailServer.getSmtp().getPort(),
                MailSettings.Security.NONE,
                "",
                "outflow@example.com",
                "",
                ""));
    }

    private String stored() {
        return jdbc.sql("SELECT secret FROM gap_notice_settings")
                .query(String.class)
                .single();
    }

    private String hook() {
        return "http://127.0.0.1:%d/hook".formatted(receiver.getAddress().getPort());
    }

    @SuppressWarnings("unchecked")
    private void daily() {
        find(RadioButtonGroup.class).withTestId("notice-digest").single().setValue(true);
    }

    private Paragraph note() {
        return find(NoticesView.class)
                .single()
                .getChildren()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void type(String name, String text) {
        test(field(name)).setValue(text);
    }

    private TextField field(String name) {
        return find(TextField.class).withTestId("notice-" + name).single();
    }

    private void click(String id) {
        test(find(Button.class).withTestId(id).single()).click();
    }

    private String outcome() {
        return Shown.text(find(Div.class).withTestId("notice-outcome").single());
    }
}
