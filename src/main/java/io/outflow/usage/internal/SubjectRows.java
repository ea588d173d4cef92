package io.outflow.usage.internal;

import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.ProfileScope;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Subjects as rows. */
final class SubjectRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final int FETCH = 1_000;

    private static final String COLUMNS =
            "account, caller_kind, caller_id, caller_name, caller_role, caller_session, caller_grade, channel, operation, "
                    + "model_id, model_name, model_provider, model_claude, model_scope, model_geography, source_region, "
                    + "inference_region, via_vpc_endpoint, api_key, project, agent, is_step, metadata, id, subject_hash";

    private SubjectRows() {}

    /** Reads the subjects numbered above one, in order. */
    static void read(Connection connection, int above, Consumer<Subject> consumer) throws SQLException {
        try (var select = connection.prepareStatement("SELECT " + COLUMNS + " FROM subject WHERE id > ? ORDER BY id")) {
            select.setInt(1, above);
            select.setFetchSize(FETCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(subject(rows));
                }
            }
        }
    }

    /** Inserts subjects with the numbers that follow {@code last}. */
    static void insert(Connection connection, int last, List<SubjectFacts> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "INSERT INTO subject (" + COLUMNS + ") VALUES (" + "?, ".repeat(24) + "?)")) {
            int id = last;
            for (var s : subjects) {
                var values = new Object[] {
                    s.account(),
                    s.caller().kind().name(),
                    s.caller().id(),
                    s.caller().name(),
                    s.caller().role(),
                    s.caller().session(),
                    s.caller().grade().name(),
                    s.channel().name(),
                    s.operation(),
                    s.model().id(),
                    s.model().name(),
                    s.model().provider(),
                    s.model().claude().name(),
                    s.model().scope().name(),
                    s.model().geography(),
                    s.sourceRegion(),
                    s.inferenceRegion(),
                    s.viaVpcEndpoint(),
                    s.apiKey(),
                    s.project(),
                    s.agent(),
                    s.step(),
                    JSON.writeValueAsString(s.metadata()),
                    ++id,
                    Facts.hash(s)
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Subject subject(ResultSet row) throws SQLException {
        int c = 0;
        var account = row.getString(++c);
        var caller = new Caller(
                CallerKind.valueOf(row.getString(++c)),
                row.getString(++c),
                row.getString(++c),
                row.getString(++c),
                row.getString(++c),
                Grade.valueOf(row.getString(++c)));
        var channel = Channel.valueOf(row.getString(++c));
        var operation = row.getString(++c);
        var model = new Model(
                row.getString(++c),
                row.getString(++c),
                row.getString(++c),
                Claude.valueOf(row.getString(++c)),
                ProfileScope.valueOf(row.getString(c + 1)),
                row.getString(c + 2));
        c += 2;
        var facts = new SubjectFacts(
                account,
                caller,
                channel,
                operation,
                model,
                row.getString(++c),
                row.getString(++c),
                row.getBoolean(++c),
                row.getBoolean(++c),
                row.getString(++c),
                row.getString(++c),
                row.getBoolean(++c),
                Collections.unmodifiableSortedMap(JSON.readValue(row.getString(++c), TEXTS)));
        return new Subject(row.getInt("id"), facts);
    }
}
