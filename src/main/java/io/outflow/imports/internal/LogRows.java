package io.outflow.imports.internal;

import io.outflow.trail.LogContent;
import io.outflow.trail.LogName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Log files of CloudTrail as rows: what each holds, so that digests that come later can be compared with it. */
final class LogRows {
    private static final int BATCH = 1_000;
    private static final String INSERT = "INSERT INTO trail_log (file_id, entry, delivered_at, content_hash, fault, "
            + "first_record, last_record, first_event, last_event, proof, proof_reason) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private LogRows() {}

    /** Makes known which log files a run is going to read, in the caller's transaction. */
    static void begin(JdbcTemplate jdbc, long runId) {
        var rows = new ArrayList<@Nullable Object[]>();
        jdbc.query(
                "SELECT f.id, f.name FROM import_file f LEFT JOIN trail_log l ON l.file_id = f.id "
                        + "WHERE f.run_id = ? AND l.file_id IS NULL AND f.state IN ('WAITING', 'READING')",
                row -> {
                    var log = LogName.of(BatchingSink.lastPart(row.getString(2)));
                    if (log != null) {
                        rows.add(toBeRead(row.getLong(1), "", log));
                    }
                },
                runId);
        insert(jdbc, rows);
    }

    /** Makes known which log files an archive holds that is going to be read, in the caller's transaction. */
    static void begin(JdbcTemplate jdbc, long fileId, Collection<String> entries) {
        var known =
                new HashSet<>(jdbc.queryForList("SELECT entry FROM trail_log WHERE file_id = ?", String.class, fileId));
        insert(
                jdbc,
                entries.stream()
                        .filter(known::add)
                        .map(entry -> toBeRead(
                                fileId, entry, Objects.requireNonNull(LogName.of(BatchingSink.lastPart(entry)))))
                        .toList());
    }

    private static @Nullable Object[] toBeRead(long fileId, String entry, LogName log) {
        return new @Nullable Object[] {
            fileId, FileRows.text(entry), time(log.delivered()), null, null, 0, 0, null, null, 0, null
        };
    }

    private static void insert(JdbcTemplate jdbc, List<@Nullable Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(INSERT, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** Keeps what the log files hold that were read, in the transaction of their events. */
    static void write(JdbcTemplate jdbc, List<FileBatch> batches) {
        var old = new ArrayList<Object[]>();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var batch : batches) {
            var file = batch.file();
            for (var log : batch.logs()) {
                var itself = log.entry().isEmpty();
                old.add(new Object[] {file.id, FileRows.text(log.entry())});
                rows.add(new @Nullable Object[] {
                    file.id,
                    FileRows.text(log.entry()),
                    time(log.delivered()),
                    log.content().sha256(),
                    log.content().fault(),
                    log.after(),
                    log.upTo(),
                    log.first() == null ? null : time(log.first()),
                    log.last() == null ? null : time(log.last()),
                    itself ? file.proof.ordinal() : 0,
                    itself ? FileRows.text(file.proofReason) : null
                });
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("DELETE FROM trail_log WHERE file_id = ? AND entry = ?", old);
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    /** What a log file of the same raw bytes holds that was read before. */
    static Optional<LogContent> content(JdbcTemplate jdbc, String sha256) {
        return jdbc
                .query(
                        "SELECT l.content_hash, l.fault FROM trail_log l JOIN import_file f ON f.id = l.file_id "
                                + "WHERE f.sha256 = ? AND l.entry = '' AND l.content_hash IS NOT NULL LIMIT 1",
                        (row, i) -> new LogContent(row.getString(1), row.getString(2)),
                        sha256)
                .stream()
                .findFirst();
    }

    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
