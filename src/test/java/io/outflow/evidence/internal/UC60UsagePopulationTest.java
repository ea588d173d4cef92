package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.sample.SampleLogs;
import io.outflow.usage.Usage;
import io.outflow.vendors.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single calls in packages are those that the database holds, for random days and accounts. */
@OutflowTest
class UC60UsagePopulationTest {

    private static final int ROUNDS = Boolean.getBoolean("long") ? 1_000 : 100;
    private static final Instant END = Instant.parse("2019-05-20T12:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2019, 5, 20);
    private static final int DAYS = 5;

    @Autowired
    EventsArtefact events;

    @Autowired
    UsageArtefact totals;

    @Autowired
    Imports imports;

    @Autowired
    Usage usage;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path temp;

    @Test
    void everyFileHasExactlyTheCallsOfTheDatabase() throws IOException {
        new SampleLogs(17, END, DAYS, 40, true).writeTo(Files.createDirectory(temp.resolve("logs")));
        var run = Acting.asOutflow(() -> imports.startPaths("COMMAND", List.of(temp.resolve("logs"))));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> Acting.asOutflow(
                        () -> imports.run(run).orElseThrow().state() != RunState.RUNNING && usage.counted() >= 1));
        var accounts = jdbc.sql("SELECT DISTINCT account FROM invocation ORDER BY account")
                .query(String.class)
                .list();
        var random = new Random(5);
        Acting.asOutflow(() -> {
            // The columns learn of the last chunk a moment after it was committed.
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> counted(scope(LAST.minusDays(DAYS + 1), LAST, Set.of()))
                            == stored(LAST.minusDays(DAYS + 1), LAST, Set.of()));
            var found = 0L;
            for (var round = 0; round < ROUNDS; round++) {
                var from = LAST.minusDays(random.nextInt(DAYS + 2));
                var to = from.plusDays(random.nextInt(3));
                var chosen = new HashSet<String>();
                for (var i = random.nextInt(3); i > 0; i--) {
                    chosen.add(accounts.get(random.nextInt(accounts.size())));
                }
                var scope = scope(from, to, chosen);
                var expected = stored(from, to, chosen);
                found += expected;

                assertThat(counted(scope))
                        .as("%s to %s of %s", from, to, chosen)
                        .isEqualTo(expected);
                if (round % 10 == 0) {
                    assertThat(written(scope, round)).isEqualTo(expected);
                }
            }
            assertThat(found).isPositive();
        });
    }

    private long counted(Scope scope) {
        return events.plan(scope).getFirst().rows();
    }

    private long written(Scope scope, int round) {
        try {
            var bag = new BagWriter(Files.createDirectory(temp.resolve("bag-" + round)));
            try (var book = new Workbooks(temp.resolve("book-" + round + ".xlsx"))) {
                var records = new Records(bag, book, rows -> {});
                // It refuses by itself when what it wrote is not what a count of the whole period gives.
                totals.write(scope, records);
                events.write(scope, records);
            }
            return bag.written().stream()
                    .filter(file -> file.name().endsWith("events.jsonl"))
                    .findFirst()
                    .orElseThrow()
                    .rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long stored(LocalDate from, LocalDate to, Set<String> accounts) {
        return jdbc.sql("SELECT COUNT(*) FROM invocation WHERE event_time >= :from AND event_time < :to"
                        + (accounts.isEmpty() ? "" : " AND account IN (:accounts)"))
                .param("from", utc(from))
                .param("to", utc(to.plusDays(1)))
                .param("accounts", accounts.isEmpty() ? Set.of("") : accounts)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime utc(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Scope scope(LocalDate from, LocalDate to, Set<String> accounts) {
        var request = new PackageRequest(
                "x", "", Set.of(), accounts, from, to, END, Set.of(), Set.of(Part.USAGE, Part.EVENTS), false, "");
        return new Scope(request, END, new Snapshot(List.of()));
    }
}
