package io.outflow.base;

import java.sql.SQLException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The file of an H2 database; with another database there is nothing to do, for it writes what is committed at once.
 *
 * <p>H2 writes its file a moment after a commit, and takes its tables for it one after the other while transactions go on. Of a
 * transaction in the midst of which it does so it may keep rows and not know that they were never committed, until it writes
 * the next time. Where the process is killed in between they stay. So whoever writes many rows has the file written first: then H2 waits its whole
 * delay ({@code WRITE_DELAY} in the address) before it does so by itself.
 *
 * @see <a href="https://github.com/h2database/h2database/issues/2080">h2database, issue 2080</a>
 */
public final class DatabaseFile {
    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);

    /** H2's number for a statement that only an administrator of the database may give. */
    private static final int NEEDS_ADMIN = 90040;

    /** Well below the delay of H2 and well above what writing its file takes. */
    private static final long BETWEEN_NANOS = 300_000_000;

    /** Below this a file is not worth the seconds that it takes to write it anew. */
    private static final long WORTH_SHRINKING = 100L << 20;

    private static final String SETTING =
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = ?";

    private final JdbcTemplate jdbc;
    private final boolean late;
    private volatile boolean refused;
    private volatile long written = System.nanoTime() - BETWEEN_NANOS;

    public DatabaseFile(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.late = Objects.requireNonNull(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("H2")));
    }

    /** Whether the file is written some time after a commit. */
    public boolean late() {
        return late;
    }

    /**
     * Has it written right after the transaction that is open: what somebody did and was told to be done is still there when the
     * process is killed the moment after.
     */
    public void writeOnceCommitted() {
        if (late && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    write();
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(DatabaseFile.this);
                }
            });
        }
    }

    /**
     * Has it written before a transaction of many rows, unless that was done a moment ago.
     *
     * @param change changes something, whatever it is: without a change there is nothing to write, and H2 may begin to write in the
     *     midst of the transaction
     */
    public void writeBefore(Runnable change) {
        if (late && !refused && System.nanoTime() - written > BETWEEN_NANOS) {
            change.run();
            write();
        }
    }

    /** Has all that is committed written now. Outside of transactions. */
    public void write() {
        if (late && !refused) {
            try {
                jdbc.execute("CHECKPOINT");
                written = System.nanoTime();
            } catch (DataAccessException e) {
                refused = e.getRootCause() instanceof SQLException cause && cause.getErrorCode() == NEEDS_ADMIN;
                log.warn("The database did not write its file when Outflow asked for it: {}", e.toString());
            }
        }
    }

    /**
     * Closes the database, and has its file written anew where most of a large one is room of what was overwritten. H2 keeps that for
     * 45 s, so a file has several times the size that it needs when many calls came in within less. Nothing may ask the database
     * afterwards.
     *
     * @return whether it was closed
     */
    public boolean closeShrunk() {
        if (!late || refused) {
            return false;
        }
        try {
            if (setting("info.FILE_SIZE") < WORTH_SHRINKING || setting("info.CHUNKS_FILL_RATE") > 50) {
                return false;
            }
            // The pool finds its connections closed, which is meant to be and not to be told in a file beside the
            // database.
            jdbc.execute("SET TRACE_LEVEL_FILE 0");
            jdbc.execute("SHUTDOWN COMPACT");
            return true;
        } catch (DataAccessException e) {
            log.warn("The database's file keeps its size: {}", e.toString());
            return false;
        }
    }

    private long setting(String name) {
        return Objects.requireNonNull(jdbc.queryForObject(SETTING, Long.class, name));
    }
}
