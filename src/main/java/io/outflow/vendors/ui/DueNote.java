package io.outflow.vendors.ui;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.base.Formats;
import io.outflow.base.ui.ShellNote;
import io.outflow.vendors.Due;
import io.outflow.vendors.Due.Window;
import io.outflow.vendors.DueDates;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says on every page what is overdue and what comes within 30 days, and leads to it. */
@Component
class DueNote implements ShellNote {

    private static final Set<Window> SOON = EnumSet.of(Window.WEEK, Window.MONTH);

    private final DueDates dates;
    private final CurrentPerson person;

    DueNote(DueDates dates, CurrentPerson person) {
        this.dates = dates;
        this.person = person;
    }

    @Override
    public Optional<Line> line() {
        if (!person.may(Action.REGISTER, Permission.READ)) {
            return Optional.empty();
        }
        var list = dates.list();
        var overdue =
                list.stream().filter(due -> due.window() == Window.OVERDUE).count();
        var soon = list.stream().map(Due::window).filter(SOON::contains).count();
        var text = overdue == 0
                ? "%s in 30 days".formatted(Formats.count(soon))
                : "%s overdue, %s in 30 days".formatted(Formats.count(overdue), Formats.count(soon));
        return Optional.of(new Line("Due", text, "due"));
    }

    @Override
    public int order() {
        return 5;
    }
}
