package io.outflow.command.internal;

import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files and folders from the terminal. */
@Command(
        name = "import",
        description = {
            "Imports files and folders. A server that runs on the same OUTFLOW_HOME does the work;",
            "without one this process does it."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every record was taken, 1 something was set aside, failed or was cancelled, 2 wrong usage."
        })
public final class ImportCommand implements Callable<Integer> {
    private static final long BETWEEN_LOOKS = 50;

    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders")
    private List<Path> paths;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public ImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Path> absolute =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        for (Path path : absolute) {
            if (!Files.exists(path)) {
                err.println("There is no file or folder " + Table.printable(path.toString())
                        + ". Nothing was imported; check the path.");
                return 2;
            }
        }
        Path home = DataFolder.fromEnvironment();
        try (ImportWork work = workOn(home, err)) {
            long id = work.start(absolute);
            var leaving = new Thread(() -> err.println(work.afterwards()));
            Runtime.getRuntime().addShutdownHook(leaving);
            ImportRun run = follow(work, id, err);
            Runtime.getRuntime().removeShutdownHook(leaving);
            List<ImportFile> files = work.files(id);
            new ImportSummary(run, files).print(out);
            out.flush();
            return run.state() == RunState.DONE ? 0 : 1;
        }
    }

    private ImportWork workOn(Path home, PrintWriter err) {
        var server = RunningServer.on(home);
        if (server.isPresent()) {
            err.println("A server runs on " + home + "; it does the import.");
            return server.get();
        }
        err.println("Importing into " + home + " ...");
        return new OwnProcess(application, home);
    }

    private static ImportRun follow(ImportWork work, long id, PrintWriter err) throws InterruptedException {
        try (var progress = ImportProgress.on(err)) {
            while (true) {
                ImportRun run = work.run(id);
                progress.show(run);
                if (run.state() != RunState.RUNNING) {
                    return run;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }
}
