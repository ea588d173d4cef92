package io.outflow.imports.internal;

import io.outflow.base.DatabaseFile;
import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.trail.LogContent;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import io.outflow.usage.EventStore.Stored;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in the database. */
final class JdbcLedger implements Ledger {
    private static final Logger log = LoggerFactory.getLogger(JdbcLedger.class);
    private static final int MOST_ATTEMPTS = 20;
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventStore store;
    private final DatabaseFile databaseFile;
    private final RunClaims claims;
    private final Clock clock;
    private final long patienceMillis;

    /** @param patienceMillis how long to wait for a database that is away or busy */
    JdbcLedger(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventStore store,
            DatabaseFile databaseFile,
            RunClaims claims,
            Clock clock,
            long patienceMillis) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.databaseFile = databaseFile;
        this.claims = claims;
        this.clock = clock;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public List<Long> unfinishedRuns() {
        return jdbc.query("SELECT id FROM import_run WHERE state = 'RUNNING' ORDER BY id", (row, i) -> row.getLong(1));
    }

    @Override
    public Optional<Claim> claim(long runId) {
        try {
            var claim = claims.claim(runId);
            if (claim.isPresent() && !unfinishedRuns().contains(runId)) {
                claim.get().close();
                return Optional.empty();
            }
            return claim;
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("The run cannot be claimed.", e);
        }
    }

    @Override
    public List<FileWork> unfinishedFiles(long runId) {
        var apart = ZippedLogs.apart(jdbc, runId);
        return jdbc.query(
                "SELECT f.id, file_no, name, file_path, spooled, size_bytes, sha256, read_count, inserted_count, "
                        + "duplicate_count, skipped_count, quarantined_count, cursor_record, proof, proof_reason, "
                        + "admitted, source_id, object_key, etag "
                        + "FROM import_file f LEFT JOIN source_file o ON o.file_id = f.id "
                        + "WHERE run_id = ? AND state IN ('WAITING', 'READING') ORDER BY file_no",
                (row, i) -> new FileWork(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        Path.of(row.getString(4)),
                        row.getBoolean(5),
                        row.getLong(6),
                        remote(row),
                        row.getString(7),
                        new Counts(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12)),
                        row.getInt(13),
                        Proof.values()[row.getInt(14)],
                        row.getString(15),
                        row.getString(16),
                        apart.getOrDefault(row.getLong(1), Set.of())),
                runId);
    }

    private static FileWork.@Nullable Remote remote(ResultSet row) throws SQLException {
        var key = row.getString(18);
        return key == null ? null : new FileWork.Remote(row.getLong(17), key, row.getString(19));
    }

    @Override
    public void begin(long runId) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("UPDATE import_file SET attempts = attempts + 1 WHERE run_id = ? AND state = 'READING'", runId);
            jdbc.update(
                    "UPDATE import_file SET state = 'FAILED', reason = ? "
                            + "WHERE run_id = ? AND state = 'READING' AND attempts > ?",
                    "Outflow was interrupted " + MOST_ATTEMPTS
                            + " times at the same place of this file and gave it up. "
                            + "What was read before is stored and counted.",
                    runId,
                    MOST_ATTEMPTS);
        });
    }

    @Override
    public Optional<String> importedBefore(String sha256, long exceptFileId) {
        List<String> sentences = jdbc.query(
                "SELECT r.started_at, r.id, f.name FROM import_file f JOIN import_run r ON r.id = f.run_id "
                        + "WHERE f.sha256 = ? AND f.id <> ? AND f.state IN ('DONE', 'DONE_WITH_QUARANTINE') "
                        + "ORDER BY f.id LIMIT 1",
                (row, i) -> "The same bytes were imported on %s in run %d, as %s. Nothing was read again."
                        .formatted(
                                WHEN.format(
                                        row.getObject(1, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC)),
                                row.getLong(2),
                                row.getString(3)),
                sha256,
                exceptFileId);
        return sentences.stream().findFirst();
    }

    @Override
    public Optional<LogContent> content(String sha256) {
        return LogRows.content(jdbc, sha256);
    }

    @Override
    public Written write(List<FileBatch> batches) {
        long wait = FIRST_WAIT_MILLIS;
        for (long waited = 0; ; waited += wait, wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS)) {
            var attempt = new Attempt(batches);
            try {
                databaseFile.writeBefore(
                        () -> jdbc.update("UPDATE import_run SET state = state WHERE state = 'RUNNING'"));
                transaction.executeWithoutResult(status -> attempt.write());
                return attempt.published();
            } catch (RunLost e) {
                throw e;
            } catch (DataIntegrityViolationException | BadSqlGrammarException | IllegalArgumentException e) {
                throw new BatchRefused(e);
            } catch (DataAccessException | TransactionException e) {
                if (attempt.committedNevertheless()) {
                    return attempt.published();
                }
                if (waited >= patienceMillis) {
                    throw new DatabaseGone(e);
                }
                log.warn("The database did not take a batch; trying again in {} ms. {}", wait, e.toString());
                sleep(wait);
            }
        }
    }

    @Override
    public void settle() {
        databaseFile.write();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try to write; after a lost connection nobody but the database knows whether it was committed. */
    private final class Attempt {
        private final List<FileBatch> batches;
        private final Map<Long, Counts> totals = new HashMap<>();
        private @Nullable Stored stored;

        Attempt(List<FileBatch> batches) {
            this.batches = batches;
        }

        void write() {
            stored = store.store(batches.stream()
                    .map(b -> new EventStore.Batch(b.file().id, b.readings(), b.covered(), b.file().proof))
                    .toList());
            new FileRows(jdbc).write(batches, stored.batches(), totals);
        }

        Written published() {
            var done = stored;
            if (done == null) {
                throw new IllegalStateException("Nothing was written.");
            }
            store.publish(done);
            return new Written(totals, done.changes());
        }

        boolean committedNevertheless() {
            if (totals.isEmpty()) {
                return false;
            }
            try {
                var last = batches.getLast();
                var state = last.ending() == null ? "" : " AND state NOT IN ('WAITING', 'READING')";
                var found = jdbc.queryForObject(
                        "SELECT count(*) FROM import_file WHERE id = ? AND cursor_record = ? AND read_count = ?"
                                + state,
                        Integer.class,
                        last.file().id,
                        last.to(),
                        totals.getOrDefault(last.file().id, Counts.ZERO).read());
                boolean something = last.to() > last.from() || last.ending() != null;
                return something && found != null && found > 0;
            } catch (DataAccessException e) {
                return false;
            }
        }
    }

    @Override
    public void fail(FileWork file, String sentence) {
        jdbc.update(
                "UPDATE import_file SET state = 'FAILED', reason = ? WHERE id = ? AND state IN ('WAITING', 'READING')",
                sentence,
                file.id);
    }

    @Override
    public void finish(long runId, @Nullable String message) {
        transaction.executeWithoutResult(status -> {
            var files = new HashMap<FileState, Integer>();
            jdbc.query(
                    "SELECT state, count(*) FROM import_file WHERE run_id = ? GROUP BY state",
                    row -> {
                        files.put(FileState.valueOf(row.getString(1)), row.getInt(2));
                    },
                    runId);
            end(runId, RunEnd.state(files).name(), withVerification(runId, message));
        });
    }

    private @Nullable String withVerification(long runId, @Nullable String message) {
        var verification = jdbc.queryForObject("SELECT verification FROM import_run WHERE id = ?", String.class, runId);
        if (verification == null) {
            return message;
        }
        return message == null ? verification : verification + " " + message;
    }

    @Override
    public void stop(long runId, boolean cancelled, @Nullable String message) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "UPDATE import_file SET state = 'CANCELLED' WHERE run_id = ? AND state IN ('WAITING', 'READING') "
                            + "AND run_id IN (SELECT id FROM import_run WHERE state = 'RUNNING')",
                    runId);
            end(runId, cancelled ? "CANCELLED" : "FAILED", message);
        });
    }

    private void end(long runId, String state, @Nullable String message) {
        jdbc.update(
                "UPDATE import_run SET state = ?, ended_at = ?, message = COALESCE(?, message) "
                        + "WHERE id = ? AND state = 'RUNNING'",
                state,
                clock.instant().atOffset(ZoneOffset.UTC),
                message,
                runId);
    }
}
