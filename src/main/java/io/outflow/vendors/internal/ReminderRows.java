package io.outflow.vendors.internal;

import io.outflow.vendors.Reminder;
import io.outflow.vendors.Reminder.State;
import io.outflow.vendors.content.DeadlineKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reminders stored. Its key decides between two servers who sends one. */
@Component
public class ReminderRows {

    private static final int LONGEST_PROBLEM = 1000;

    private final JdbcClient jdbc;

    public ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a reminder to be sent: true for exactly one of all who ask, and for one again after it failed. Must run outside a
     * transaction, so that everybody sees at once who took it.
     */
    public boolean take(Reminder reminder) {
        return again(reminder) || first(reminder);
    }

    private boolean first(Reminder reminder) {
        try {
            return jdbc.sql("INSERT INTO reminder (state, recipient, problem, changed_at, entry, kind, due_on, step)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                            .params(parameters(reminder))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean again(Reminder reminder) {
        return jdbc.sql("UPDATE reminder SET state = ?, recipient = ?, problem = ?, changed_at = ?"
                                + " WHERE entry = ? AND kind = ? AND due_on = ? AND step = ? AND state = 'FAILED'")
                        .params(parameters(reminder))
                        .update()
                == 1;
    }

    /** Writes down what became of a reminder that was taken. */
    public void end(Reminder reminder) {
        jdbc.sql("UPDATE reminder SET state = ?, recipient = ?, problem = ?, changed_at = ?"
                        + " WHERE entry = ? AND kind = ? AND due_on = ? AND step = ?")
                .params(parameters(reminder))
                .update();
    }

    /** All of days since one, the nearest to each day first. */
    public List<Reminder> since(LocalDate day) {
        return jdbc.sql("SELECT entry, kind, due_on, step, state, recipient, problem, changed_at FROM reminder"
                        + " WHERE due_on >= ? ORDER BY step, changed_at DESC")
                .params(day)
                .query((row, n) -> new Reminder(
                        row.getObject("entry", java.util.UUID.class),
                        DeadlineKind.valueOf(row.getString("kind")),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("step"),
                        State.valueOf(row.getString("state")),
                        row.getString("recipient"),
                        row.getString("problem"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static List<Object> parameters(Reminder reminder) {
        var problem = reminder.problem();
        return List.of(
                reminder.state().name(),
                reminder.recipient(),
                problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM),
                OffsetDateTime.ofInstant(reminder.at(), ZoneOffset.UTC),
                reminder.entry(),
                reminder.kind().name(),
                reminder.day(),
                reminder.step());
    }
}
