package io.outflow.evidence.internal;

import io.outflow.evidence.InvitationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of auditors from outside. Their name and their end lie with the person. */
@Repository
public class InvitationRows {

    private static final String SELECT =
            "SELECT i.person_id, p.name, p.ends_at, i.email, i.organisation, i.scope, i.invited_by, i.invited_at"
                    + " FROM evidence_invitation i JOIN person p ON p.id = i.person_id ";

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invitation as stored, with what the person's row says. */
    public record Stored(
            UUID person,
            String name,
            Instant endsAt,
            String email,
            String organisation,
            InvitationScope scope,
            String invitedBy,
            Instant invitedAt) {}

    public void add(UUID person, String email, String organisation, InvitationScope scope, String by, Instant at) {
        jdbc.sql("INSERT INTO evidence_invitation (person_id, email, organisation, scope, invited_by, invited_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(person, email, organisation, json(scope), by, utc(at))
                .update();
    }

    public void change(UUID person, InvitationScope scope) {
        jdbc.sql("UPDATE evidence_invitation SET scope = ? WHERE person_id = ?")
                .params(json(scope), person)
                .update();
    }

    /** By name. */
    public List<Stored> list() {
        return jdbc.sql(SELECT + "ORDER BY p.name_key")
                .query(InvitationRows::read)
                .list();
    }

    public Optional<Stored> find(UUID person) {
        return jdbc.sql(SELECT + "WHERE i.person_id = ?")
                .param(person)
                .query(InvitationRows::read)
                .optional();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("email"),
                row.getString("organisation"),
                JsonMapper.shared().readValue(row.getString("scope"), InvitationScope.class),
                row.getString("invited_by"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant());
    }

    private static String json(InvitationScope scope) {
        return JsonMapper.shared().writeValueAsString(scope);
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
