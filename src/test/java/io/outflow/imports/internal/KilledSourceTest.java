package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.governance;
import static io.outflow.testing.TrailFiles.invoke;
import static io.outflow.testing.TrailFiles.other;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.SourceKind;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAws;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.SignedTrail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills the process that fetches from a bucket (signal 9) at random moments and starts it again until it is done. What is stored,
 * counted and proven must be what a process that was never killed leaves. Twice on each database; with -Dlong=true twenty
 * times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledSourceTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int HOURS = 10;
    private static final int RECORDS = 900;
    private static final int ROUNDS = Boolean.getBoolean("long") ? 20 : 2;

    @TempDir
    static Path folder;

    private final LocalAws aws = new LocalAws();
    private String expected;

    @BeforeAll
    void fetchUndisturbed() throws IOException {
        putTrail();
        try (var undisturbed = new Fetching(Database.H2, aws.address(), folder.resolve("undisturbed"))) {
            undisturbed.look(undisturbed.source(Fetching.bucket(SourceKind.TRAIL_BUCKET)));
            expected = state(undisturbed.imports.source);
        }
        assertThat(expected).contains("SET_ASIDE", "DONE");
    }

    @AfterAll
    void close() {
        aws.close();
    }

    @OnBothDatabases
    void aKilledSourceEndsAsOneThatWasNeverKilled(Database database) throws Exception {
        new Killing(
                        folder,
                        ROUNDS,
                        4,
                        40_000,
                        SourceProcess.class,
                        List.of(aws.address().toString(), folder.resolve("home").toString()),
                        KilledSourceTest::state)
                .until(expected, database);
    }

    /** What any import leaves, and what digests say of each log file and hour. */
    private static String state(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        return KilledImportTest.state(source)
                + rows(
                        jdbc,
                        "SELECT f.name, l.content_hash, l.first_event, l.last_event, l.proof, l.proof_reason, f.proof "
                                + "FROM trail_log l JOIN import_file f ON f.id = l.file_id")
                + rows(jdbc, "SELECT end_at, checked, proof FROM trail_digest")
                // The last one grows with the hours since.
                + rows(jdbc, "SELECT from_at, region, reason FROM digest_gap");
    }

    private static String rows(JdbcTemplate jdbc, String sql) {
        return "\n"
                + String.join(
                        "\n",
                        jdbc
                                .query(sql, (row, number) -> {
                                    var line = new StringBuilder();
                                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                        var time = row.getMetaData()
                                                .getColumnTypeName(i)
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("timestamp");
                                        var value = time ? row.getObject(i, OffsetDateTime.class) : row.getString(i);
                                        line.append(
                                                        value instanceof OffsetDateTime at
                                                                ? at.toInstant()
                                                                : row.getMetaData()
                                                                                .getColumnName(i)
                                                                                .equalsIgnoreCase("checked")
                                                                        ? row.getBoolean(i)
                                                                        : value)
                                                .append(' ');
                                    }
                                    return line.toString();
                                })
                                .stream()
                                .sorted()
                                .toList());
    }

    /** Hours of log files with digests; one digest is missing, one log file was changed, and one was added. */
    private void putTrail() throws IOException {
        var logs = folder.resolve("logs");
        var trail = new SignedTrail(logs);
        trail.bucket = "example-logs";
        aws.publicKey(SignedTrail.KEY, START.minus(Duration.ofDays(1)), Instant.parse("2030-01-01T00:00:00Z"));
        for (int h = 0; h < HOURS; h++) {
            var hour = START.plus(Duration.ofHours(h));
            var files = new ArrayList<Path>();
            for (int f = 0; f < 3; f++) {
                files.add(log(trail, hour, f, h * 3 + f));
            }
            var digest = trail.hourOf(hour, files).digest();
            if (h == 4) {
                Files.delete(digest);
            }
            if (h == 7) {
                var text = new String(SignedTrail.unpacked(files.getFirst()), StandardCharsets.UTF_8);
                Files.write(
                        files.getFirst(),
                        SignedTrail.gzip(text.replace("user1", "user2").getBytes(StandardCharsets.UTF_8)));
            }
        }
        log(trail, START.plus(Duration.ofHours(9)), 7, 90);
        aws.putAll(logs);
    }

    private static Path log(SignedTrail trail, Instant hour, int file, int number) throws IOException {
        var records = new ArrayList<String>();
        for (int i = 0; i < RECORDS; i++) {
            int n = number * RECORDS + i;
            records.add(n % 5 == 4 ? other(n) : n % 97 == 0 ? governance(n) : invoke(n, "user" + n % 23));
        }
        var path = trail.log(hour.plus(Duration.ofMinutes(10 + 5L * file)), "n" + file);
        Files.write(
                path,
                SignedTrail.gzip(
                        ("{\"Records\":[" + String.join(",", records) + "]}").getBytes(StandardCharsets.UTF_8)));
        return path;
    }
}
