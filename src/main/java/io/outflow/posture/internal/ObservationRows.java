package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import io.outflow.posture.Observation;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of answers and of looks. Answers are only added, or reach further when they are given again. */
final class ObservationRows {
    private static final String SEEN = "SEEN";
    private static final String REFUSED = "REFUSED";
    private static final String NOT_OFFERED = "NOT_OFFERED";
    private static final int LONGEST_ACTOR = 200;

    private final JdbcClient jdbc;

    ObservationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those who write answers of one source take turns until the end of the transaction. */
    void lock(long sourceId) {
        jdbc.sql("SELECT id FROM log_source WHERE id = ? FOR UPDATE")
                .param(sourceId)
                .query(Long.class)
                .optional();
    }

    /** Stores an answer: as the one before that now reaches further, where it is the same. */
    void add(long sourceId, String account, String region, Question question, Answer answer, Instant at) {
        var time = time(at);
        var last = jdbc.sql("SELECT * FROM posture_observation WHERE source_id = ? AND account = ? AND region = ?"
                        + " AND question = ? ORDER BY seen_until DESC, id DESC FETCH FIRST 1 ROW ONLY")
                .params(sourceId, account, region, question.name())
                .query(ObservationRows::observation)
                .optional();
        if (last.isPresent() && last.get().answer().equals(answer)) {
            jdbc.sql("UPDATE posture_observation SET seen_until = ? WHERE id = ? AND seen_until < ?")
                    .params(time, last.get().id(), time)
                    .update();
            return;
        }
        jdbc.sql("INSERT INTO posture_observation (source_id, account, region, question, outcome, answer, seen_from,"
                        + " seen_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(sourceId, account, region, question.name(), outcome(answer), text(answer), time, time)
                .update();
    }

    /** The newest answer to every question, of each source. */
    List<Observation> latest() {
        return jdbc.sql("SELECT o.* FROM posture_observation o WHERE NOT EXISTS (SELECT 1 FROM posture_observation n"
                        + " WHERE n.source_id = o.source_id AND n.account = o.account AND n.region = o.region"
                        + " AND n.question = o.question AND (n.seen_until > o.seen_until"
                        + " OR (n.seen_until = o.seen_until AND n.id > o.id)))"
                        + " ORDER BY o.account, o.region, o.id")
                .query(ObservationRows::observation)
                .list();
    }

    List<Observation> of(Question question, Instant until) {
        return jdbc.sql("SELECT * FROM posture_observation WHERE question = ? AND seen_from < ? ORDER BY seen_from, id")
                .params(question.name(), time(until))
                .query(ObservationRows::observation)
                .list();
    }

    Optional<Observation> find(long id) {
        return jdbc.sql("SELECT * FROM posture_observation WHERE id = ?")
                .param(id)
                .query(ObservationRows::observation)
                .optional();
    }

    void addLook(PostureLook look) {
        var who = look.startedBy();
        jdbc.sql("INSERT INTO posture_look (source_id, started_by, started_at, ended_at, account, regions, answered,"
                        + " refused, problem) VALUES (:source, :who, :from, :to, :account, :regions, :answered, :refused,"
                        + " :problem)")
                .param("source", look.sourceId())
                .param("who", who.substring(0, Math.min(LONGEST_ACTOR, who.length())))
                .param("from", time(look.startedAt()))
                .param("to", time(look.endedAt()))
                .param("account", look.account())
                .param("regions", String.join(" ", look.regions()))
                .param("answered", look.answered())
                .param("refused", look.refused())
                .param("problem", look.problem())
                .update();
    }

    List<PostureLook> lastLooks() {
        return jdbc.sql("SELECT * FROM posture_look WHERE id IN (SELECT MAX(id) FROM posture_look GROUP BY source_id)"
                        + " ORDER BY source_id")
                .query((row, n) -> {
                    var regions = row.getString("regions");
                    return new PostureLook(
                            row.getLong("id"),
                            row.getLong("source_id"),
                            row.getString("started_by"),
                            instant(row, "started_at"),
                            instant(row, "ended_at"),
                            row.getString("account"),
                            regions.isEmpty() ? List.of() : List.of(regions.split(" ")),
                            row.getInt("answered"),
                            row.getInt("refused"),
                            row.getString("problem"));
                })
                .list();
    }

    private static Observation observation(ResultSet row, int number) throws SQLException {
        var text = row.getString("answer");
        return new Observation(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("account"),
                row.getString("region"),
                Question.valueOf(row.getString("question")),
                switch (row.getString("outcome")) {
                    case REFUSED -> new Answer.Refused(List.of(text.split(" ")));
                    case NOT_OFFERED -> new Answer.NotOffered(text);
                    default -> new Answer.Seen(text);
                },
                instant(row, "seen_from"),
                instant(row, "seen_until"));
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Seen seen -> SEEN;
            case Answer.Refused refused -> REFUSED;
            case Answer.NotOffered absent -> NOT_OFFERED;
        };
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Seen(String json) -> json;
            case Answer.Refused(List<String> actions) -> String.join(" ", actions);
            case Answer.NotOffered(String reason) -> reason;
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant time) {
        return OffsetDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
