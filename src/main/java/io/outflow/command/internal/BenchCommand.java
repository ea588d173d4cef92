package io.outflow.command.internal;

import io.outflow.sample.BulkLogs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures reading, importing and answering on generated logs, and prints a table for docs/performance.md. */
@Command(
        name = "bench",
        description = {
            "Measures reading, importing and answering on generated logs of a million records, which takes some",
            "minutes and about 2 GB in the temporary folder. Commands run with -Xmx512m, as whole processes."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int RECORDS_A_FILE = 2_500;
    private static final int FILES = 400;
    private static final Duration PERIOD = Duration.ofDays(90);

    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "a tenth of the records; says less")
    private boolean quick;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "runs of each; medians count (default: ${DEFAULT-VALUE})")
    private int runs;

    private Path scratch;

    @SuppressWarnings("NullAway.Init") // picocli and call set the fields
    public BenchCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        scratch = Files.createTempDirectory("outflow-bench-");
        try {
            int files = quick ? FILES / 10 : FILES;
            BulkLogs trail = logs(1, files, 0.02);
            BulkLogs calls = logs(2, files, 1.0);
            spec.commandLine().getErr().println("Making logs ...");
            Path trailFolder = made(trail, "trail");
            Path callsFolder = made(calls, "calls");

            out.println("| %s records, %d cores, Java %s, medians of %d | seconds | spread | records/s |"
                    .formatted(
                            Table.grouped(trail.records()),
                            Runtime.getRuntime().availableProcessors(),
                            Runtime.version().feature(),
                            runs));
            out.println("|---|---|---|---|");
            reading("", trailFolder, trail.records(), out);
            reading(", calls only", callsFolder, calls.records(), out);
            row(out, "whole import of the trail, stored on H2", imports(trailFolder), trail.records());
            row(out, "whole import of calls only, stored on H2", imports(callsFolder), calls.records());
            out.println();
            answering(calls.records(), out);
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static BulkLogs logs(long seed, int files, double bedrock) {
        return new BulkLogs(seed, Instant.parse("2026-06-01T00:00:00Z"), PERIOD, files, RECORDS_A_FILE, bedrock);
    }

    private Path made(BulkLogs logs, String name) throws IOException {
        Path folder = scratch.resolve(name);
        logs.writeTo(folder);
        return folder;
    }

    /** Reading beside gzip in the same minute, turn by turn, because machines are not equally fast all day. */
    private void reading(String what, Path folder, long records, PrintWriter out)
            throws IOException, InterruptedException {
        boolean gzip = Files.isExecutable(Path.of("/usr/bin/gzip")) || Files.isExecutable(Path.of("/bin/gzip"));
        long[] scans = new long[runs];
        long[] unpacks = new long[runs];
        int cores = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < runs; i++) {
            if (gzip) {
                String script =
                        "find '%s' -type f -print0 | xargs -0 -n 8 -P %d gzip -dc >/dev/null".formatted(folder, cores);
                unpacks[i] =
                        ChildProcess.shell(scratch.resolve("gzip.log"), script).run();
            }
            scans[i] = outflow(scratch.resolve("no-home"), "scan", "--json", folder.toString())
                    .run();
        }
        if (gzip) {
            row(out, "`gzip -dc`, one process a core" + what, new Series(unpacks), records);
        }
        row(out, "`outflow scan`, start of the JVM included" + what, new Series(scans), records);
    }

    private Series imports(Path folder) throws IOException, InterruptedException {
        long[] times = new long[runs];
        for (int i = 0; i < runs; i++) {
            FileSystemUtils.deleteRecursively(home());
            times[i] = outflow(home(), "import", folder.toString()).run();
        }
        return new Series(times);
    }

    /** Asks the data folder that the last import left. */
    private void answering(long events, PrintWriter out) throws InterruptedException {
        Series answers = UsageQuestions.ask(application, home(), runs * 40);
        out.println("| questions of the usage screen, %s stored calls | p50 ms | p95 ms | slowest ms |"
                .formatted(Table.grouped(events)));
        out.println("|---|---|---|---|");
        out.println(String.format(
                Locale.ROOT,
                "| whole report, %d questions with changing filters | %.1f | %.1f | %.1f |",
                answers.nanoseconds().length,
                1000 * answers.seconds(0.5),
                1000 * answers.seconds(0.95),
                1000 * answers.seconds(1)));
        out.flush();
    }

    private Path home() {
        return scratch.resolve("home");
    }

    private ChildProcess outflow(Path home, String... arguments) {
        return ChildProcess.outflow(application, home, scratch.resolve("outflow.log"), arguments);
    }

    private static void row(PrintWriter out, String name, Series series, long records) {
        out.println(String.format(
                Locale.ROOT, "| %s | %.2f | %s | %s |", name, series.median(), series.spread(), Table.grouped((long)
                        (records / series.median()))));
        out.flush();
    }
}
