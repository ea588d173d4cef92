package io.outflow.history;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.internal.CheckRows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the change log, each night and whenever somebody asks, and keeps what was found. */
@Service
@Requires(value = Action.CHANGE_LOG, level = Permission.READ)
public class LogCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LogCheck.class);

    private final ChangeLog log;
    private final CheckRows rows;
    private final Clock clock;
    private final CurrentPerson person;

    LogCheck(ChangeLog log, JdbcClient jdbc, Clock clock, CurrentPerson person) {
        this.log = log;
        this.rows = new CheckRows(jdbc);
        this.clock = clock;
        this.person = person;
    }

    /** Checks now. What does not hold is an error in the server's log as well. */
    @Transactional
    public Checked run() {
        var verdict = log.verify();
        var checked = new Checked(clock.instant().truncatedTo(ChronoUnit.MICROS), person.name(), verdict);
        rows.add(checked);
        if (!verdict.holds()) {
            LOG.error("The change log does not hold. {}", verdict.sentence());
        }
        return checked;
    }

    /** The last check; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Checked> last() {
        return rows.last();
    }
}
