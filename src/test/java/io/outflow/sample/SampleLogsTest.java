package io.outflow.sample;

import static io.outflow.sample.Counted.AGENT_USES;
import static io.outflow.sample.Counted.CUT_FILES;
import static io.outflow.sample.Counted.DAMAGED;
import static io.outflow.sample.Counted.DENIED;
import static io.outflow.sample.Counted.FAILED;
import static io.outflow.sample.Counted.GOVERNANCE_EVENTS;
import static io.outflow.sample.Counted.JOINED_LINES;
import static io.outflow.sample.Counted.MANTLE_USES;
import static io.outflow.sample.Counted.PLATFORM_USES;
import static io.outflow.sample.Counted.REDELIVERED;
import static io.outflow.sample.Counted.RUNTIME_USES;
import static io.outflow.sample.Counted.STEPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.Grade;
import io.outflow.trail.Limits;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Reading;
import io.outflow.trail.ScanReport;
import io.outflow.trail.SkipReason;
import io.outflow.trail.TrailReader;
import io.outflow.trail.TrailSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLogsTest {
    private static final Instant UNTIL = Instant.parse("2026-03-20T15:30:00Z");
    private static final SampleLogs LOGS = new SampleLogs(7, UNTIL, 20, 400, true);

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedGivesOthers() throws Exception {
        var few = new SampleLogs(1, UNTIL, 3, 100, true);
        few.writeTo(folder.resolve("a"));
        few.writeTo(folder.resolve("b"));
        new SampleLogs(2, UNTIL, 3, 100, true).writeTo(folder.resolve("c"));

        assertThat(checksums("b")).isEqualTo(checksums("a")).hasSizeGreaterThan(20);
        assertThat(checksums("c").keySet()).isNotEqualTo(checksums("a").keySet());
    }

    @Test
    void theReaderFindsWhatTheGeneratorCounted() throws Exception {
        Map<Counted, Long> written = LOGS.writeTo(folder);

        ScanReport read = ScanReport.of(List.of(folder), Limits.STANDARD);

        assertThat(uses(read, Channel.BEDROCK_RUNTIME)).isEqualTo(written.get(RUNTIME_USES));
        assertThat(uses(read, Channel.BEDROCK_AGENTS)).isEqualTo(written.get(AGENT_USES));
        assertThat(uses(read, Channel.BEDROCK_MANTLE)).isEqualTo(written.get(MANTLE_USES));
        assertThat(uses(read, Channel.CLAUDE_PLATFORM)).isEqualTo(written.get(PLATFORM_USES));
        assertThat(read.calls().denied()).isEqualTo(written.get(DENIED));
        assertThat(read.calls().failed()).isEqualTo(written.get(FAILED));
        assertThat(read.governanceEvents()).isEqualTo(written.get(GOVERNANCE_EVENTS));
        assertThat(read.joined()).isEqualTo(written.get(JOINED_LINES));
        assertThat(read.duplicates()).isEqualTo(written.get(REDELIVERED));
        // A file that ends too early ends in the middle of one more record.
        assertThat(read.rejected()).isEqualTo(count(written, DAMAGED) + count(written, CUT_FILES));
        assertThat(written)
                .allSatisfy(
                        (counted, count) -> assertThat(count).as(counted.name()).isPositive());
    }

    @Test
    void stepsOfAgentsAreCountedWithinTheAnswersThatTheRecordsShow() throws Exception {
        Map<Counted, Long> written = LOGS.writeTo(folder);

        ScanReport read = ScanReport.of(List.of(folder), Limits.STANDARD);

        assertThat(read.steps()).isEqualTo(written.get(STEPS));
    }

    @Test
    void everyChannelGradeAndKindOfCallerIsThereAndSubjectsAreFew() throws Exception {
        LOGS.writeTo(folder);

        var readings = readings();

        var calls = readings.stream()
                .filter(ModelCall.class::isInstance)
                .map(ModelCall.class::cast)
                .toList();
        assertThat(calls.stream().map(ModelCall::channel).distinct()).containsExactlyInAnyOrder(Channel.values());
        assertThat(calls.stream().map(call -> call.caller().grade()).distinct())
                .contains(Grade.NAMED, Grade.CLAIMED, Grade.ROLE_ONLY, Grade.SHARED_KEY, Grade.SERVICE);
        assertThat(calls.stream().map(call -> call.caller().kind()).distinct())
                .contains(
                        CallerKind.PERSON,
                        CallerKind.ROLE,
                        CallerKind.WORKLOAD,
                        CallerKind.SERVICE,
                        CallerKind.API_KEY);
        assertThat(calls).anyMatch(ModelCall::viaVpcEndpoint).anyMatch(call -> call.inferenceRegion() != null);
        assertThat(calls).anyMatch(call -> call.metadata().containsKey("data-class"));
        assertThat(calls).anyMatch(call -> call.tokens().cacheRead() != null);
        assertThat(calls.stream()
                        .map(call -> List.of(
                                call.key().account(),
                                call.caller(),
                                call.channel(),
                                call.operation(),
                                call.model(),
                                call.sourceRegion(),
                                String.valueOf(call.inferenceRegion()),
                                call.metadata()))
                        .distinct()
                        .count())
                .isLessThan(600);
        assertThat(readings.stream().filter(GovernanceEvent.class::isInstance)).isNotEmpty();
        assertThat(readings)
                .allSatisfy(reading -> assertThat(reading.key().time()).isBefore(UNTIL));
    }

    @Test
    void noMadeUpPromptComesThroughTheReader() throws Exception {
        LOGS.writeTo(folder);

        assertThat(readings()).allSatisfy(reading -> assertThat(new String(reading.original(), StandardCharsets.UTF_8))
                .doesNotContain("made-up text"));
    }

    @Test
    void bulkLogsHoldTheShareOfCallsThatWasAsked() throws Exception {
        var bulk = new BulkLogs(3, UNTIL, Duration.ofDays(1), 8, 500, 0.1);
        bulk.writeTo(folder.resolve("a"));
        bulk.writeTo(folder.resolve("b"));

        ScanReport read = ScanReport.of(List.of(folder.resolve("a")), Limits.STANDARD);

        assertThat(checksums("a")).isEqualTo(checksums("b")).hasSize(8);
        assertThat(read.records()).isEqualTo(bulk.records()).isEqualTo(4_000);
        assertThat(read.rejected()).isZero();
        assertThat(read.calls().total()).isBetween(300L, 500L);
    }

    private List<Reading> readings() throws IOException {
        var readings = new ArrayList<Reading>();
        for (Path file : filesIn(folder)) {
            new TrailReader(Limits.STANDARD).read(file, new TrailSink() {
                @Override
                public void kept(Reading reading) {
                    readings.add(reading);
                }

                @Override
                public void skipped(int recordNo, SkipReason reason) {}

                @Override
                public void rejected(BadRecord bad) {}

                @Override
                public void covered(Coverage coverage) {}

                @Override
                public boolean progress(long rawBytes) {
                    return true;
                }
            });
        }
        return readings;
    }

    private static long uses(ScanReport read, Channel channel) {
        return Objects.requireNonNull(read.channels().get(channel)).uses();
    }

    private static long count(Map<Counted, Long> written, Counted counted) {
        return Objects.requireNonNull(written.get(counted));
    }

    private Map<String, Long> checksums(String name) throws IOException {
        var sums = new TreeMap<String, Long>();
        Path start = folder.resolve(name);
        for (Path file : filesIn(start)) {
            var sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            sums.put(start.relativize(file).toString(), sum.getValue());
        }
        return sums;
    }

    private static List<Path> filesIn(Path start) throws IOException {
        try (var files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }
}
