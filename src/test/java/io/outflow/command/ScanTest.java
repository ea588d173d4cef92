package io.outflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.sample.BulkLogs;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanTest {
    private static final BulkLogs LOGS =
            new BulkLogs(4, Instant.parse("2026-03-02T08:00:00Z"), Duration.ofHours(1), 3, 200, 0.3);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeLogs() throws IOException {
        LOGS.writeTo(folder);
    }

    @Test
    void saysInTablesWhatIsInTheFilesAndEndsWithZero() {
        assertThat(run("scan", folder.toString())).isZero();

        assertThat(out.toString())
                .contains(
                        "Read 600 records in 3 files",
                        "Calls by channel",
                        "Bedrock runtime",
                        "Calls by model",
                        "Claude")
                .contains("Skipped: another AWS service, not a model call");
    }

    @Test
    void theJsonAddsUpToTheRecords() {
        assertThat(run("scan", "--json", folder.toString())).isZero();

        JsonNode report = new JsonMapper().readTree(out.toString());
        long calls = sum(report.get("calls"));
        assertThat(report.get("records").asLong()).isEqualTo(LOGS.records());
        assertThat(calls).isPositive();
        assertThat(calls
                        + report.get("steps").asLong()
                        + report.get("governanceEvents").asLong()
                        + report.get("duplicates").asLong()
                        + report.get("joined").asLong()
                        + report.get("skipped").asLong()
                        + report.get("unreadable").asLong())
                .isEqualTo(LOGS.records());
        assertThat(report.get("models").valueStream().mapToLong(ScanTest::sum).sum())
                .isEqualTo(calls);
        assertThat(report.get("failedFiles")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedAndEndsWithOne() throws IOException {
        Files.writeString(folder.resolve("cut.json"), "{\"Records\":[{\"eventVersion\":\"1.11\",");

        assertThat(run("scan", folder.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("cut.json", "1 file could not be read to the end.");
    }

    @Test
    void aMissingPathEndsWithOneAndAMissingArgumentWithTwo() {
        assertThat(run("scan", folder.resolve("nothing").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("There is no file or folder of this name");

        assertThat(run("scan")).isEqualTo(2);
        assertThat(err.toString()).contains("Try: outflow scan --help");
    }

    @Test
    void aScanNeedsNoMoreLibrariesThanTheLauncherGivesIt() throws Exception {
        String few = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("classes") && !entry.contains("test-classes")
                        || entry.matches(
                                ".*/(picocli|jackson-core-3|jackson-databind-3|jackson-annotations-)[^/]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Path report = folder.resolveSibling("report-" + folder.getFileName());
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                few,
                OutflowCommand.class.getName(),
                "scan",
                "--json",
                folder.toString());

        int code = command.redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start()
                .waitFor();

        String said = Files.readString(report);
        Files.delete(report);
        assertThat(code).as(said).isZero();
        assertThat(new JsonMapper().readTree(said).get("records").asLong()).isEqualTo(LOGS.records());
    }

    @Test
    void theLauncherNamesEveryCommandThatTheProgramOffers() throws IOException {
        run("--help");

        String launcher = Files.readString(Path.of("outflow"));
        assertThat(out.toString()
                        .lines()
                        .filter(line -> line.matches(" {2}[a-z-]+ {2,}.*"))
                        .map(line -> line.strip().split(" ")[0]))
                .contains("import", "scan", "verify-trail", "demo", "bench")
                .filteredOn(command -> !command.equals("serve"))
                .allSatisfy(command -> assertThat(launcher).contains("./outflow " + command));
    }

    private int run(String... arguments) {
        return OutflowCommand.run(ScanTest.class, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static long sum(JsonNode calls) {
        return calls.get("uses").asLong()
                + calls.get("denied").asLong()
                + calls.get("failed").asLong();
    }
}
