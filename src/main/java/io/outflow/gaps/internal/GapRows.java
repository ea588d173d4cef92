package io.outflow.gaps.internal;

import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The gaps stored, with what happened to them. */
@Component
class GapRows {
    private static final int LONGEST_TEXT = 4000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    GapRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes gaps, within the caller's transaction; the number given last. */
    long lock() {
        return jdbc.sql("SELECT last_number FROM gap_head WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    void gave(long number) {
        jdbc.sql("UPDATE gap_head SET last_number = ? WHERE id = 1")
                .param(number)
                .update();
    }

    List<Gap> all() {
        return jdbc.sql("SELECT * FROM gap ORDER BY number")
                .query((row, n) -> gap(row))
                .list();
    }

    Optional<Gap> find(long number) {
        return jdbc.sql("SELECT * FROM gap WHERE number = ?")
                .param(number)
                .query((row, n) -> gap(row))
                .optional();
    }

    void add(Gap gap) {
        var key = gap.key();
        jdbc.sql(
                        "INSERT INTO gap (state, calls, owner, due, accepted_until, why, changed_at, version, finding,"
                                + " number, gap_key, kind, product, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(values(gap))
                .param(gap.number())
                .param(key.text())
                .param(key.kind().name())
                .param(key.product())
                .param(time(gap.openedAt()))
                .update();
    }

    void change(Gap gap) {
        jdbc.sql("UPDATE gap SET state = ?, calls = ?, owner = ?, due = ?, accepted_until = ?, why = ?, changed_at = ?,"
                        + " version = ?, finding = ? WHERE number = ?")
                .params(values(gap))
                .param(gap.number())
                .update();
    }

    private static List<Object> values(Gap gap) {
        var values = new java.util.ArrayList<Object>();
        values.add(gap.state().name());
        values.add(gap.finding().figures().calls());
        values.add(gap.owner());
        values.add(gap.due());
        values.add(gap.acceptedUntil());
        values.add(gap.why());
        values.add(time(gap.changedAt()));
        values.add(gap.version());
        values.add(JSON.writeValueAsString(gap.finding()));
        return values;
    }

    void tell(Gap gap, Instant at, String actor, GapEvent.Kind kind, String text) {
        jdbc.sql("INSERT INTO gap_event (gap, number, at, actor, kind, text, calls)"
                        + " SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ? FROM gap_event WHERE gap = ?")
                .params(
                        gap.number(),
                        time(at),
                        actor,
                        kind.name(),
                        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT),
                        gap.finding().figures().calls(),
                        gap.number())
                .update();
    }

    /** What happened to a gap, newest first. */
    List<GapEvent> events(long gap) {
        return jdbc.sql("SELECT * FROM gap_event WHERE gap = ? ORDER BY number DESC")
                .param(gap)
                .query((row, n) -> new GapEvent(
                        row.getLong("gap"),
                        row.getInt("number"),
                        instant(row, "at"),
                        row.getString("actor"),
                        GapEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getLong("calls")))
                .list();
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getLong("number"),
                JSON.readValue(row.getString("finding"), Finding.class),
                GapState.valueOf(row.getString("state")),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                row.getObject("accepted_until", LocalDate.class),
                row.getString("why"),
                instant(row, "opened_at"),
                instant(row, "changed_at"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
