package io.outflow.mail;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.ChangeLog;
import io.outflow.mail.internal.MailRows;
import io.outflow.mail.internal.Smtp;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up mail and sends it. Sending is for Outflow itself and for tests by an administrator. */
@Service
@Requires(Action.ADMINISTER)
public class Mail {

    private final MailRows rows;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final String password;

    Mail(MailRows rows, ChangeLog log, CurrentPerson person, @Value("${outflow.smtp-password}") String password) {
        this.rows = rows;
        this.log = log;
        this.person = person;
        this.password = password;
    }

    /** How mail is set up; {@link MailSettings#NONE} before somebody did. */
    @Transactional(readOnly = true)
    public MailSettings settings() {
        return rows.read();
    }

    /** Whether the environment gives a password. */
    public boolean hasPassword() {
        return !password.isEmpty();
    }

    /**
     * Saves the settings.
     *
     * @throws IllegalArgumentException when they have problems
     */
    @Transactional
    public void save(MailSettings settings) {
        if (!settings.problems().isEmpty()) {
            throw new IllegalArgumentException(settings.problems().getFirst().sentence());
        }
        rows.write(settings);
        log.append(
                person.name(),
                "mail set up",
                "mail",
                settings.complete()
                        ? "%s:%d, %s, from %s, otherwise to %s"
                                .formatted(
                                        settings.host(),
                                        settings.port(),
                                        settings.security().label(),
                                        settings.sender(),
                                        settings.fallback().isEmpty() ? "nobody" : settings.fallback())
                        : "no mail is sent");
    }

    /** The address of an owner: the one in the name, else the one for all else; nobody while no mail is set up. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    public Optional<String> recipient(String owner) {
        var settings = rows.read();
        return settings.complete()
                ? MailSettings.addressIn(owner)
                        .or(() -> Optional.of(settings.fallback()))
                        .filter(address -> !address.isEmpty())
                : Optional.empty();
    }

    /** Where people open Outflow, for links; empty when nobody said. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    public String address() {
        return rows.read().address();
    }

    /**
     * Sends a plain mail by the settings saved.
     *
     * @throws MailRefused with the reason in a sentence
     */
    public void send(String to, String subject, String text) {
        Smtp.send(rows.read(), password, to, subject, text);
    }

    /**
     * Sends a test mail by settings that need not be saved yet.
     *
     * @throws MailRefused with the reason in a sentence
     */
    public void test(MailSettings settings, String to) {
        Smtp.send(
                settings,
                password,
                to,
                "Test mail from Outflow",
                "This is a test. Mail from Outflow reaches you.\n\nSent at the wish of %s.\n".formatted(person.name()));
    }
}
