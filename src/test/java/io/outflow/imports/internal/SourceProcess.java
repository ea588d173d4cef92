package io.outflow.imports.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.outflow.imports.SourceKind;
import io.outflow.testing.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * A look at a bucket and the import of what it finds, in a process of its own, without the web part, for tests that kill it:
 * writes a line for each commit, and ends when no run is left to do.
 */
final class SourceProcess {
    private SourceProcess() {}

    /** @param args address of the database, its user, address of the bucket, data folder */
    public static void main(String[] args) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (var fetching = new Fetching(
                Database.open(args[0], args[1]),
                URI.create(args[2]),
                Path.of(args[3]),
                Duration.ofMillis(1),
                () -> say(ImportProcess.COMMITTED))) {
            say(ImportProcess.READY);
            var bucket = Fetching.bucket(SourceKind.TRAIL_BUCKET);
            if (fetching.imports.count("log_source") == 0) {
                fetching.source(bucket);
            } else {
                fetching.known(1, bucket);
            }
            fetching.begin(1);
            while (fetching.imports
                            .jdbc
                            .queryForList("SELECT id FROM import_run WHERE state = 'RUNNING'")
                            .size()
                    > 0) {
                Thread.sleep(10);
            }
            if (fetching.lastLook(1).problem() != null) {
                throw new IllegalStateException(fetching.lastLook(1).problem());
            }
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
