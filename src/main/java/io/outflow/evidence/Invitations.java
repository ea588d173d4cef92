package io.outflow.evidence;

import io.outflow.access.Acting;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Guests;
import io.outflow.access.Permission;
import io.outflow.access.PersonSummary;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.evidence.internal.InvitationRows;
import io.outflow.evidence.internal.InvitationRows.Stored;
import io.outflow.history.ChangeLog;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import io.outflow.mail.MailSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Auditors from outside, who see what was made for them until a day. Each change is an entry of the change log. */
@Service
@Requires(Action.INVITE)
public class Invitations {

    private static final int LONGEST_ORGANISATION = 200;

    private final InvitationRows rows;
    private final Guests guests;
    private final Mail mail;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            Guests guests,
            Mail mail,
            ChangeLog log,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.guests = guests;
        this.mail = mail;
        this.log = log;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A way in for somebody.
     *
     * @param path of the page on which they choose a password; it works once and cannot be shown again
     * @param told in a sentence, whether a mail with it went out
     */
    public record Welcome(UUID person, String path, String told) {}

    /** All who were ever invited, by name. */
    @Transactional(readOnly = true)
    public List<Invitation> list() {
        Map<UUID, PersonSummary> people =
                guests.list().stream().collect(Collectors.toMap(PersonSummary::id, one -> one));
        return rows.list().stream()
                .map(one -> invitation(one, people.get(one.person())))
                .toList();
    }

    /** The names that a package may be made for: those whose time is not over. */
    @Requires(Action.EVIDENCE)
    @Transactional(readOnly = true)
    public List<String> names() {
        var now = clock.instant();
        return rows.list().stream()
                .filter(one -> now.isBefore(one.endsAt()))
                .map(Stored::name)
                .toList();
    }

    /** As whom the person signed in was invited; empty for people of the house. */
    @Requires(value = Action.EVIDENCE, level = Permission.READ)
    @Transactional(readOnly = true)
    public Optional<Invitation> own() {
        return person.id().flatMap(rows::find).map(one -> invitation(one, null));
    }

    /**
     * Invites somebody, and writes to them where mail is set up.
     *
     * @throws IllegalArgumentException with a sentence when something given has a problem
     * @throws io.outflow.access.ChangeRefused with a sentence when the name is taken or the day has passed
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Welcome invite(String name, String email, String organisation, LocalDate lastDay, InvitationScope scope) {
        if (!MailSettings.isAddress(email.strip())) {
            throw new IllegalArgumentException("Give one mail address, such as ana@audit.example.com.");
        }
        if (organisation.isBlank() || organisation.strip().length() > LONGEST_ORGANISATION) {
            throw new IllegalArgumentException(
                    "Name the organisation in 1 to %d characters.".formatted(LONGEST_ORGANISATION));
        }
        check(scope);
        var link = new String[] {""};
        var id = Objects.requireNonNull(transaction.execute(_ -> {
            var added = guests.invite(name, Invitation.endOf(lastDay));
            link[0] = guests.link(added);
            rows.add(
                    added,
                    email.strip(),
                    organisation.strip(),
                    scope,
                    person.name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            log.append(
                    "evidence scope set",
                    "person " + name.strip(),
                    "%s, %s. %s".formatted(organisation.strip(), email.strip(), words(scope)));
            return added;
        }));
        return welcome(id, link[0]);
    }

    /** Makes a new link for somebody who has not used theirs, or forgot the password. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Welcome link(UUID id) {
        return welcome(id, Objects.requireNonNull(transaction.execute(_ -> guests.link(id))));
    }

    /** Gives another last day and another scope. */
    @Transactional
    public void change(UUID id, LocalDate lastDay, InvitationScope scope) {
        check(scope);
        var before = rows.find(id)
                .orElseThrow(() -> new IllegalArgumentException("This person was not invited to see evidence."));
        if (!before.scope().equals(scope)) {
            rows.change(id, scope);
            log.append("evidence scope set", "person " + before.name(), words(scope));
        }
        if (!before.endsAt().equals(Invitation.endOf(lastDay))) {
            guests.end(id, Invitation.endOf(lastDay));
        }
    }

    /** Ends it now. */
    @Transactional
    public void end(UUID id) {
        guests.end(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static void check(InvitationScope scope) {
        if (scope.from() != null && scope.to() != null && scope.to().isBefore(scope.from())) {
            throw new IllegalArgumentException("The last day that they may see lies before the first.");
        }
    }

    private Welcome welcome(UUID id, String link) {
        var guest = rows.find(id).orElseThrow();
        var path = "invited/" + link;
        return new Welcome(id, path, Acting.asOutflow(() -> told(guest, path)));
    }

    private String told(Stored guest, String path) {
        var address = mail.address();
        if (!mail.settings().complete() || address.isEmpty()) {
            return "No mail was sent, because mail or the address of Outflow is not set up. Hand the link over yourself.";
        }
        try {
            mail.send(guest.email(), "Outflow: evidence was made for you", """
                    Hello %s,

                    you are invited to see evidence in Outflow until %s (UTC). Choose a password by this link, which works once
                    within %d days:

                    %s/%s

                    You then sign in with the name "%s".
                    """.formatted(
                            guest.name(),
                            Formats.minute(guest.endsAt()),
                            Guests.LINK_LASTS.toDays(),
                            address,
                            path,
                            guest.name()));
            return "A mail with the link went to %s.".formatted(guest.email());
        } catch (MailRefused e) {
            return e.sentence() + " Hand the link over yourself.";
        }
    }

    private static String words(InvitationScope scope) {
        return "Products: %s. Days: %s to %s. Packages besides those made for them: %s"
                .formatted(
                        scope.products().isEmpty() ? "all" : scope.products(),
                        scope.from() == null ? "any" : scope.from(),
                        scope.to() == null ? "any" : scope.to(),
                        scope.packages().isEmpty() ? "none" : scope.packages());
    }

    private static Invitation invitation(Stored one, @Nullable PersonSummary person) {
        return new Invitation(
                one.person(),
                one.name(),
                one.email(),
                one.organisation(),
                one.endsAt(),
                one.scope(),
                one.invitedBy(),
                one.invitedAt(),
                person == null ? null : person.lastSignIn());
    }
}
