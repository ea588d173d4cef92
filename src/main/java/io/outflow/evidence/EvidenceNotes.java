package io.outflow.evidence;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.evidence.internal.PackageRows;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about a package and answers to them, by all who may see it. */
@Service
@Requires(Action.EVIDENCE)
public class EvidenceNotes {

    /** The longest question or answer, in characters. */
    public static final int LONGEST = 4_000;

    private final EvidencePackages packages;
    private final PackageRows rows;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final Clock clock;

    EvidenceNotes(EvidencePackages packages, PackageRows rows, ChangeLog log, CurrentPerson person, Clock clock) {
        this.packages = packages;
        this.rows = rows;
        this.log = log;
        this.person = person;
        this.clock = clock;
    }

    /** A question or an answer. */
    public record Note(Instant at, String author, String text) {}

    /** What was said about a package, oldest first. */
    public List<Note> list(long number) {
        return packages.find(number).map(one -> rows.notes(one.number())).orElse(List.of());
    }

    /**
     * Asks or answers; the change log keeps it too.
     *
     * @throws IllegalArgumentException with a sentence when there is nothing to say, or no such package
     */
    @Transactional
    public void add(long number, String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new IllegalArgumentException("Write 1 to %,d characters.".formatted(LONGEST));
        }
        var one = packages.find(number)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no package " + number + " that you may open."));
        rows.add(one.number(), new Note(clock.instant().truncatedTo(ChronoUnit.MICROS), person.name(), said));
        log.append("evidence note", "evidence package " + number, said);
    }
}
