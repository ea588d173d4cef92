package io.outflow.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outflow.Outflow;
import io.outflow.sample.BulkLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UC-03: imports from a terminal, in a process of its own and through a running server. */
class UC03ImportByCommandIT {
    private static final BulkLogs LOGS =
            new BulkLogs(11, Instant.parse("2026-03-02T08:00:00Z"), Duration.ofHours(2), 6, 250, 0.2);

    @TempDir
    Path folder;

    private Path home;
    private Path logs;

    @BeforeEach
    void makeLogs() throws IOException {
        home = folder.resolve("home");
        logs = folder.resolve("logs");
        LOGS.writeTo(logs);
    }

    @Test
    void withoutAServerItImportsInItsOwnProcessAndASecondTimeTakesNothingTwice() throws Exception {
        Run first = outflow("import", logs.toString());

        assertThat(first.output()).contains("Importing into " + home, "Every record was taken");
        assertThat(first.code()).isZero();
        assertThat(numbers(first, "all")).startsWith(6L, LOGS.records()).endsWith(0L);

        Run second = outflow("import", logs.toString());

        assertThat(second.code()).isZero();
        assertThat(numbers(second, "imported before")).containsExactly(6L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void aRunningServerIsHandedThePathsAndADamagedFileIsNamed() throws Exception {
        Files.writeString(logs.resolve("broken.json"), "{\"Records\":[{\"eventVersion\":\"1.11\"");
        Process server = start(folder.resolve("server.log"), "serve", "--server.port=0");
        try {
            await().atMost(Duration.ofMinutes(4)).until(() -> {
                assertThat(server.isAlive())
                        .as(Files.readString(folder.resolve("server.log")))
                        .isTrue();
                return Files.exists(home.resolve("server.lock"));
            });

            Run run = outflow("import", logs.toString());

            assertThat(run.output())
                    .contains("A server runs on " + home, "broken.json")
                    .doesNotContain("Importing into");
            assertThat(run.code()).isEqualTo(1);
            assertThat(numbers(run, "done")).startsWith(6L, LOGS.records());
        } finally {
            server.destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(home.resolve("server.lock")).doesNotExist();
    }

    @Test
    void aPathThatIsNotThereStopsTheImportBeforeItBegins() throws Exception {
        Run run = outflow("import", logs.toString(), folder.resolve("nothing").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("There is no file or folder " + folder.resolve("nothing"));
        assertThat(home).doesNotExist();
    }

    /** The numbers of a row of the summary. */
    private static List<Long> numbers(Run run, String row) {
        String line = run.output()
                .lines()
                .filter(each -> each.matches(row + "\\s+[0-9].*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.output()));
        return List.of(line.substring(row.length()).strip().split("\\s+")).stream()
                .map(number -> Long.valueOf(number.replace(",", "")))
                .toList();
    }

    private Run outflow(String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = start(output, arguments);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    private Process start(Path output, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), Outflow.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OUTFLOW_"));
        builder.environment().put("OUTFLOW_HOME", home.toString());
        return builder.start();
    }

    private record Run(int code, String output) {}
}
