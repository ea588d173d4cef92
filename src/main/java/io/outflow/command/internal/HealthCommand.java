package io.outflow.command.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a server on this machine whether it is well; container engines call this, so the image needs no other program. */
@Command(
        name = "health",
        hidden = true,
        description = "Asks the server on this machine whether it is well. Exit code 0 when it is, else 1.",
        mixinStandardHelpOptions = true)
public final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "${env:SERVER_PORT:-8080}", description = "port of the server")
    private int port;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    HealthCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/actuator/health");
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            spec.commandLine().getOut().println(status == 200 ? "The server is well." : "The server is not well.");
            return status == 200 ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println("No server answers at port " + port + ".");
            return 1;
        }
    }
}
