package io.outflow.evidence.internal;

import io.outflow.trail.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of import runs that began by a moment, read as a stream: there may be very many. */
@Repository
class LogFileRows {

    private static final Proof[] PROOFS = Proof.values();
    private static final String FROM =
            " FROM import_file f JOIN import_run r ON r.id = f.run_id WHERE r.started_at <= ?";
    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    LogFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reason what the digests say, in a sentence; nothing where none was looked at */
    record LogFile(
            long run,
            String name,
            @Nullable String sha256,
            String state,
            Proof proof,
            @Nullable String reason,
            @Nullable String admitted,
            long read,
            long inserted,
            long duplicate,
            long skipped,
            long quarantined) {}

    /** Takes a file, and may fail to write it. */
    interface Taker {
        void take(LogFile file) throws IOException;
    }

    long count(Instant at) {
        return jdbc.sql("SELECT COUNT(*)" + FROM)
                .param(utc(at))
                .query(Long.class)
                .single();
    }

    Map<Proof, Long> proofs(Instant at) {
        var proofs = new EnumMap<Proof, Long>(Proof.class);
        jdbc.sql("SELECT f.proof, COUNT(*)" + FROM + " GROUP BY f.proof")
                .param(utc(at))
                .query((row, n) -> proofs.put(PROOFS[row.getInt(1)], row.getLong(2)))
                .list();
        return proofs;
    }

    /** All, in the order in which they came. */
    @Transactional(readOnly = true)
    public void each(Instant at, Taker taker) throws IOException {
        try (var rows = jdbc
                .sql("SELECT f.run_id, f.name, f.sha256, f.state, f.proof, f.proof_reason, f.admitted, f.read_count,"
                        + " f.inserted_count, f.duplicate_count, f.skipped_count, f.quarantined_count" + FROM
                        + " ORDER BY f.run_id, f.file_no")
                .param(utc(at))
                .withFetchSize(FETCH)
                .query(LogFileRows::file)
                .stream()) {
            rows.forEach(file -> {
                try {
                    taker.take(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static LogFile file(ResultSet row, int number) throws SQLException {
        return new LogFile(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                PROOFS[row.getInt(5)],
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
