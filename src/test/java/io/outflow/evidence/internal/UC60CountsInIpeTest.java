package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.Framework;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.sample.SampleLogs;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ipe.json of a finished package counts is what the database holds, for random products, accounts, periods, parts and
 * moments of reading: 50 packages in every build, {@code -Dlong} makes 1,000.
 */
@OutflowTest
class UC60CountsInIpeTest {

    private static final int ROUNDS = Boolean.getBoolean("long") ? 1_000 : 50;
    private static final Instant END = Instant.parse("2018-09-20T12:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2018, 9, 20);
    private static final int DAYS = 5;

    @Autowired
    EvidencePackages packages;

    @Autowired
    PackageFolder folder;

    @Autowired
    Register register;

    @Autowired
    Imports imports;

    @Autowired
    Usage usage;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path temp;

    @Test
    void ipeCountsWhatTheDatabaseHolds() throws IOException {
        new SampleLogs(23, END, DAYS, 40, true).writeTo(Files.createDirectory(temp.resolve("logs")));
        var run = Acting.asOutflow(() -> imports.startPaths("COMMAND", List.of(temp.resolve("logs"))));
        Acting.asOutflow(() -> Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> imports.run(run).orElseThrow().state() != RunState.RUNNING
                        && usage.calls(whole(), 0, 1).total() == calls(LAST.minusDays(DAYS + 1), LAST, Set.of(), "")));
        var random = new Random(68);
        Acting.asOutflow(() -> {
            var moments = RegisterModel.edit(register, random);
            var mine = products(moments.get(1));
            var accounts = jdbc.sql("SELECT DISTINCT account FROM invocation ORDER BY account")
                    .query(String.class)
                    .list();
            for (var round = 0; round < ROUNDS; round++) {
                var request = request(random, moments, mine, accounts);
                var made = ended(packages.make(request));
                assertThat(made.state()).as(made.message()).isEqualTo(State.MADE);
                var asked = made.request();
                var told = told(made);

                assertThat(told.keySet())
                        .as("%s", asked)
                        .containsAll(expected(asked).keySet());
                told.keySet().retainAll(expected(asked).keySet());
                assertThat(told).as("%s", asked).isEqualTo(expected(asked));
                totals(made, told);
                delete(made);
            }
        });
    }

    /** The populations that ipe.json counts, each as it was exported, by their names. */
    private Map<String, Long> told(EvidencePackage made) {
        var ipe = packages.read(made.number(), BagNames.IPE);
        var told = new HashMap<String, Long>();
        for (var population : ipe.path("population")) {
            assertThat(population.path("exported").asLong())
                    .isEqualTo(population.path("counted").asLong());
            told.put(
                    population.path("name").asString(),
                    population.path("exported").asLong());
        }
        var rows = new HashMap<String, Long>();
        packages.files(made.number()).forEach(file -> rows.put(file.name(), file.rows()));
        for (var file : ipe.path("reconciliation")) {
            assertThat(file.path("rows").asLong())
                    .isEqualTo(rows.get(file.path("file").asString()));
        }
        return told;
    }

    /** The control totals add up to the populations, and say from when to when the rows of the database are. */
    private void totals(EvidencePackage made, Map<String, Long> told) {
        for (var totals : packages.read(made.number(), BagNames.IPE).path("control_totals")) {
            switch (totals.path("file").asString()) {
                case "data/records/usage-daily.jsonl" -> {
                    assertThat(totals.path("sums").path("calls").asLong()).isEqualTo(told.get("Calls in usage-daily"));
                    assertThat(totals.path("sums").path("denied").asLong()
                                    + totals.path("sums").path("failed").asLong())
                            .isEqualTo(told.get("Denied and failed attempts in usage-daily"));
                }
                case "data/records/events.jsonl" -> {
                    var range = totals.path("range");
                    assertThat(range.path("of").asString()).isEqualTo("time");
                    assertThat(range.path("from").isNull())
                            .isEqualTo(told.get("Single calls, attempts and steps of agents") == 0);
                    if (!range.path("from").isNull()) {
                        assertThat(time(made.request(), "MIN"))
                                .isEqualTo(Instant.parse(range.path("from").asString()));
                        assertThat(time(made.request(), "MAX"))
                                .isEqualTo(Instant.parse(range.path("to").asString()));
                    }
                }
                default -> assertThat(totals.path("file").asString()).startsWith("data/records/");
            }
        }
    }

    private Instant time(PackageRequest request, String which) {
        return jdbc.sql("SELECT " + which
                        + "(event_time) FROM invocation WHERE event_time >= :from AND event_time < :to"
                        + (request.accounts().isEmpty() ? "" : " AND account IN (:accounts)"))
                .param("from", request.start().atOffset(ZoneOffset.UTC))
                .param("to", request.end().atOffset(ZoneOffset.UTC))
                .param("accounts", request.accounts().isEmpty() ? Set.of("") : request.accounts())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private Map<String, Long> expected(PackageRequest request) {
        var expected = new HashMap<String, Long>();
        var asOf = java.util.Objects.requireNonNull(request.asOf());
        var model = RegisterModel.expected(RegisterModel.rows(jdbc), request.products(), asOf);
        if (request.parts().contains(Part.REGISTER)) {
            model.forEach((file, rows) -> {
                if (!file.equals(Kind.APPROVAL.path())) {
                    expected.put("Register: " + file, rows);
                }
            });
        }
        if (request.parts().contains(Part.APPROVALS)) {
            expected.put("Approvals", model.get(Kind.APPROVAL.path()));
        }
        if (request.parts().contains(Part.EVENTS)) {
            expected.put(
                    "Single calls, attempts and steps of agents",
                    calls(request.from(), request.to(), request.accounts(), ""));
        }
        if (request.parts().contains(Part.USAGE)) {
            expected.put(
                    "Calls in usage-daily",
                    calls(
                            request.from(),
                            request.to(),
                            request.accounts(),
                            " AND outcome = 0 AND subject_id NOT IN (SELECT id FROM subject WHERE is_step)"));
            expected.put(
                    "Denied and failed attempts in usage-daily",
                    calls(request.from(), request.to(), request.accounts(), " AND outcome <> 0"));
        }
        if (request.parts().contains(Part.LOGS)) {
            expected.put(
                    "Log files",
                    jdbc.sql("SELECT COUNT(*) FROM import_file WHERE run_id IN"
                                    + " (SELECT id FROM import_run WHERE started_at <= ?)")
                            .param(OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
                            .query(Long.class)
                            .single());
        }
        expected.put("Entries of the change log", entries(request.start(), asOf));
        return expected;
    }

    private long entries(Instant from, Instant asOf) {
        return jdbc.sql("SELECT COUNT(*) FROM change_log WHERE at >= ? AND at < ?")
                .params(OffsetDateTime.ofInstant(from, ZoneOffset.UTC), OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long calls(LocalDate from, LocalDate to, Set<String> accounts, String more) {
        return jdbc.sql("SELECT COUNT(*) FROM invocation WHERE event_time >= :from AND event_time < :to" + more
                        + (accounts.isEmpty() ? "" : " AND account IN (:accounts)"))
                .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("accounts", accounts.isEmpty() ? Set.of("") : accounts)
                .query(Long.class)
                .single();
    }

    private static UsageFilter whole() {
        return UsageFilter.period(
                LAST.minusDays(DAYS + 1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Those that this test made; others may be used by applications, which the model does not know. */
    private List<UUID> products(Instant since) {
        return RegisterModel.rows(jdbc).stream()
                .filter(row -> row.kind() == Kind.PRODUCT && !row.recorded().isBefore(since))
                .map(RegisterModel.Row::object)
                .distinct()
                .toList();
    }

    private static PackageRequest request(
            Random random, List<Instant> moments, List<UUID> products, List<String> accounts) {
        var chosen = new HashSet<UUID>();
        for (var i = random.nextInt(4); i > 0; i--) {
            chosen.add(products.get(random.nextInt(products.size())));
        }
        var some = new HashSet<String>();
        for (var i = random.nextInt(3); i > 0; i--) {
            some.add(accounts.get(random.nextInt(accounts.size())));
        }
        var parts = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (part != Part.PROCESSING_RECORD && random.nextInt(3) > 0) {
                parts.add(part);
            }
        }
        var frameworks = Framework.values();
        var from = LAST.minusDays(random.nextInt(DAYS + 2));
        return new PackageRequest(
                "Counts",
                "",
                chosen,
                some,
                from,
                from.plusDays(random.nextInt(3)),
                random.nextInt(4) == 0 ? null : moments.get(random.nextInt(moments.size())),
                Set.of(frameworks[random.nextInt(frameworks.length)]),
                parts,
                false,
                "");
    }

    private EvidencePackage ended(long number) {
        return Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(90))
                .until(() -> packages.find(number).orElseThrow(), one -> one.state() != State.MAKING);
    }

    /** A thousand archives would fill the disk of a build. */
    private void delete(EvidencePackage made) {
        try {
            Files.delete(folder.archive(made));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
