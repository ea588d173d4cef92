package io.outflow.history.ui;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.base.Formats;
import io.outflow.base.ui.ShellNote;
import io.outflow.history.Checked;
import io.outflow.history.LogCheck;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page up to where the change log holds, and when that was checked. */
@Component
class HistoryNote implements ShellNote {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final LogCheck check;
    private final CurrentPerson person;
    private final Clock clock;

    HistoryNote(LogCheck check, CurrentPerson person, Clock clock) {
        this.check = check;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public Optional<Line> line() {
        return person.may(Action.CHANGE_LOG, Permission.READ)
                ? Optional.of(new Line("Change log", text(check.last(), clock.instant())))
                : Optional.empty();
    }

    static String text(Optional<Checked> last, Instant now) {
        return last.map(checked -> checked.verdict().firstBroken().stream()
                                .mapToObj(entry -> "Broken at entry " + Formats.count(entry))
                                .findFirst()
                                .orElseGet(() -> checked.verdict().entries() == 0
                                        ? "Empty"
                                        : "Unbroken to entry "
                                                + Formats.count(
                                                        checked.verdict().entries()))
                        + ", checked " + when(checked.at(), now))
                .orElse("Not checked yet");
    }

    private static String when(Instant at, Instant now) {
        var utc = at.atOffset(ZoneOffset.UTC);
        return utc.toLocalDate().equals(LocalDate.ofInstant(now, ZoneOffset.UTC))
                ? TIME.format(utc) + " UTC today"
                : Formats.minute(at);
    }

    @Override
    public int order() {
        return 20;
    }
}
