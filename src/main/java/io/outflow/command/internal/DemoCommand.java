package io.outflow.command.internal;

import io.outflow.access.Acting;
import io.outflow.access.People;
import io.outflow.catalogue.Catalogue;
import io.outflow.classification.Rules;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.sample.SampleDigests;
import io.outflow.sample.SampleLogs;
import io.outflow.trail.KeyFiles;
import io.outflow.vendors.Register;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server on a throw-away data folder, with sample people and sample logs. */
@Command(
        name = "demo",
        description = {
            "Starts a server with sample people of every role, a sample register and a quarter of sample logs, marked as",
            "sample on every page. Its data folder is new, lies in the temporary folder and is removed when it stops."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;

    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the sample logs (default: ${DEFAULT-VALUE})")
    private long seed;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("outflow-demo-");
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(home.toFile()));
        String password = password();
        PrintWriter out = spec.commandLine().getOut();

        out.println("Making sample logs ...");
        out.flush();
        Path logs = home.resolve("sample-logs");
        Instant now = Instant.now();
        SampleLogs.quarter(seed, now).writeTo(logs);
        new SampleDigests(now).addTo(logs, home.resolve(KeyFiles.FOLDER));
        ConfigurableApplicationContext context = start(home, password);
        Imports imports = context.getBean(Imports.class);
        long run = Acting.asOutflow(() -> {
            SampleCompany.add(context.getBean(People.class), password);
            SampleCompany.add(context.getBean(Rules.class));
            new SampleRegister(context.getBean(Register.class), context.getBean(Catalogue.class), now).add();
            return imports.startPaths("SAMPLE", List.of(logs));
        });

        out.println();
        out.println(
                "The demo runs at http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        out.println("Sign in as " + SampleCompany.ADMINISTRATOR + ", "
                + String.join(", ", SampleCompany.people().keySet()) + "; the password of each is " + password);
        out.println("Everything in it is made up and goes away when it stops (Ctrl-C).");
        out.flush();
        report(follow(imports, run), out);
        return ServeCommand.KEEPS_RUNNING;
    }

    private ConfigurableApplicationContext start(Path home, String password) {
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setLogStartupInfo(false);
        // As arguments these win over the environment, so that a demo never touches a real database.
        return spring.run(
                "--outflow.home=" + home,
                "--outflow.sample=true",
                "--outflow.admin-password=" + password,
                "--server.port=" + port(),
                "--spring.datasource.url=jdbc:h2:file:" + home.resolve("data").resolve("outflow")
                        + ";WRITE_DELAY=2000;DB_CLOSE_ON_EXIT=FALSE",
                "--spring.datasource.username=outflow",
                "--spring.datasource.password=");
    }

    private static Optional<ImportRun> follow(Imports imports, long id) throws InterruptedException {
        while (true) {
            Optional<ImportRun> run = Acting.asOutflow(() -> imports.run(id));
            if (run.isEmpty() || run.get().state() != RunState.RUNNING) {
                return run;
            }
            Thread.sleep(500);
        }
    }

    private static void report(Optional<ImportRun> run, PrintWriter out) {
        run.ifPresent(
                ended -> out.println("The sample logs are in: %s records of %s files; %s were set aside, as planned."
                        .formatted(
                                Table.grouped(ended.totals().read()),
                                Table.grouped(ended.files()),
                                Table.grouped(ended.totals().quarantined()))));
        out.flush();
    }

    /** SERVER_PORT where it is set, else the usual port, else any that is free. */
    private static String port() {
        String asked = System.getenv("SERVER_PORT");
        if (asked != null && !asked.isBlank()) {
            return asked;
        }
        try (var usual = new ServerSocket(USUAL_PORT)) {
            return Integer.toString(usual.getLocalPort());
        } catch (IOException e) {
            return "0";
        }
    }

    private static String password() {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }
}
