package io.outflow.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills a process (signal 9) at random moments and starts it again until it comes to its end. What it leaves must be what one
 * that was never killed leaves.
 *
 * @param mostCommits how many commits it may make before it is killed, exclusive
 * @param mostMicros how long it may go on after the last of them, exclusive: into the midst of what comes next
 * @param process has a main method and takes the database's address and user, and then {@code arguments}; it says
 *     {@link ImportProcess#READY} once and {@link ImportProcess#COMMITTED} after each commit
 * @param state what is to be the same
 */
record Killing(
        Path folder,
        int rounds,
        int mostCommits,
        int mostMicros,
        Class<?> process,
        List<String> arguments,
        Function<DataSource, String> state) {

    void until(String expected, Database database) throws Exception {
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            var random = new Random(1_000L * database.ordinal() + round);
            var url = database == Database.H2
                    ? "jdbc:h2:file:" + folder.resolve("killed-" + round) + ";WRITE_DELAY=2000"
                    : database.freshUrl();
            try (var source = Database.open(url, database.userName())) {
                Database.migrate(source);
            }
            while (killedAtSomeMoment(url, database.userName(), random)) {
                kills++;
                checkCounts(url, database.userName());
            }
            try (var source = Database.open(url, database.userName())) {
                assertThat(state.apply(source)).describedAs("round %d", round).isEqualTo(expected);
            }
        }
        assertThat(kills).isGreaterThan(rounds);
    }

    /** Starts the process; false when it came to its end before it was to be killed. */
    private boolean killedAtSomeMoment(String url, String user, Random random) throws Exception {
        var started = start(url, user);
        int commits = random.nextInt(mostCommits);
        var output = new StringBuilder();
        try (var lines = started.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.equals(ImportProcess.COMMITTED) || line.equals(ImportProcess.READY)) {
                    commits--;
                }
                if (commits < 0) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(mostMicros));
                    started.destroyForcibly().waitFor();
                    return true;
                }
            }
        }
        assertThat(started.waitFor()).describedAs(output.toString()).isZero();
        return false;
    }

    /**
     * What is counted as inserted is there and nothing else is, whenever the process died. One question, because a database
     * server still commits what a client that is dead by now asked for.
     */
    private static void checkCounts(String url, String user) {
        try (var source = Database.open(url, user)) {
            var counts = new JdbcTemplate(source)
                    .queryForMap("SELECT (SELECT COALESCE(sum(inserted_count), 0) FROM import_file) AS inserted, "
                            + "(SELECT count(*) FROM invocation WHERE evidence <> 2) + (SELECT count(*) FROM log_line) "
                            + "+ (SELECT count(*) FROM governance_event) AS stored");
            assertThat(((Number) counts.get("stored")).longValue())
                    .isEqualTo(((Number) counts.get("inserted")).longValue());
        }
    }

    private Process start(String url, String user) throws IOException {
        var java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                process.getName(),
                url,
                user);
        return new ProcessBuilder(
                        Stream.concat(java.stream(), arguments.stream()).toList())
                .redirectErrorStream(true)
                .start();
    }
}
