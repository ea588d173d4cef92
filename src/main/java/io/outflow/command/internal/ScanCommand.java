package io.outflow.command.internal;

import io.outflow.trail.Limits;
import io.outflow.trail.ScanReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files and says what is in them. Starts no server, opens no database, stores nothing. */
@Command(
        name = "scan",
        description = "Reads files and folders and says what is in them, without storing anything.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 everything was read, 1 something could not be read, 2 wrong usage."})
public final class ScanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders")
    private List<Path> paths;

    @Option(names = "--json", description = "print one JSON object instead of tables")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    ScanCommand() {}

    @Override
    public Integer call() {
        long started = System.nanoTime();
        ScanReport report = ScanReport.of(paths, Limits.STANDARD);
        var out = spec.commandLine().getOut();
        if (json) {
            ScanJson.print(report, out);
        } else {
            new ScanText(report, out).print(System.nanoTime() - started);
        }
        out.flush();
        return report.failures().isEmpty() && report.rejected() == 0 && report.files() > 0 ? 0 : 1;
    }
}
