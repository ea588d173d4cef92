package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.AsOf;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Service;

/** What is due in the register. As it stands this is computed once for each change of the register and each day. */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class DueDates {

    private final Register register;
    private final Clock clock;
    private volatile Answer last = new Answer(new Snapshot(List.of()), LocalDate.MIN, List.of());

    DueDates(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Soonest first. */
    public List<Due> list() {
        var snapshot = register.now();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = last;
        if (known.snapshot() != snapshot || !known.today().equals(today)) {
            known = new Answer(snapshot, today, Due.of(snapshot, today));
            last = known;
        }
        return known.list();
    }

    /** What was due at a point of both times, with the days left from then. */
    public List<Due> list(AsOf asOf) {
        return Due.of(register.asOf(asOf), LocalDate.ofInstant(asOf.valid(), ZoneOffset.UTC));
    }

    private record Answer(Snapshot snapshot, LocalDate today, List<Due> list) {}
}
