package io.outflow.command.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Starts the server. */
@Command(
        name = "serve",
        description = "Starts the server. Settings are environment variables; see docs/settings.md.",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    /** No exit code: the server's threads keep the process alive. */
    public static final int KEEPS_RUNNING = -1;

    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    @Unmatched
    private @Nullable List<String> springArguments;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        List<String> arguments = springArguments == null ? List.of() : springArguments;
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setLogStartupInfo(false);
        try {
            Environment settings = spring.run(arguments.toArray(String[]::new)).getEnvironment();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Outflow is ready at http://localhost:%s with its data in %s"
                    .formatted(settings.getProperty("local.server.port"), settings.getProperty("outflow.home")));
            out.flush();
        } catch (RuntimeException e) {
            // Spring has said in plain words why it cannot start, or has logged the fault.
            return 1;
        }
        return KEEPS_RUNNING;
    }
}
