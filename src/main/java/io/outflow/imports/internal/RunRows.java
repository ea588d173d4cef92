package io.outflow.imports.internal;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports.Difference;
import io.outflow.imports.Imports.Quarantined;
import io.outflow.imports.Imports.Stored;
import io.outflow.imports.RunState;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Place;
import io.outflow.trail.Proof;
import io.outflow.trail.SkipReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs and files as rows: new ones, and what screens and the API read. */
final class RunRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};
    private static final int FILES_A_BATCH = 1_000;

    private static final String RUNS = """
            SELECT r.id, r.state, r.origin, r.started_by, r.started_at, r.ended_at, r.message, count(f.id),
                   count(CASE WHEN f.state NOT IN ('WAITING', 'READING') THEN 1 END),
                   COALESCE(sum(f.read_count), 0), COALESCE(sum(f.inserted_count), 0),
                   COALESCE(sum(f.duplicate_count), 0), COALESCE(sum(f.skipped_count), 0),
                   COALESCE(sum(f.quarantined_count), 0), COALESCE(sum(f.size_bytes), 0), COALESCE(sum(f.bytes_read), 0)
            FROM import_run r LEFT JOIN import_file f ON f.run_id = r.id
            %s
            GROUP BY r.id, r.state, r.origin, r.started_by, r.started_at, r.ended_at, r.message
            ORDER BY r.id DESC""";

    private static final String QUARANTINED = """
            SELECT q.id, q.file_id, f.name, q.record_no, q.entry, q.byte_offset, q.byte_length, q.reason, q.sentence,
                   q.excerpt, q.differences, s.run_id, s.id, s.name, q.stored_record_no
            FROM quarantined_record q JOIN import_file f ON f.id = q.file_id
            LEFT JOIN import_file s ON s.id = q.stored_file_id
            WHERE %s ORDER BY f.file_no, q.record_no, q.id LIMIT ? OFFSET ?""";

    private final JdbcTemplate jdbc;

    RunRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A file of a new run. */
    record NewFile(String name, String path, boolean spooled, long size) {}

    /** Inserts a run with its files, in the caller's transaction. */
    long insert(String origin, String startedBy, Instant now, List<NewFile> files) {
        var keys = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "INSERT INTO import_run (state, origin, started_by, started_at) VALUES ('RUNNING', ?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, origin);
                    insert.setString(2, startedBy);
                    insert.setObject(3, now.atOffset(ZoneOffset.UTC));
                    return insert;
                },
                keys);
        long runId = Objects.requireNonNull(keys.getKey()).longValue();
        var rows = new ArrayList<Object[]>();
        for (var file : files) {
            rows.add(new Object[] {
                runId, rows.size() + 1, file.name().replace('\0', '\uFFFD'), file.path(), file.spooled(), file.size()
            });
        }
        for (int from = 0; from < rows.size(); from += FILES_A_BATCH) {
            jdbc.batchUpdate(
                    "INSERT INTO import_file (run_id, file_no, name, file_path, spooled, state, size_bytes, bytes_read, "
                            + "cursor_record, read_count, inserted_count, duplicate_count, skipped_count, quarantined_count, "
                            + "attempts) VALUES (?, ?, ?, ?, ?, 'WAITING', ?, 0, 0, 0, 0, 0, 0, 0, 0)",
                    rows.subList(from, Math.min(rows.size(), from + FILES_A_BATCH)));
        }
        return runId;
    }

    /**
     * Adds a file to a run that lay in an archive of it, in the caller's transaction.
     *
     * @return its number
     */
    long add(long runId, NewFile file, long archiveId, String entry) {
        var keys = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "INSERT INTO import_file (run_id, file_no, name, file_path, spooled, state, size_bytes, bytes_read, "
                                    + "cursor_record, read_count, inserted_count, duplicate_count, skipped_count, "
                                    + "quarantined_count, attempts, archive_id, archive_entry) "
                                    + "SELECT run_id, max(file_no) + 1, ?, ?, ?, 'WAITING', ?, 0, 0, 0, 0, 0, 0, 0, 0, ?, ? "
                                    + "FROM import_file WHERE run_id = ? GROUP BY run_id",
                            new String[] {"id"});
                    insert.setString(1, FileRows.text(file.name()));
                    insert.setString(2, file.path());
                    insert.setBoolean(3, file.spooled());
                    insert.setLong(4, file.size());
                    insert.setLong(5, archiveId);
                    insert.setString(6, FileRows.text(entry));
                    insert.setLong(7, runId);
                    return insert;
                },
                keys);
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    Optional<ImportRun> run(long id) {
        return jdbc.query(RUNS.formatted("WHERE r.id = ?"), RunRows::run, id).stream()
                .findFirst();
    }

    List<ImportRun> runs(int offset, int limit) {
        var page = "WHERE r.id IN (SELECT id FROM import_run ORDER BY id DESC LIMIT ? OFFSET ?)";
        return jdbc.query(RUNS.formatted(page), RunRows::run, limit, offset);
    }

    int count() {
        var count = jdbc.queryForObject("SELECT count(*) FROM import_run", Integer.class);
        return count == null ? 0 : count;
    }

    List<ImportFile> files(long runId) {
        return jdbc.query(
                "SELECT id, file_no, name, state, reason, read_count, inserted_count, duplicate_count, skipped_count, "
                        + "quarantined_count, size_bytes, bytes_read, proof FROM import_file WHERE run_id = ? ORDER BY file_no",
                (row, i) -> new ImportFile(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        FileState.valueOf(row.getString(4)),
                        row.getString(5),
                        counts(row, 6),
                        row.getLong(11),
                        row.getLong(12),
                        Proof.values()[row.getInt(13)]),
                runId);
    }

    Map<SkipReason, Long> skipped(long runId) {
        var skipped = new EnumMap<SkipReason, Long>(SkipReason.class);
        jdbc.query(
                "SELECT s.reason, sum(s.record_count) FROM skip_count s JOIN import_file f ON f.id = s.file_id "
                        + "WHERE f.run_id = ? GROUP BY s.reason",
                row -> {
                    skipped.put(SkipReason.valueOf(row.getString(1)), row.getLong(2));
                },
                runId);
        return skipped;
    }

    Map<BadRecord.Reason, Long> quarantined(long runId, @Nullable Long fileId) {
        var counts = new EnumMap<BadRecord.Reason, Long>(BadRecord.Reason.class);
        jdbc.query(
                "SELECT q.reason, count(*) FROM quarantined_record q JOIN import_file f ON f.id = q.file_id "
                        + "WHERE f.run_id = ? AND f.id = COALESCE(CAST(? AS BIGINT), f.id) GROUP BY q.reason",
                row -> {
                    counts.put(BadRecord.Reason.valueOf(row.getString(1)), row.getLong(2));
                },
                runId,
                fileId);
        return counts;
    }

    List<Quarantined> quarantined(
            long runId, @Nullable Long fileId, BadRecord.@Nullable Reason reason, int offset, int limit) {
        var asked = new ArrayList<Object>(List.of(runId));
        var where = new StringBuilder("f.run_id = ?");
        if (fileId != null) {
            where.append(" AND f.id = ?");
            asked.add(fileId);
        }
        if (reason != null) {
            where.append(" AND q.reason = ?");
            asked.add(reason.name());
        }
        asked.addAll(List.of(limit, offset));
        return jdbc.query(QUARANTINED.formatted(where), RunRows::quarantined, asked.toArray());
    }

    /** Makes a run that ended before its time run again; false where there is nothing left to go on with. */
    boolean reopen(long runId) {
        int files = jdbc.update(
                "UPDATE import_file SET state = CASE WHEN cursor_record > 0 THEN 'READING' ELSE 'WAITING' END "
                        + "WHERE run_id = ? AND state = 'CANCELLED' "
                        + "AND run_id IN (SELECT id FROM import_run WHERE state IN ('CANCELLED', 'FAILED'))",
                runId);
        if (files > 0) {
            jdbc.update("UPDATE import_run SET state = 'RUNNING', ended_at = NULL, message = NULL WHERE id = ?", runId);
        }
        return files > 0;
    }

    /**
     * Lets a file in that was set aside, so that its run goes on with it.
     *
     * @return the run and the name of the file; empty where it is not set aside, or its run has not ended
     */
    Optional<Admitted> admit(long fileId, String reason) {
        int files = jdbc.update(
                "UPDATE import_file SET state = 'WAITING', reason = NULL, admitted = ? WHERE id = ? AND state = 'SET_ASIDE' "
                        + "AND run_id IN (SELECT id FROM import_run WHERE state <> 'RUNNING')",
                reason,
                fileId);
        if (files == 0) {
            return Optional.empty();
        }
        var admitted = jdbc.queryForObject(
                "SELECT run_id, name FROM import_file WHERE id = ?",
                (row, i) -> new Admitted(row.getLong(1), row.getString(2)),
                fileId);
        var run = Objects.requireNonNull(admitted);
        jdbc.update(
                "UPDATE import_run SET state = 'RUNNING', ended_at = NULL, message = NULL WHERE id = ?", run.runId());
        return Optional.of(run);
    }

    /** A file that a person let in. */
    record Admitted(long runId, String name) {}

    /** Spool files that runs still need. */
    List<String> neededSpoolFiles() {
        return jdbc.query(
                "SELECT file_path FROM import_file WHERE spooled AND state IN ('WAITING', 'READING', 'CANCELLED', 'SET_ASIDE')",
                (row, i) -> row.getString(1));
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong(1),
                RunState.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                instant(row.getObject(6, OffsetDateTime.class)),
                row.getString(7),
                row.getInt(8),
                row.getInt(9),
                counts(row, 10),
                row.getLong(15),
                row.getLong(16));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Counts counts(ResultSet row, int first) throws SQLException {
        return new Counts(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4));
    }

    private static Quarantined quarantined(ResultSet row, int number) throws SQLException {
        return new Quarantined(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                new BadRecord(
                        new Place(row.getString(5), row.getInt(4), row.getLong(6), row.getLong(7)),
                        BadRecord.Reason.valueOf(row.getString(8)),
                        row.getString(9),
                        row.getString(10)),
                stored(row),
                JSON.readValue(row.getString(11), DIFFERENCES));
    }

    private static @Nullable Stored stored(ResultSet row) throws SQLException {
        var name = row.getString(14);
        return name == null ? null : new Stored(row.getLong(12), row.getLong(13), name, row.getInt(15));
    }
}
