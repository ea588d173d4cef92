package io.outflow.imports.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.outflow.testing.Database;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The import in a process of its own, without the web part, for tests that kill it: begins a run over a folder unless there
 * is one, writes a line for each commit, and ends when no run is left to do.
 */
final class ImportProcess {
    static final String READY = "ready";
    static final String COMMITTED = "committed";

    private ImportProcess() {}

    public static void main(String[] args) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (var importing = new Importing(Database.open(args[0], args[1]), 2, () -> say(COMMITTED))) {
            say(READY);
            if (importing.rows.count() == 0) {
                importing.begin(List.of(Path.of(args[2])));
            }
            while (!importing
                    .jdbc
                    .queryForList("SELECT id FROM import_run WHERE state = 'RUNNING'")
                    .isEmpty()) {
                Thread.sleep(10);
            }
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
