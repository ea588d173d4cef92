package io.outflow.imports.ui;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.base.ui.ShellNote;
import io.outflow.imports.LogSource;
import io.outflow.imports.Sources;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says on every page which sources fell silent, so that missing logs are not read as no use. */
@Component
class SilentNote implements ShellNote {
    private final Sources sources;
    private final CurrentPerson person;

    SilentNote(Sources sources, CurrentPerson person) {
        this.sources = sources;
        this.person = person;
    }

    @Override
    public Optional<Line> line() {
        if (!person.may(Action.READ_USAGE)) {
            return Optional.empty();
        }
        var silent = sources.silent();
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(
                        silent.size() == 1 ? "A source is silent" : silent.size() + " sources are silent",
                        silent.stream()
                                .map(LogSource::settings)
                                .map(settings -> settings.name())
                                .collect(Collectors.joining(", ", "", ". Use there is unknown."))));
    }

    @Override
    public int order() {
        return 20;
    }
}
