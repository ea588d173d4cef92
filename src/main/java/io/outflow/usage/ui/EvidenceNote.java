package io.outflow.usage.ui;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.base.Formats;
import io.outflow.base.ui.ShellNote;
import io.outflow.usage.Usage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page where the evidence of use ends, so that silence after it is not read as no use. */
@Component
class EvidenceNote implements ShellNote {
    private final Usage usage;
    private final CurrentPerson person;

    EvidenceNote(Usage usage, CurrentPerson person) {
        this.usage = usage;
        this.person = person;
    }

    @Override
    public Optional<Line> line() {
        return person.may(Action.READ_USAGE)
                ? usage.evidenced().map(span -> new Line("Log evidence ends", Formats.minute(span.to())))
                : Optional.empty();
    }

    @Override
    public int order() {
        return 10;
    }
}
