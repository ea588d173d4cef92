package io.outflow.evidence;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.evidence.internal.NoteMail;
import io.outflow.evidence.internal.NoteRows;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about a package and answers to them, by all who may see it. The other side is told by mail where mail is set up; the mail
 * does not hold what was said.
 */
@Service
@Requires(value = Action.EVIDENCE, level = Permission.READ)
public class EvidenceNotes {

    /** The longest question or answer, in characters. */
    public static final int LONGEST = 4_000;

    private final EvidencePackages packages;
    private final NoteRows rows;
    private final NoteMail mail;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceNotes(
            EvidencePackages packages,
            NoteRows rows,
            NoteMail mail,
            ChangeLog log,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.packages = packages;
        this.rows = rows;
        this.mail = mail;
        this.log = log;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What somebody said.
     *
     * @param authorId nothing for Outflow itself
     */
    public record Note(
            long id, Instant at, String author, @Nullable UUID authorId, String text) {}

    /**
     * A question with what was said to it, oldest first.
     *
     * @param asked the question itself
     */
    public record Question(Note asked, List<Note> said) {

        public Question {
            said = List.copyOf(said);
        }

        /** Whether the last word is that of whoever asked. */
        public boolean open() {
            return said.isEmpty() || said.getLast().author().equals(asked.author());
        }

        /** The last answer by somebody else; empty before the first. */
        public Optional<Note> answer() {
            return said.reversed().stream()
                    .filter(note -> !note.author().equals(asked.author()))
                    .findFirst();
        }
    }

    /** The questions about a package, oldest first. */
    public List<Question> list(long number) {
        return packages.find(number).map(one -> rows.list(one.number())).orElse(List.of());
    }

    /** How many questions are open, by the number of the package; only packages that the person may see and that have any. */
    public Map<Long, Long> open() {
        var all = rows.all();
        return packages.list().stream()
                .map(EvidencePackage::number)
                .filter(all::containsKey)
                .collect(Collectors.toMap(number -> number, number -> Objects.requireNonNull(all.get(number)).stream()
                        .filter(Question::open)
                        .count()));
    }

    /**
     * Asks; the change log keeps it too.
     *
     * @return whether the other side was told, in a sentence
     * @throws IllegalArgumentException with a sentence when there is nothing to say, or no such package
     */
    public String ask(long number, String text) {
        return say(number, null, text);
    }

    /**
     * Answers a question, or adds to it.
     *
     * @return whether the other side was told, in a sentence
     * @throws IllegalArgumentException with a sentence when there is nothing to say, or no such question
     */
    public String answer(long number, long question, String text) {
        return say(
                number,
                list(number).stream()
                        .filter(one -> one.asked().id() == question)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("This question is not there.")),
                text);
    }

    private String say(long number, @Nullable Question question, String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new IllegalArgumentException("Write 1 to %,d characters.".formatted(LONGEST));
        }
        var one = packages.find(number)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no package " + number + " that you may open."));
        var note = new Note(
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person.name(),
                person.id().orElse(null),
                said);
        transaction.executeWithoutResult(_ -> {
            rows.add(one.number(), question == null ? null : question.asked().id(), note);
            log.append(question == null ? "evidence question" : "evidence answer", "evidence package " + number, said);
        });
        return mail.tell(one, question, note);
    }
}
