package io.outflow.usage.internal.answers;

import static io.outflow.testing.Calls.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.Decision;
import io.outflow.classification.Detector;
import io.outflow.classification.Provenance;
import io.outflow.classification.internal.detect.TextScan;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Coverage;
import io.outflow.trail.Detection;
import io.outflow.trail.Limits;
import io.outflow.trail.Reading;
import io.outflow.trail.SkipReason;
import io.outflow.trail.TextFindings.Seen;
import io.outflow.trail.TrailReader;
import io.outflow.trail.TrailSink;
import io.outflow.usage.Invocation;
import io.outflow.usage.Unproven;
import io.outflow.usage.Usage.Call;
import io.outflow.usage.Usage.CallDetails;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.internal.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a log file with prompts to what the screens say of their content, on both databases. */
class UC25SeeWhatWasFoundInContentTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final UsageFilter ALL = UsageFilter.period(TIME.minusSeconds(86_400), TIME.plusSeconds(86_400));
    private static final String MAIL_AND_KEY = "Write to anna.muster@example.com with AKIAIOSFODNN7EXAMPLE";

    @TempDir
    Path folder;

    private final class Shop implements AutoCloseable {
        final TestStore store;
        final Fixture fixture;
        final UsageAnswers usage;
        final JdbcClient jdbc;

        Shop(Database database) {
            store = new TestStore(database);
            fixture = new Fixture(store.table());
            store.followedBy(fixture.columns);
            jdbc = JdbcClient.create(store.source);
            usage = over(fixture);
        }

        UsageAnswers over(Fixture columns) {
            return new UsageAnswers(
                    columns.columns,
                    new ColumnLoader(columns.columns, jdbc, Fixture.NOTHING_SAVED),
                    new ColumnWatch(columns.columns, Clock.systemUTC()),
                    new StoredCalls(jdbc, new JdbcTemplate(store.source)),
                    new Evidences(jdbc),
                    new StoredGovernance(jdbc, Fixture.OPEN),
                    new Detections(jdbc),
                    Fixture.OPEN,
                    new StaticListableBeanFactory().getBeanProvider(Unproven.class));
        }

        Call only() {
            var page = usage.calls(ALL, 0, 10);
            assertThat(page.total()).isEqualTo(1);
            return page.items().getFirst();
        }

        CallDetails details() {
            return usage.call(only().id()).orElseThrow();
        }

        long rows(String table) {
            return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @OnBothDatabases
    void aCallCountsUnderTheHighestClassThatIsKnownOfIt(Database database) throws IOException {
        try (var t = new Shop(database)) {
            t.store.save(1, lines(line("r1", MAIL_AND_KEY)));

            assertThat(t.only().decision()).isEqualTo(new Decision("CREDENTIALS", Provenance.DETECTED, 0, 0));
            assertThat(t.only().declared()).isEqualTo(Decision.UNKNOWN);
            assertThat(t.only().detectedClass()).isEqualTo("CREDENTIALS");
            assertThat(t.details().seen()).isEqualTo(Seen.WHOLE);
            assertThat(t.details().detections())
                    .containsExactly(new Detection("AWS_KEY", "CREDENTIALS", 1), new Detection("EMAIL", "PERSONAL", 1));

            t.fixture.rules(facts -> Fixture.declared("PUBLIC", 1));
            assertThat(t.only().decision().provenance()).isEqualTo(Provenance.DETECTED);
            assertThat(t.only().declared().dataClass()).isEqualTo("PUBLIC");

            t.fixture.rules(facts -> Fixture.declared("CREDENTIALS", 1));
            assertThat(t.only().decision()).isEqualTo(Fixture.declared("CREDENTIALS", 1));
        }
    }

    @OnBothDatabases
    void aChangedRankDecidesAnewWhatWasFoundBefore(Database database) throws IOException {
        try (var t = new Shop(database)) {
            t.store.save(1, lines(line("r1", MAIL_AND_KEY)));

            t.fixture.ranks(List.of("CREDENTIALS", "PERSONAL"));

            assertThat(t.only().decision().dataClass()).isEqualTo("PERSONAL");
            assertThat(t.usage.report(ALL).flows()).singleElement().satisfies(flow -> assertThat(flow.dataClass())
                    .isEqualTo("PERSONAL"));
        }
    }

    @OnBothDatabases
    void filterAndSumsKnowWhatWasDeclaredAndWhatWasFound(Database database) throws IOException {
        try (var t = new Shop(database)) {
            t.fixture.rules(facts -> Fixture.declared("PUBLIC", 1));
            t.store.save(1, lines(line("r1", MAIL_AND_KEY), line("r2", "What is the weather?")));

            var groups = t.usage.group(ALL, List.of(Dimension.DECLARED_CLASS, Dimension.DETECTED_CLASS));

            assertThat(groups)
                    .extracting(group -> group.values().get(Dimension.DECLARED_CLASS) + " "
                            + group.values().get(Dimension.DETECTED_CLASS) + " " + group.calls())
                    .containsExactlyInAnyOrder("PUBLIC CREDENTIALS 1", "PUBLIC null 1");
            var detected = only(Set.of(Provenance.DETECTED));
            assertThat(t.usage.report(detected).calls()).isEqualTo(1);
            assertThat(t.usage.calls(detected, 0, 10).items())
                    .singleElement()
                    .satisfies(call -> assertThat(call.requestId()).isEqualTo("r1"));
            assertThat(t.usage.report(ALL).options().provenances()).containsEntry(Provenance.DETECTED, 1L);
        }
    }

    @OnBothDatabases
    void whatWasFoundStaysWhenTheRecordOfTheCallComes(Database database) throws IOException {
        try (var t = new Shop(database)) {
            var line = lines(line("r1", MAIL_AND_KEY));
            var record = record("e1", TIME.plusSeconds(1), "r1");

            t.store.save(1, line);
            t.store.save(2, List.of(record));

            assertThat(t.only().contentLogOnly()).isFalse();
            assertThat(t.only().decision().dataClass()).isEqualTo("CREDENTIALS");
            assertThat(t.details().detections()).hasSize(2);
            assertThat(t.details().seen()).isEqualTo(Seen.WHOLE);

            var restarted = new Fixture(t.store.table());
            new ColumnLoader(restarted.columns, t.jdbc, Fixture.NOTHING_SAVED).load();
            assertThat(t.over(restarted).calls(ALL, 0, 10).items())
                    .singleElement()
                    .satisfies(call -> assertThat(call.detectedClass()).isEqualTo("CREDENTIALS"));
        }
    }

    @OnBothDatabases
    void aLogThatIsImportedAgainFindsNothingTwice(Database database) throws IOException {
        try (var t = new Shop(database)) {
            t.store.save(1, lines(line("r1", MAIL_AND_KEY)));
            var outcome = t.store.save(2, lines(line("r1", MAIL_AND_KEY)));

            assertThat(outcome.duplicates()).isEqualTo(1);
            assertThat(t.rows("detection")).isEqualTo(2);
            assertThat(t.details().detections()).hasSize(2);
        }
    }

    @OnBothDatabases
    void noTextIsNotTheSameAsNothingFound(Database database) throws IOException {
        try (var t = new Shop(database)) {
            t.store.save(1, List.of(record("e1", TIME, "r9")));
            assertThat(t.details().seen()).isEqualTo(Seen.NOTHING);
            assertThat(t.only().textSeen()).isFalse();

            t.store.save(2, lines(line("r9", "What is the weather?")));
            assertThat(t.details().seen()).isEqualTo(Seen.WHOLE);
            assertThat(t.only().textSeen()).isTrue();
            assertThat(t.only().decision()).isEqualTo(Decision.UNKNOWN);
            var flat = Invocation.of(t.only());
            assertThat(Invocation.names()).endsWith("declaredClass", "detectedClass", "textSeen");
            assertThat(flat.values()).endsWith("UNKNOWN", null, true);
        }
    }

    @OnBothDatabases
    void noWordOfAPromptIsStored(Database database) throws IOException {
        try (var t = new Shop(database)) {
            t.store.save(1, lines(line("r1", MAIL_AND_KEY)));

            for (var table : List.of("invocation", "log_line", "detection", "subject")) {
                var stored = new JdbcTemplate(t.store.source)
                        .queryForList("SELECT * FROM " + table)
                        .toString();
                assertThat(stored).doesNotContain("anna").doesNotContain("AKIA").doesNotContain("Write to");
            }
            assertThat(t.details().evidence()).allSatisfy(record -> assertThat(
                            new String(record.original(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("anna")
                    .doesNotContain("AKIA"));
        }
    }

    private static UsageFilter only(Set<Provenance> provenances) {
        return new UsageFilter(
                ALL.from(),
                ALL.to(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                provenances,
                Set.of(),
                Set.of());
    }

    private static String line(String requestId, String prompt) {
        return """
                {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"%s","accountId":"111122223333",\
                "region":"eu-central-1","requestId":"%s","operation":"Converse",\
                "modelId":"anthropic.claude-sonnet-4-5-20250929-v1:0","identity":{"arn":"arn:aws:iam::111122223333:user/ana"},\
                "input":{"inputBodyJson":{"messages":[{"role":"user","content":[{"text":"%s"}]}]},"inputTokenCount":3},\
                "output":{"outputBodyJson":{"output":{"message":{"content":[{"text":"Done."}]}}},"outputTokenCount":1}}
                """.formatted(TIME, requestId, prompt);
    }

    /** Reads lines from a file as an import does, with all detectors. */
    private List<Reading> lines(String... lines) throws IOException {
        var file = Files.writeString(folder.resolve("log.json"), String.join("", lines));
        var classes = Arrays.stream(Detector.values()).collect(Collectors.toMap(one -> one, Detector::dataClass));
        var readings = new ArrayList<Reading>();
        new TrailReader(Limits.STANDARD, () -> new TextScan(classes)).read(file, new TrailSink() {
            @Override
            public void kept(Reading reading) {
                readings.add(reading);
            }

            @Override
            public void skipped(int recordNo, SkipReason reason) {
                throw new AssertionError(reason);
            }

            @Override
            public void rejected(BadRecord bad) {
                throw new AssertionError(bad);
            }

            @Override
            public void covered(Coverage coverage) {}

            @Override
            public boolean progress(long rawBytes) {
                return true;
            }
        });
        assertThat(readings).hasSize(lines.length);
        return readings;
    }
}
