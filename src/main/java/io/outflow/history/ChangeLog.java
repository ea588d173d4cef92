package io.outflow.history;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Journal;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.internal.Chain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of changes, sign-ins, exports and looks at names. Entries are numbered without gaps and each
 * carries the hash of the one before it.
 */
@Service
public class ChangeLog implements Journal {

    private static final String COLUMNS = "seq, at, actor, action, object, text, prev_hash, hash";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentPerson person;

    ChangeLog(JdbcClient jdbc, Clock clock, CurrentPerson person) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.person = person;
    }

    /**
     * Writes an entry for whoever is signed in, within the caller's transaction. Entries wait for each other until that
     * transaction ends, so append last and keep it short.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String action, String object, String text) {
        append(person.name(), action, object, text);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String actor, String action, String object, String text) {
        var head = jdbc.sql("SELECT seq, hash FROM change_log_head WHERE id = 1 FOR UPDATE")
                .query((row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
                .single();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = Chain.link(
                head.seq() + 1,
                now,
                cut(actor, 200),
                cut(action, 100),
                cut(object, 400),
                cut(text, 10_000),
                head.hash());
        jdbc.sql("INSERT INTO change_log (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.seq(),
                        OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                        entry.actor(),
                        entry.action(),
                        entry.object(),
                        entry.text(),
                        entry.prevHash(),
                        entry.hash())
                .update();
        jdbc.sql("UPDATE change_log_head SET seq = ?, hash = ? WHERE id = 1")
                .params(entry.seq(), entry.hash())
                .update();
    }

    /** Entries, newest first. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Entry> list(int offset, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM change_log ORDER BY seq DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .params(offset, limit)
                .query(ChangeLog::entry)
                .list();
    }

    /** Walks the whole chain and names the first entry that does not hold. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public Verdict verify() {
        var head = jdbc.sql("SELECT seq, hash FROM change_log_head WHERE id = 1")
                .query((row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
                .single();
        var last = new Head(0, Chain.START);
        try (var entries =
                jdbc.sql("SELECT " + COLUMNS + " FROM change_log ORDER BY seq").query(ChangeLog::entry).stream()) {
            for (var entry : (Iterable<Entry>) entries::iterator) {
                var expected = last.seq() + 1;
                if (entry.seq() != expected || !entry.prevHash().equals(last.hash()) || !Chain.holds(entry)) {
                    return new Verdict(last.seq(), OptionalLong.of(expected));
                }
                last = new Head(entry.seq(), entry.hash());
            }
        }
        return last.equals(head)
                ? new Verdict(last.seq(), OptionalLong.empty())
                : new Verdict(last.seq(), OptionalLong.of(last.seq() + 1));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("text"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private record Head(long seq, String hash) {}
}
