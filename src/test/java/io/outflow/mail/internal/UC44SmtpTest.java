package io.outflow.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.outflow.mail.MailRefused;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UC-44: mail to a real server, and every refusal in words. */
class UC44SmtpTest {

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void start() {
        server.start();
        server.setUser("outflow@example.com", "outflow", "right");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailArrivesWithItsWords() throws Exception {
        send(settings("", Security.NONE, server.getSmtp().getPort()), "", "dana@example.com");

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Fällig: «DPA»");
        assertThat(GreenMailUtil.getAddressList(received[0].getFrom())).isEqualTo("outflow@example.com");
        assertThat((String) received[0].getContent()).contains("Größe");
    }

    @Test
    void theUserSignsInWithThePasswordOfTheEnvironment() {
        var settings = settings("outflow", Security.NONE, server.getSmtp().getPort());

        assertThatCode(() -> send(settings, "right", "dana@example.com")).doesNotThrowAnyException();
        assertThatThrownBy(() -> send(settings, "wrong", "dana@example.com"))
                .hasMessageContaining("refused the user or the password. Nothing was sent.");
        assertThatThrownBy(() -> send(settings, "", "dana@example.com")).hasMessageContaining("OUTFLOW_SMTP_PASSWORD");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatNobodyVouchesForIsNotTrusted() {
        assertThatThrownBy(
                        () -> send(settings("", Security.TLS, server.getSmtps().getPort()), "", "dana@example.com"))
                .isInstanceOfSatisfying(MailRefused.class, refused -> assertThat(refused.perhapsSent())
                        .isFalse())
                .hasMessageContaining("could not be encrypted");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithoutEncryptionIsRefusedWhereItIsRequired() {
        assertThatThrownBy(() ->
                        send(settings("", Security.STARTTLS, server.getSmtp().getPort()), "", "dana@example.com"))
                .hasMessageContaining("could not be encrypted");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyListeningIsSaidInWords() {
        assertThatThrownBy(() -> send(settings("", Security.NONE, 1), "", "dana@example.com"))
                .hasMessageStartingWith("127.0.0.1, port 1 cannot be reached");
        assertThatThrownBy(() -> send(MailSettings.NONE, "", "dana@example.com"))
                .hasMessage("No mail server is set up, so nothing was sent.");
        assertThatThrownBy(() -> send(settings("", Security.NONE, 25), "", "dana"))
                .hasMessage("dana is no mail address, so nothing was sent.");
    }

    @Test
    void anAddressThatTheServerRefusesSurelyGotNothing() throws IOException {
        try (var socket = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answer(socket, "550 5.1.1 nobody of this name\r\n"));

            assertThatThrownBy(() -> send(settings("", Security.NONE, socket.getLocalPort()), "", "dana@example.com"))
                    .isInstanceOfSatisfying(MailRefused.class, refused -> assertThat(refused.perhapsSent())
                            .isFalse())
                    .hasMessageStartingWith("The mail server refused the mail to dana@example.com");
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLeavesItOpenWhetherItArrived() throws IOException {
        try (var socket = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answer(socket, "250 fine\r\n"));

            assertThatThrownBy(() -> send(settings("", Security.NONE, socket.getLocalPort()), "", "dana@example.com"))
                    .isInstanceOfSatisfying(MailRefused.class, refused -> assertThat(refused.perhapsSent())
                            .isTrue())
                    .hasMessageContaining("It may have arrived.");
        }
    }

    /** A server that answers a recipient so, and goes away when it has the whole mail before it says what became of it. */
    private static void answer(ServerSocket socket, String toRecipient) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
                var out = connection.getOutputStream();
                out.write("220 example.com\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                    out.write(answer(line, toRecipient).getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The test closed the door.
            }
        }
    }

    private static String answer(String line, String toRecipient) {
        if (line.startsWith("DATA")) {
            return "354 go on\r\n";
        }
        if (line.startsWith("RCPT")) {
            return toRecipient;
        }
        return line.matches("(EHLO|MAIL|QUIT|RSET|NOOP).*") ? "250 fine\r\n" : "";
    }

    private static MailSettings settings(String user, Security security, int port) {
        return new MailSettings("127.0.0.1", port, security, user, "outflow@example.com", "", "");
    }

    private static void send(MailSettings settings, String password, String to) {
        Smtp.send(settings, password, to, "Fällig: «DPA»", "Größe: 1\n");
    }
}
