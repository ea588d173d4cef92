package io.outflow.imports.internal;

import io.outflow.imports.SourceLook;
import io.outflow.imports.internal.RunRows.NewFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How it goes with sources, as rows: when to look, how far each is, which objects were taken, and what looks found. */
final class SourceRows {
    private static final JsonMapper JSON = new JsonMapper();
    /** An object that could not be fetched is tried again when the last try is so old. */
    private static final Duration TRY_AGAIN = Duration.ofHours(20);

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final RunRows runs;

    SourceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.runs = new RunRows(jdbc);
    }

    /** How it goes with one source. */
    record State(
            Instant dueAt,
            @Nullable Instant lookedAt,
            @Nullable Instant newestAt,
            @Nullable String problem) {
        static final State NONE = new State(Instant.EPOCH, null, null, null);
    }

    /** An object that is new, and the file that it becomes. */
    record NewObject(NewFile file, String key, String etag, Instant modified) {}

    void begin(long sourceId, Instant due) {
        jdbc.update("INSERT INTO source_state (source_id, due_at) VALUES (?, ?)", sourceId, time(due));
    }

    Map<Long, State> states() {
        var states = new HashMap<Long, State>();
        jdbc.query("SELECT source_id, due_at, looked_at, newest_at, problem FROM source_state", row -> {
            states.put(
                    row.getLong(1),
                    new State(instant(row, 2), nullableInstant(row, 3), nullableInstant(row, 4), row.getString(5)));
        });
        return states;
    }

    /** When each source is to be looked at next; without those that are paused or removed. */
    Map<Long, Instant> due() {
        var due = new HashMap<Long, Instant>();
        jdbc.query(
                "SELECT s.source_id, s.due_at FROM source_state s JOIN log_source l ON l.id = s.source_id "
                        + "WHERE NOT l.paused AND l.removed_at IS NULL",
                row -> {
                    due.put(row.getLong(1), instant(row, 2));
                });
        return due;
    }

    /** How often a source is to be looked at; empty where it is paused or removed. */
    Optional<Integer> everyMinutes(long sourceId) {
        return jdbc
                .query(
                        "SELECT every_minutes FROM log_source WHERE id = ? AND NOT paused AND removed_at IS NULL",
                        (row, i) -> row.getInt(1),
                        sourceId)
                .stream()
                .findFirst();
    }

    /** Takes it to tell that a source is silent; true for one of all who ask, until it is over. */
    boolean alert(long sourceId, Instant now) {
        return jdbc.update(
                        "UPDATE source_state SET alerted_at = ? WHERE source_id = ? AND alerted_at IS NULL",
                        time(now),
                        sourceId)
                == 1;
    }

    void alertOver(long sourceId) {
        jdbc.update(
                "UPDATE source_state SET alerted_at = NULL WHERE source_id = ? AND alerted_at IS NOT NULL", sourceId);
    }

    void dueAt(long sourceId, Instant due) {
        jdbc.update("UPDATE source_state SET due_at = ? WHERE source_id = ?", time(due), sourceId);
    }

    /** How far each place of a source was looked through. */
    Map<String, Instant> checkpoints(long sourceId) {
        var reached = new HashMap<String, Instant>();
        jdbc.query(
                "SELECT place, reached FROM source_checkpoint WHERE source_id = ?",
                row -> {
                    reached.put(row.getString(1), instant(row, 2));
                },
                sourceId);
        return reached;
    }

    void reached(long sourceId, Map<String, Instant> places) {
        places.forEach((place, reached) -> {
            int updated = jdbc.update(
                    "UPDATE source_checkpoint SET reached = ? WHERE source_id = ? AND place = ?",
                    time(reached),
                    sourceId,
                    place);
            if (updated == 0) {
                jdbc.update(
                        "INSERT INTO source_checkpoint (source_id, place, reached) VALUES (?, ?, ?)",
                        sourceId,
                        place,
                        time(reached));
            }
        });
    }

    void forgetCheckpoints(long sourceId) {
        jdbc.update("DELETE FROM source_checkpoint WHERE source_id = ?", sourceId);
    }

    /** Of these keys, those that need not be fetched, each with the tag of the bytes that were taken or will be. */
    Map<String, String> taken(long sourceId, List<String> keys, Instant now) {
        var taken = new HashMap<String, String>();
        if (keys.isEmpty()) {
            return taken;
        }
        // Settled: bytes were there, whatever they held. Under way, or held back by somebody who cancelled the run and
        // can
        // resume it. Or failed so lately that it is not tried again yet.
        client.sql(
                        "SELECT o.object_key, o.etag FROM source_file o JOIN import_file f ON f.id = o.file_id "
                                + "JOIN import_run r ON r.id = f.run_id "
                                + "WHERE o.source_id = :source AND o.object_key IN (:keys) "
                                + "AND (f.state <> 'CANCELLED' OR r.state = 'CANCELLED') "
                                + "AND (f.sha256 IS NOT NULL OR f.state <> 'FAILED' OR r.started_at > :late) ORDER BY o.file_id")
                .param("source", sourceId)
                .param("keys", keys)
                .param("late", time(now.minus(TRY_AGAIN)))
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(entry -> taken.put(entry.getKey(), entry.getValue()));
        return taken;
    }

    /** Inserts a run over objects of a source, in the caller's transaction. */
    long insertObjects(long sourceId, String origin, String startedBy, Instant now, List<NewObject> objects) {
        long runId = insertFiles(
                sourceId,
                origin,
                startedBy,
                now,
                objects.stream().map(NewObject::file).toList());
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < objects.size(); i++) {
            var object = objects.get(i);
            rows.add(new Object[] {sourceId, object.key(), object.etag(), time(object.modified()), runId, i + 1});
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(
                    "INSERT INTO source_file (file_id, source_id, object_key, etag, modified_at) "
                            + "SELECT id, ?, ?, ?, CAST(? AS TIMESTAMP(6) WITH TIME ZONE) FROM import_file "
                            + "WHERE run_id = ? AND file_no = ?",
                    rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        return runId;
    }

    /** Inserts a run over received files of a source, in the caller's transaction. */
    long insertFiles(long sourceId, String origin, String startedBy, Instant now, List<NewFile> files) {
        long runId = runs.insert(origin, startedBy, now, files);
        jdbc.update("UPDATE import_run SET source_id = ? WHERE id = ?", sourceId, runId);
        return runId;
    }

    /** The bytes of an object were fetched. */
    void fetched(long fileId, String etag, Map<String, String> metadata) {
        jdbc.update(
                "UPDATE source_file SET etag = ?, metadata = ? WHERE file_id = ?",
                etag,
                metadata.isEmpty() ? null : JSON.writeValueAsString(metadata),
                fileId);
    }

    /** A look ended well. */
    void ended(long sourceId, Instant now, @Nullable Instant newest) {
        jdbc.update("UPDATE source_state SET looked_at = ?, problem = NULL WHERE source_id = ?", time(now), sourceId);
        if (newest != null) {
            jdbc.update(
                    "UPDATE source_state SET newest_at = ? "
                            + "WHERE source_id = ? AND (newest_at IS NULL OR newest_at < ?)",
                    time(newest),
                    sourceId,
                    time(newest));
        }
    }

    /**
     * Says for how long the next digests of a source are overdue, in the caller's transaction. Not while a run goes on: it may
     * hold them, and says it when it ends.
     */
    void tails(long sourceId, Instant now) {
        if (jdbc.queryForList(
                        "SELECT id FROM import_run WHERE source_id = ? AND state = 'RUNNING'", Long.class, sourceId)
                .isEmpty()) {
            new GapRows(jdbc).tails(sourceId, new DigestRows(jdbc), now);
        }
    }

    void failed(long sourceId, String problem) {
        jdbc.update("UPDATE source_state SET problem = ? WHERE source_id = ?", problem, sourceId);
    }

    /** Keeps a look; its id is not looked at. */
    void insert(long sourceId, SourceLook look) {
        jdbc.update(
                "INSERT INTO source_look (source_id, started_by, started_at, ended_at, seen_count, new_count, run_id, "
                        + "problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                sourceId,
                look.startedBy(),
                time(look.startedAt()),
                time(look.endedAt()),
                look.seen(),
                look.found(),
                look.runId(),
                look.problem());
    }

    List<SourceLook> looks(long sourceId, int offset, int limit) {
        return jdbc.query(
                "SELECT id, started_by, started_at, ended_at, seen_count, new_count, run_id, problem FROM source_look "
                        + "WHERE source_id = ? ORDER BY id DESC LIMIT ? OFFSET ?",
                (row, i) -> new SourceLook(
                        row.getLong(1),
                        row.getString(2),
                        instant(row, 3),
                        instant(row, 4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getObject(7) == null ? null : row.getLong(7),
                        row.getString(8)),
                sourceId,
                limit,
                offset);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
