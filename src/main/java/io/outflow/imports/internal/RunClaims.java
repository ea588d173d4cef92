package io.outflow.imports.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two processes on one PostgreSQL from carrying out the same run. The lock belongs to a connection, so it is gone the
 * moment its process is; no lease has to run out. An H2 database has only one process.
 */
final class RunClaims {
    private static final Logger log = LoggerFactory.getLogger(RunClaims.class);
    /** Tells these locks from others in the database. */
    private static final int RUN = 0x6F757466;

    private final DataSource source;

    RunClaims(DataSource source) {
        this.source = source;
    }

    Optional<Ledger.Claim> claim(long runId) throws SQLException {
        var connection = source.getConnection();
        boolean held = false;
        try {
            if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                return Optional.of(() -> {});
            }
            held = call(connection, "SELECT pg_try_advisory_lock(?, ?)", runId);
            return held ? Optional.of(() -> release(connection, runId)) : Optional.empty();
        } finally {
            if (!held) {
                connection.close();
            }
        }
    }

    private void release(Connection connection, long runId) {
        try (connection) {
            call(connection, "SELECT pg_advisory_unlock(?, ?)", runId);
        } catch (SQLException e) {
            log.debug("The lock of run {} went with its connection.", runId, e);
        }
    }

    private boolean call(Connection connection, String sql, long runId) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, RUN);
            select.setInt(2, (int) runId);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
