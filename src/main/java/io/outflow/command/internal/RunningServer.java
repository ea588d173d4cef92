package io.outflow.command.internal;

import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server that runs on a data folder, spoken to through its inner door. */
final class RunningServer implements ImportWork {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerLock lock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningServer(ServerLock lock) {
        this.lock = lock;
    }

    /** The server on this folder; empty when none runs, also when one was killed and left its lock file. */
    static Optional<RunningServer> on(Path home) {
        return ServerLock.read(home)
                .filter(ServerLock::processIsAlive)
                .map(RunningServer::new)
                .filter(server -> server.serves(home));
    }

    /** A process id and a port may have been given to somebody else since, so the door is asked for its folder. */
    private boolean serves(Path home) {
        try {
            JsonNode answer = json.readTree(send("GET", "/internal/home", BodyPublishers.noBody(), 200));
            return Files.isSameFile(Path.of(answer.path("home").asString("")), home);
        } catch (IOException | RuntimeException e) {
            client.close();
            return false;
        }
    }

    @Override
    public long start(List<Path> paths) {
        byte[] order = json.writeValueAsBytes(
                new InnerDoor.Order(paths.stream().map(Path::toString).toList()));
        byte[] answer = ask("POST", "/internal/imports", BodyPublishers.ofByteArray(order), 202);
        return json.readValue(answer, InnerDoor.Started.class).id();
    }

    @Override
    public ImportRun run(long id) {
        return json.readValue(ask("GET", "/internal/imports/" + id, BodyPublishers.noBody(), 200), ImportRun.class);
    }

    @Override
    public List<ImportFile> files(long id) {
        byte[] answer = ask("GET", "/internal/imports/" + id + "/files", BodyPublishers.noBody(), 200);
        return List.of(json.readValue(answer, ImportFile[].class));
    }

    @Override
    public String afterwards() {
        return "The import goes on in the server; its page Imports shows it.";
    }

    @Override
    public void close() {
        client.close();
    }

    private byte[] ask(String method, String path, BodyPublisher body, int expected) {
        try {
            return send(method, path, body, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("The server does not answer any more.", e);
        }
    }

    private byte[] send(String method, String path, BodyPublisher body, int expected) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + lock.token())
                    .method(method, body)
                    .build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != expected) {
                throw new IOException("The server answered " + response.statusCode() + ".");
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the server.", e);
        }
    }

    private URI address(String path) throws IOException {
        try {
            String loopback = InetAddress.getLoopbackAddress().getHostAddress();
            return new URI("http", null, loopback, lock.port(), path, null, null);
        } catch (URISyntaxException e) {
            throw new IOException("The lock file names no address.", e);
        }
    }
}
