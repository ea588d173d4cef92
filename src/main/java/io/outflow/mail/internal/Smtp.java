package io.outflow.mail.internal;

import io.outflow.mail.MailRefused;
import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends one mail and tells in words why it did not go out. */
public final class Smtp {

    private static final String TIMEOUT_MILLIS = "15000";

    private Smtp() {}

    public static void send(MailSettings settings, String password, String to, String subject, String text) {
        if (!settings.complete()) {
            throw MailRefused.notSent("No mail server is set up, so nothing was sent.", null);
        }
        if (!MailSettings.isAddress(to)) {
            throw MailRefused.notSent("%s is no mail address, so nothing was sent.".formatted(to), null);
        }
        var sender = sender(settings, password);
        try {
            // A server that cannot be reached, or refuses us, surely took nothing: only what comes after is in doubt.
            sender.testConnection();
        } catch (MessagingException e) {
            throw MailRefused.notSent(unreachable(settings, password, e), e);
        }
        var message = new SimpleMailMessage();
        message.setFrom(settings.sender());
        message.setTo(to);
        message.setSubject(subject);
        message.setText(text);
        try {
            sender.send(message);
        } catch (MailException e) {
            throw refused(to, e);
        }
    }

    private static JavaMailSenderImpl sender(MailSettings settings, String password) {
        var sender = new JavaMailSenderImpl();
        var tls = settings.security() == Security.TLS;
        var protocol = tls ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        var prefix = "mail." + protocol + ".";
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(password);
            properties.put(prefix + "auth", "true");
        }
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (settings.security() == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + wait, TIMEOUT_MILLIS);
        }
        return sender;
    }

    private static String unreachable(MailSettings settings, String password, MessagingException e) {
        var server = "%s, port %d".formatted(settings.host(), settings.port());
        if (e instanceof AuthenticationFailedException) {
            return password.isEmpty()
                    ? "%s wants a password. Start Outflow with OUTFLOW_SMTP_PASSWORD set. Nothing was sent."
                            .formatted(server)
                    : "%s refused the user or the password. Nothing was sent.".formatted(server);
        }
        if (cause(e, SSLException.class) || message(e).contains("starttls")) {
            return "The connection to %s could not be encrypted: %s. Nothing was sent.".formatted(server, words(e));
        }
        return "%s cannot be reached: %s. Nothing was sent.".formatted(server, words(e));
    }

    private static MailRefused refused(String to, MailException e) {
        var causes = e instanceof MailSendException sending
                ? Arrays.asList(sending.getMessageExceptions())
                : java.util.List.<Exception>of(e);
        var first = causes.isEmpty() ? e : causes.getFirst();
        // The server answered no: it has not taken it.
        return answeredNo(first)
                ? MailRefused.notSent("The mail server refused the mail to %s: %s.".formatted(to, words(first)), e)
                : MailRefused.perhapsSent(
                        "The connection broke while the mail to %s went out: %s. It may have arrived."
                                .formatted(to, words(first)),
                        e);
    }

    /** An answer begins with its code; a connection that broke has none. */
    private static boolean answeredNo(Exception e) {
        return e instanceof SendFailedException failed
                && (failed.getInvalidAddresses() != null && failed.getInvalidAddresses().length > 0
                        || String.valueOf(e.getMessage()).matches("(?s)[45]\\d\\d.*"));
    }

    private static boolean cause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** The first line of what the library says, without its full stop. */
    private static String words(Throwable e) {
        var text = String.valueOf(e.getMessage());
        var line = text.lines().findFirst().orElse(text).strip();
        return line.replaceFirst("[.;]+$", "");
    }
}
