package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.ScanReport.Calls;
import io.outflow.trail.ScanReport.ModelCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan of files and folders adds up to. */
class ScanReportTest {
    private static final String SONNET = "Claude Sonnet 4.5";

    @TempDir
    Path folder;

    private ScanReport report = scan(List.of());

    private static ScanReport scan(List<Path> paths) {
        return ScanReport.of(paths, Limits.STANDARD);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private ScanReport scan() {
        report = scan(List.of(folder));
        return report;
    }

    @AfterEach
    void everyRecordCountsOnce() {
        assertThat(report.records())
                .isEqualTo(report.calls().total()
                        + report.steps()
                        + report.governanceEvents()
                        + report.duplicates()
                        + report.joined()
                        + report.skipped()
                        + report.rejected());
        assertThat(report.channels().values().stream().mapToLong(Calls::total).sum())
                .isEqualTo(report.calls().total());
        assertThat(report.models().stream().mapToLong(m -> m.calls().total()).sum())
                .isEqualTo(report.calls().total());
    }

    @Test
    void addsUpCallsByOutcomeChannelAndModel() throws IOException {
        write(
                "one.json",
                Sample.records(
                        Sample.call(1),
                        Sample.call(2).replace("\"eventName\"", "\"errorCode\":\"AccessDenied\",\"eventName\""),
                        Sample.call(3).replace("\"eventName\"", "\"errorCode\":\"ThrottlingException\",\"eventName\""),
                        Sample.call(4).replace("anthropic.claude-sonnet-4-5-20250929-v1:0", "amazon.nova-pro-v1:0"),
                        Sample.other(5),
                        "{\"x\":1}"));
        write("two.json", Sample.records(Sample.call(6)));
        scan();

        assertThat(report.files()).isEqualTo(2);
        assertThat(report.records()).isEqualTo(7);
        assertThat(report.calls()).isEqualTo(new Calls(3, 1, 1));
        assertThat(report.channels()).isEqualTo(Map.of(Channel.BEDROCK_RUNTIME, new Calls(3, 1, 1)));
        assertThat(report.claude()).isEqualTo(Map.of(Claude.YES, new Calls(2, 1, 1), Claude.NO, new Calls(1, 0, 0)));
        assertThat(report.models().getFirst()).isEqualTo(new ModelCalls(SONNET, Claude.YES, new Calls(2, 1, 1)));
        assertThat(report.skipReasons()).isEqualTo(Map.of(SkipReason.OTHER_SERVICE, 1L));
        assertThat(report.rejectReasons()).isEqualTo(Map.of(BadRecord.Reason.UNKNOWN_KIND, 1L));
        assertThat(report.firstRejected().getFirst().file()).isEqualTo(folder.resolve("one.json"));
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void countsAnEventOnceHoweverOftenItArrives() throws IOException {
        write("a.json", Sample.records(Sample.call(1), Sample.call(2)));
        write("b.json", "{\"Events\":[" + Sample.lookupEvent(2) + "]}");
        write("c.json", Sample.records(Sample.call(2).replace("InvokeModel", "Converse")));
        scan();

        assertThat(report.calls().uses()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejectReasons()).isEqualTo(Map.of(BadRecord.Reason.CONFLICT, 1L));
    }

    @Test
    void countsTheTwoEvidencesOfAUseAsOneInEitherOrder() throws IOException {
        write("a.json", Sample.logLine(1) + "\n" + Sample.logLine(7));
        write("b.json", Sample.records(Sample.call(1), Sample.call(2)));
        write("c.json", Sample.logLine(2).replace("Converse", "InvokeModel"));
        scan();

        assertThat(report.calls().uses()).isEqualTo(3);
        assertThat(report.joined()).isEqualTo(2);
    }

    @Test
    void countsAnAgentsStepsOnlyWhereTheirEntryIsNotThere() throws IOException {
        String step = Sample.call(1)
                .replace("/worker", "/BedrockSession-AGENT12345")
                .replace(":worker", ":BedrockSession-AGENT12345")
                .replace(
                        "\"accountId\":\"111122223333\"}",
                        "\"accountId\":\"111122223333\",\"invokedBy\":\"bedrock.amazonaws.com\"}");
        write("a.json", Sample.records(step, step.replace("event-1", "event-2")));
        scan();
        assertThat(report.calls().uses()).isEqualTo(2);
        assertThat(report.steps()).isZero();

        String entry = Sample.call(3)
                .replace("InvokeModel", "InvokeAgent")
                .replace("\"modelId\":\"anthropic.claude-sonnet-4-5-20250929-v1:0\"", "\"agentId\":\"AGENT12345\"")
                .replace("\"Management\"", "\"Data\"");
        write("b.json", Sample.records(entry));
        scan();
        assertThat(report.calls().uses()).isEqualTo(1);
        assertThat(report.steps()).isEqualTo(2);
    }

    @Test
    void walksFoldersInOrderWithoutLinksAndHiddenFiles(@TempDir Path elsewhere) throws IOException {
        write("sub/b.json", "{");
        write("a.json", "{");
        write(".hidden.json", Sample.call(1));
        write(".git/x.json", Sample.call(2));
        Path linked = Files.writeString(elsewhere.resolve("linked.json"), Sample.call(3));
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Files.createSymbolicLink(folder.resolve("link.json"), linked);
        scan();

        assertThat(report.failures())
                .extracting(ScanReport.Failure::file)
                .containsExactly(folder.resolve("a.json"), folder.resolve("sub/b.json"));
        assertThat(report.records()).isEqualTo(2);

        report = scan(List.of(folder.resolve("link"), linked));
        assertThat(report.calls().uses()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
    }

    @Test
    void saysThatAPathIsNotThere() {
        report = scan(List.of(folder.resolve("gone")));
        assertThat(report.files()).isEqualTo(1);
        assertThat(report.failures().getFirst().sentence()).startsWith("There is no file or folder of this name");
    }

    @Test
    void listsTheFirstRejectedRecordsOnly() throws IOException {
        write("a.json", "{\"x\":1}\n".repeat(50));
        scan();
        assertThat(report.rejected()).isEqualTo(50);
        assertThat(report.firstRejected()).hasSize(ScanReport.SHOWN);
    }
}
