package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.evidence.Missing;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Gaps;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.sample.SampleLogs;
import io.outflow.usage.Usage;
import io.outflow.vendors.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gaps, coverage, answers of AWS and finds of detectors in packages, as the application has them. */
@OutflowTest
class UC60FindingsTest {

    private static final Instant END = Instant.parse("2018-05-20T12:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2018, 5, 20);
    private static final LocalDate FIRST = LAST.minusDays(5);
    private static final Set<Part> PARTS = Set.of(Part.GAPS, Part.LOGS, Part.POSTURE, Part.USAGE);

    @Autowired
    GapsArtefact gapsArtefact;

    @Autowired
    LogsArtefact logs;

    @Autowired
    DigestsArtefact digests;

    @Autowired
    DetectionsArtefact detections;

    @Autowired
    PostureArtefact posture;

    @Autowired
    Imports imports;

    @Autowired
    Gaps gaps;

    @Autowired
    Usage usage;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path temp;

    @BeforeEach
    void logsAreRead() throws IOException {
        var folder = Files.createDirectory(temp.resolve("logs"));
        new SampleLogs(23, END, 5, 40, true).writeTo(folder);
        var run = Acting.asOutflow(() -> imports.startPaths("COMMAND", List.of(folder)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> Acting.asOutflow(
                        () -> imports.run(run).orElseThrow().state() != RunState.RUNNING && usage.counted() >= 1));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> Acting.asOutflow(() -> gaps.list().stream().anyMatch(UC60FindingsTest::ofThePeriod)));
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void gapsAreThereWithTheirFiguresHandlingAndCallersThatNobodyCanRead() throws IOException {
        As.role(Role.CISO);
        var gap = gaps.list().stream()
                .filter(UC60FindingsTest::ofThePeriod)
                .findFirst()
                .orElseThrow();
        var before = Instant.now();
        gaps.handle(gap.number(), gap.version(), new GapStep.Remark("Asked the team"));

        var after = written(gapsArtefact, scope(Instant.now(), Set.of()));
        var earlier = written(gapsArtefact, scope(before, Set.of()));

        var row = rows(after, "gaps").stream()
                .filter(one -> one.path("gap").asString().equals(gap.name()))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("sentence").asString()).isNotBlank();
        assertThat(row.path("periods").isArray()).isTrue();
        assertThat(row.path("state").asString()).isEqualTo(gap.state().name());
        assertThat(rows(after, "gap-events"))
                .anySatisfy(event -> assertThat(event.path("text").asString()).isEqualTo("Asked the team"));
        assertThat(rows(earlier, "gap-events"))
                .as("what was done after the moment is not in it")
                .noneMatch(event -> event.path("text").asString().equals("Asked the team")
                        && event.path("gap").asString().equals(gap.name()));
        assertThat(rows(after, "gap-calls"))
                .isNotEmpty()
                .filteredOn(call -> call.path("callerKind").asString().equals("PERSON"))
                .allSatisfy(call -> assertThat(call.path("caller").asString()).startsWith("Person "));
    }

    @Test
    void gapsOfOtherAccountsAreLeftOutAndSaidToBe() throws IOException {
        Acting.asOutflow(() -> {
            var scope = scope(Instant.now(), Set.of("999999999999"));

            assertThat(gapsArtefact.plan(scope).getLast().rows()).isZero();
            assertThat(gapsArtefact.missing(scope)).anySatisfy(one -> {
                assertThat(one.kind()).isEqualTo(Missing.Kind.NOT_ASKED);
                assertThat(one.why()).contains("other products or accounts");
            });
        });
    }

    @Test
    void coverageHasEachDayOfEachPlaceWithAReason() throws IOException {
        As.role(Role.CISO);
        var scope = scope(Instant.now(), Set.of());
        var bag = written(logs, scope);

        var rows = rows(bag, "coverage");
        assertThat(rows).hasSize((int) logs.plan(scope).getLast().rows());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("reason").asString()).isNotBlank());
        assertThat(rows).extracting(row -> row.path("state").asString()).contains("COVERED");
        assertThat(written(digests, scope).has("data/records/digest-gaps.jsonl"))
                .isTrue();
    }

    @Test
    void findsOfDetectorsAndClassesAddUpToTheCalls() throws IOException {
        As.role(Role.CISO);
        var scope = scope(Instant.now(), Set.of());
        var bag = written(detections, scope);

        assertThat(rows(bag, "detected-classes").stream()
                        .mapToLong(row -> row.path("calls").asLong())
                        .sum())
                .isEqualTo(usage.report(scope.usage()).calls())
                .isPositive();
        assertThat(rows(bag, "detectors")).isNotEmpty();
    }

    @Test
    void answersOfAwsAreThereAndUsersOfKeysAreMasked() throws IOException {
        As.role(Role.CISO);
        jdbc.sql("INSERT INTO posture_observation (source_id, account, region, question, outcome, answer, seen_from,"
                        + " seen_until) VALUES (1, '701000000009', 'global', 'API_KEYS', 'SEEN', ?, ?, ?)")
                .params(
                        "[{\"id\":\"K1\",\"user\":\"jane.roe\",\"service\":\"bedrock.amazonaws.com\",\"status\":\"Active\"}]",
                        OwnCounts.utc(END.minusSeconds(60)),
                        OwnCounts.utc(Instant.now().plusSeconds(600)))
                .update();
        try {
            var asOf = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            var row = rows(written(posture, scope(asOf, Set.of("701000000009"))), "posture")
                    .getFirst();

            assertThat(row.toString())
                    .doesNotContain("jane.roe")
                    .contains("Person ")
                    .contains("K1");
            assertThat(row.path("seen_until").asString())
                    .as("a package does not know what comes after its moment")
                    .isEqualTo(asOf.toString());
        } finally {
            jdbc.sql("DELETE FROM posture_observation WHERE account = '701000000009'")
                    .update();
        }
    }

    @Test
    void whereAwsWasNotAskedItsSettingsAreUnknown() {
        As.role(Role.CISO);

        assertThat(posture.missing(scope(Instant.now(), Set.of("999999999999"))))
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("unknown"));
    }

    private static boolean ofThePeriod(Gap gap) {
        var first = gap.finding().figures().first();
        return gap.state().waits() && !gap.finding().rows().isEmpty() && first != null && first.isBefore(END);
    }

    private BagWriter written(Artefact artefact, Scope scope) throws IOException {
        var name = UUID.randomUUID().toString();
        var bag = new BagWriter(Files.createDirectory(temp.resolve(name)));
        try (var book = new Workbooks(temp.resolve(name + ".xlsx"))) {
            // It refuses by itself when what it wrote is not what a count of its own gives.
            artefact.write(scope, new Records(bag, book, rows -> {}));
        }
        folders.put(bag, temp.resolve(name));
        return bag;
    }

    private final java.util.Map<BagWriter, Path> folders = new java.util.HashMap<>();

    private List<JsonNode> rows(BagWriter bag, String table) throws IOException {
        var file = java.util.Objects.requireNonNull(folders.get(bag)).resolve("data/records/" + table + ".jsonl");
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .<JsonNode>map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static Scope scope(Instant asOf, Set<String> accounts) {
        var request = new PackageRequest("x", "", Set.of(), accounts, FIRST, LAST, asOf, Set.of(), PARTS, false, "");
        return new Scope(request, asOf, new Snapshot(List.of()));
    }
}
