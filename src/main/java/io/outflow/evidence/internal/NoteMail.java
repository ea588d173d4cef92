package io.outflow.evidence.internal;

import io.outflow.access.Acting;
import io.outflow.evidence.EvidenceNotes.Note;
import io.outflow.evidence.EvidenceNotes.Question;
import io.outflow.evidence.EvidencePackage;
import io.outflow.mail.Mail;
import io.outflow.mail.MailRefused;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the other side of a question by mail. Who was invited from outside has an address of their own; people of the house are reached
 * by an address in their name, or by the one that mail has for all else.
 */
@Component
public class NoteMail {

    private final InvitationRows invitations;
    private final PackageRows packages;
    private final Mail mail;
    private final Clock clock;

    NoteMail(InvitationRows invitations, PackageRows packages, Mail mail, Clock clock) {
        this.invitations = invitations;
        this.packages = packages;
        this.mail = mail;
        this.clock = clock;
    }

    private record Side(String name, Optional<String> address) {}

    /**
     * Tells of a note.
     *
     * @param question nothing when the note asks one
     * @return whether a mail went out, in a sentence
     */
    public String tell(EvidencePackage one, @Nullable Question question, Note note) {
        return Acting.asOutflow(() -> {
            var other = other(one, question, note);
            if (other.address().isEmpty()) {
                return "Kept. No mail was sent, because none is set up for %s.".formatted(other.name());
            }
            return send(one, question, note, other);
        });
    }

    private String send(EvidencePackage one, @Nullable Question question, Note note, Side other) {
        var did = question == null
                ? "asked a question"
                : question.asked().author().equals(note.author()) ? "added to a question" : "answered a question";
        var address = mail.address();
        try {
            mail.send(
                    other.address().orElseThrow(),
                    "Outflow: %s %s about evidence package %d".formatted(note.author(), did, one.number()),
                    """
                    %s %s about evidence package %d, %s.

                    What was said is not in this mail. Read it in Outflow%s
                    """.formatted(
                            note.author(),
                            did,
                            one.number(),
                            one.request().title(),
                            address.isEmpty() ? "." : ": %s/evidence/package/%d".formatted(address, one.number())));
            return "Kept. A mail that says so went to %s."
                    .formatted(other.address().orElseThrow());
        } catch (MailRefused e) {
            return "Kept. " + e.sentence();
        }
    }

    /** Whoever asked hears of answers; the house hears of questions from outside, and of more from whoever asked. */
    private Side other(EvidencePackage one, @Nullable Question question, Note note) {
        if (question != null && !question.asked().author().equals(note.author())) {
            return side(question.asked().authorId(), question.asked().author());
        }
        var guest = packages.recipient(one.number()).filter(id -> !id.equals(note.authorId()));
        return guest.flatMap(invitations::find)
                .map(stored -> side(stored.person(), stored.name()))
                .orElseGet(() -> side(null, one.madeBy()));
    }

    private Side side(@Nullable UUID person, String name) {
        var guest = Optional.ofNullable(person).flatMap(invitations::find);
        return new Side(
                name,
                guest.isPresent()
                        ? guest.filter(one -> clock.instant().isBefore(one.endsAt()))
                                .map(InvitationRows.Stored::email)
                                .filter(address -> mail.settings().complete())
                        : mail.recipient(name));
    }
}
