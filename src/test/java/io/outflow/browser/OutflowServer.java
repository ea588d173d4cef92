package io.outflow.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The packaged jar as a process of its own, with an empty data folder and a free port; stopped after the test class. */
final class OutflowServer implements BeforeAllCallback, AfterAllCallback {
    static final String PASSWORD = "violet anchor sleeps";

    private static final Duration START = Duration.ofMinutes(4);
    private static final Path FOLDER = Path.of("target", "browser-tests");

    private final boolean withAdministrator;
    private final Map<String, String> settings;
    private String heap = "512m";
    private Path home = FOLDER;
    private Path console = FOLDER;
    private int port;
    private Process process;

    private OutflowServer(boolean withAdministrator, Map<String, String> settings) {
        this.withAdministrator = withAdministrator;
        this.settings = settings;
    }

    /** With the person {@code admin}, who is ADMIN and CISO. */
    static OutflowServer withAdministrator() {
        return withAdministrator(Map.of());
    }

    /** The same, with more variables in its environment. */
    static OutflowServer withAdministrator(Map<String, String> settings) {
        return new OutflowServer(true, settings);
    }

    /** The same with another heap, such as {@code 1g}. */
    OutflowServer withHeap(String size) {
        heap = size;
        return this;
    }

    /** As a newcomer starts it. */
    static OutflowServer empty() {
        return new OutflowServer(false, Map.of());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var name = context.getRequiredTestClass().getSimpleName();
        Files.createDirectories(FOLDER);
        start(name, Files.createTempDirectory(FOLDER, name).toAbsolutePath());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (process == null) {
            return;
        }
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Starts it on a data folder. */
    void start(String name, Path folder) throws IOException {
        Files.createDirectories(FOLDER);
        home = folder;
        console = FOLDER.resolve(name + ".log").toAbsolutePath();
        Files.deleteIfExists(console);
        port = freePort();
        start();
    }

    /** Ends the process as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it on its data folder; returns when it answers. */
    void start() throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-jar",
                        jar().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("OUTFLOW_") || key.startsWith("SPRING_"));
        environment.put("OUTFLOW_HOME", home.toString());
        environment.putAll(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        if (withAdministrator) {
            environment.put("OUTFLOW_ADMIN_PASSWORD", PASSWORD);
        }
        process = builder.start();
        Awaitility.await("the start of Outflow, see " + console)
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .failFast("Outflow ended, see " + console, () -> !process.isAlive())
                .until(this::answers);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Bytes of its heap that are in use after a full collection. */
    long usedHeap() throws IOException, InterruptedException {
        diagnose("GC.run");
        var used = Pattern.compile("used (\\d+)K").matcher(diagnose("GC.heap_info"));
        if (!used.find()) {
            throw new AssertionError("The JVM does not tell its heap.");
        }
        return Long.parseLong(used.group(1)) * 1_024;
    }

    private String diagnose(String command) throws IOException, InterruptedException {
        var asking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return answer;
    }

    String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    /** An entry that was added over the API. */
    record Added(String page, String id, String owner) {}

    /** Adds an entry of the catalogue to the register over the API. */
    Added addFromCatalogue(String entry, String person) {
        var signIn = Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address("api/v1/catalogue/" + entry + "/add")))
                .header("Authorization", "Basic " + signIn)
                .POST(HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var location = answer.headers().firstValue("Location").orElse("");
            var page = Pattern.compile("/api/v1/(\\w+/([-0-9a-f]{36}))").matcher(location);
            if (answer.statusCode() != 201 || !page.find()) {
                throw new AssertionError("Adding %s: %d %s".formatted(entry, answer.statusCode(), answer.body()));
            }
            var owner = Pattern.compile("\"owner\":\"([-0-9a-f]{36})\"").matcher(answer.body());
            return new Added(page.group(1), page.group(2), owner.find() ? owner.group(1) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while adding " + entry, e);
        }
    }

    /** What it has printed so far. */
    String console() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code for the first set-up, as somebody reads it off the console. */
    String setupCode() {
        Matcher code = Pattern.compile("with this code: (\\S+)").matcher(console());
        if (!code.find()) {
            throw new AssertionError("No set-up code on the console:\n" + console());
        }
        return code.group(1);
    }

    private boolean answers() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address("login")))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200
                    && (withAdministrator || console().contains("with this code: "));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("outflow-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(() -> new AssertionError("No target/outflow-*.jar: package first."));
        }
    }
}
