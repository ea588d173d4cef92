package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.governance;
import static io.outflow.testing.TrailFiles.invoke;
import static io.outflow.testing.TrailFiles.lines;
import static io.outflow.testing.TrailFiles.logLine;
import static io.outflow.testing.TrailFiles.other;
import static io.outflow.testing.TrailFiles.trail;

import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.StoredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills the importing process (signal 9) at random moments and starts it again until it is done. What is stored and counted
 * must be what an import that was never killed leaves. Three times on each database; with -Dlong=true twenty times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledImportTest {
    private static final int FILES = 40;
    private static final int RECORDS = 800;
    private static final int ROUNDS = Boolean.getBoolean("long") ? 20 : 3;

    @TempDir
    static Path folder;

    private Path corpus;
    private String expected;

    @BeforeAll
    void importUndisturbed() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        writeCorpus();
        try (var undisturbed = new Importing(Database.H2)) {
            undisturbed.await(undisturbed.begin(corpus));
            expected = state(undisturbed.source);
        }
    }

    @OnBothDatabases
    void aKilledImportEndsAsOneThatWasNeverKilled(Database database) throws Exception {
        new Killing(folder, ROUNDS, 8, 20_000, ImportProcess.class, List.of(corpus.toString()), KilledImportTest::state)
                .until(expected, database);
    }

    /** Events, counters per file, skips and what was set aside; not the numbers of rows nor times of the run. */
    static String state(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        var files = jdbc.query(
                "SELECT name, state, sha256, cursor_record, read_count, inserted_count + duplicate_count, skipped_count, "
                        + "quarantined_count FROM import_file ORDER BY file_no",
                (row, i) -> IntStream.rangeClosed(1, 8)
                        .mapToObj(c -> {
                            try {
                                return String.valueOf(row.getString(c));
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .collect(Collectors.joining(" ")));
        return jdbc.queryForObject("SELECT state FROM import_run", String.class)
                + jdbc.queryForList("SELECT sum(inserted_count) AS inserted FROM import_file")
                        .getFirst()
                        .values()
                + "\n" + String.join("\n", files)
                + "\n"
                + jdbc
                        .queryForList(
                                "SELECT reason, sum(record_count) AS n FROM skip_count GROUP BY reason ORDER BY reason")
                        .stream()
                        .map(row -> row.values().toString())
                        .toList()
                + "\n"
                + jdbc
                        .queryForList("SELECT f.name, q.record_no, q.reason, q.sentence FROM quarantined_record q "
                                + "JOIN import_file f ON f.id = q.file_id ORDER BY f.name, q.record_no")
                        .stream()
                        .map(row -> row.values().toString())
                        .toList()
                + "\n" + StoredState.of(source);
    }

    /** Trail files that overlap, invocation logs of the same calls, equal lines, broken records, a damaged file and a copy. */
    private void writeCorpus() throws IOException {
        for (int f = 0; f < FILES; f++) {
            int first = f * RECORDS * 3 / 4;
            var records = new ArrayList<String>();
            for (int i = 0; i < RECORDS; i++) {
                int number = first + i;
                records.add(
                        number % 5 == 4
                                ? other(number)
                                : number % 97 == 0 ? governance(number) : invoke(number, "user" + number % 23));
            }
            if (f % 7 == 1) {
                // The same event with other content, and a record that cannot be read.
                records.set(RECORDS - 1, invoke(first + RECORDS - 3, "somebody else"));
                records.set(RECORDS / 2, "{\"eventSource\":\"bedrock.amazonaws.com\",\"eventName\":\"InvokeModel\"}");
            }
            var name = "111122223333_CloudTrail_eu-central-1_20260302T%02d%02dZ_x.json.gz".formatted(f / 6, f % 6 * 10);
            if (f % 4 == 3) {
                lines(
                        corpus.resolve("log-" + name),
                        IntStream.range(0, RECORDS)
                                .mapToObj(i -> logLine(first - RECORDS + i / 2 * 2, i / 2, 1))
                                .toList());
            } else {
                trail(corpus.resolve(name), records);
            }
        }
        var cut = trail(
                corpus.resolve("damaged_20260302T0515Z.json.gz"),
                IntStream.range(0, RECORDS)
                        .mapToObj(i -> invoke(900_000 + i, "ana"))
                        .toList());
        var bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        try (var files = Files.list(corpus)) {
            Files.copy(files.sorted().findFirst().orElseThrow(), corpus.resolve("zz-copy.json.gz"));
        }
    }
}
