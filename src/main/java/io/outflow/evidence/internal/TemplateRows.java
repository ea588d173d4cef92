package io.outflow.evidence.internal;

import io.outflow.evidence.Monthly;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.PackageTemplate;
import io.outflow.evidence.PackageTemplate.Outcome;
import io.outflow.evidence.PackageTemplate.Period;
import io.outflow.evidence.PackageTemplate.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of templates. */
@Repository
public class TemplateRows {

    private static final String SELECT =
            "SELECT id, version, name, period, choices, saved_by, saved_by_id, saved_at, month_day, day_hour, owner, set_up_by,"
                    + " set_up_by_id, set_up_at, due_at, last_at, last_number, last_words, last_failed FROM evidence_template ";

    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A template with the ids of the people in it. */
    public record Stored(
            PackageTemplate template,
            @Nullable UUID savedById,
            @Nullable UUID setUpById) {}

    public List<Stored> list() {
        return jdbc.sql(SELECT + "ORDER BY name_key").query(TemplateRows::read).list();
    }

    public Optional<Stored> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(TemplateRows::read)
                .optional();
    }

    /** Those that are due, the longest due first. */
    public List<Stored> due(Instant now) {
        return jdbc.sql(SELECT + "WHERE due_at <= ? ORDER BY due_at, name_key")
                .param(utc(now))
                .query(TemplateRows::read)
                .list();
    }

    /** Whether another template has the name. */
    public boolean taken(String name, @Nullable UUID by) {
        return jdbc
                .sql("SELECT id FROM evidence_template WHERE name_key = ?")
                .param(key(name))
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(id -> !id.equals(by));
    }

    public void add(
            UUID id, String name, Period period, PackageRequest choices, String by, @Nullable UUID byId, Instant at) {
        jdbc.sql(
                        "INSERT INTO evidence_template (id, name, name_key, period, choices, saved_by, saved_by_id, saved_at, version,"
                                + " owner, set_up_by, last_number, last_words, last_failed)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', 0, '', FALSE)")
                .params(id, name, key(name), period.name(), JsonMapper.shared().writeValueAsString(choices), by)
                .param(7, byId, Types.OTHER)
                .param(8, utc(at))
                .update();
    }

    /** @return whether it is still of the version */
    public boolean change(
            UUID id,
            int version,
            String name,
            Period period,
            PackageRequest choices,
            String by,
            @Nullable UUID byId,
            Instant at) {
        return jdbc.sql(
                                "UPDATE evidence_template SET name = :name, name_key = :key, period = :period, choices = :choices,"
                                        + " saved_by = :by, saved_by_id = :byId, saved_at = :at, version = version + 1"
                                        + " WHERE id = :id AND version = :version")
                        .param("name", name)
                        .param("key", key(name))
                        .param("period", period.name())
                        .param("choices", JsonMapper.shared().writeValueAsString(choices))
                        .param("by", by)
                        .param("byId", byId, Types.OTHER)
                        .param("at", utc(at))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    public void remove(UUID id) {
        jdbc.sql("DELETE FROM evidence_template WHERE id = ?").param(id).update();
    }

    public void plan(UUID id, Monthly monthly, String owner, String by, @Nullable UUID byId, Instant at, Instant due) {
        jdbc.sql("UPDATE evidence_template SET month_day = :day, day_hour = :hour, owner = :owner, set_up_by = :by,"
                        + " set_up_by_id = :byId, set_up_at = :at, due_at = :due, version = version + 1 WHERE id = :id")
                .param("day", monthly.day())
                .param("hour", monthly.hour())
                .param("owner", owner)
                .param("by", by)
                .param("byId", byId, Types.OTHER)
                .param("at", utc(at))
                .param("due", utc(due))
                .param("id", id)
                .update();
    }

    public void unplan(UUID id) {
        jdbc.sql("UPDATE evidence_template SET month_day = NULL, day_hour = NULL, due_at = NULL, version = version + 1"
                        + " WHERE id = ?")
                .param(id)
                .update();
    }

    /** Keeps what became of a run. The next is due only where the plan was not changed meanwhile. */
    public void ran(PackageTemplate template, Outcome outcome, Instant next) {
        jdbc.sql(
                        "UPDATE evidence_template SET last_at = ?, last_number = ?, last_words = ?, last_failed = ? WHERE id = ?")
                .params(utc(outcome.at()), outcome.number(), outcome.words(), outcome.failed(), template.id())
                .update();
        jdbc.sql("UPDATE evidence_template SET due_at = ? WHERE id = ? AND due_at = ?")
                .params(
                        utc(next),
                        template.id(),
                        utc(Objects.requireNonNull(template.plan()).next()))
                .update();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                new PackageTemplate(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("name"),
                        Period.valueOf(row.getString("period")),
                        JsonMapper.shared().readValue(row.getString("choices"), PackageRequest.class),
                        row.getString("saved_by"),
                        Objects.requireNonNull(instant(row, "saved_at")),
                        plan(row)),
                row.getObject("saved_by_id", UUID.class),
                row.getObject("set_up_by_id", UUID.class));
    }

    private static @Nullable Plan plan(ResultSet row) throws SQLException {
        var due = instant(row, "due_at");
        if (due == null) {
            return null;
        }
        var last = instant(row, "last_at");
        return new Plan(
                new Monthly(row.getInt("month_day"), row.getInt("day_hour")),
                row.getString("owner"),
                row.getString("set_up_by"),
                Objects.requireNonNull(instant(row, "set_up_at")),
                due,
                last == null
                        ? null
                        : new Outcome(
                                last,
                                row.getLong("last_number"),
                                row.getString("last_words"),
                                row.getBoolean("last_failed")));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
