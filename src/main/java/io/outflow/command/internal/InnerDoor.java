package io.outflow.command.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outflow.access.Acting;
import io.outflow.base.OutflowHome;
import io.outflow.imports.Imports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door by which the import command hands paths to a running server. It listens on the loopback address only, apart from
 * the port that people use, so that no proxy in front of that port leads here; and it opens only to the token in the
 * {@link ServerLock}, which only the owner of the data folder can read.
 */
@Component
class InnerDoor implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(InnerDoor.class);
    private static final int MOST_BYTES = 16 << 20;

    private final OutflowHome home;
    private final Imports imports;
    private final JsonMapper json = new JsonMapper();
    private final String token;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private @Nullable ServerLock lock;

    InnerDoor(OutflowHome home, Imports imports) {
        this.home = home;
        this.imports = imports;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    /** What the command asks of the server. */
    record Order(List<String> paths) {}

    /** The answer to an {@link Order}. */
    record Started(long id) {}

    /** Opens with the web server: a process without one, such as an import in a terminal, has no door. */
    @EventListener(WebServerInitializedEvent.class)
    void open() throws IOException {
        if (server != null) {
            return;
        }
        HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        door.setExecutor(threads);
        door.createContext("/internal/", this::answer);
        door.start();
        server = door;
        lock = new ServerLock(
                door.getAddress().getPort(), ProcessHandle.current().pid(), token);
        lock.write(home.path());
    }

    @Override
    public void destroy() throws IOException {
        if (lock != null) {
            lock.remove(home.path());
        }
        if (server != null) {
            server.stop(0);
        }
        if (threads != null) {
            threads.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!authorised(exchange)) {
                reply(exchange, 401, Map.of("sentence", "The token is not the one of this server."));
                return;
            }
            try {
                route(exchange);
            } catch (JacksonException | IllegalArgumentException e) {
                reply(exchange, 400, Map.of("sentence", "The request is not understood: " + e.getMessage()));
            } catch (RuntimeException e) {
                log.error("A command could not be served.", e);
                reply(exchange, 500, Map.of("sentence", "The server could not do it; its log says why."));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        if (get && path.equals("/internal/home")) {
            reply(exchange, 200, Map.of("home", home.path().toString()));
        } else if (path.equals("/internal/imports")
                && exchange.getRequestMethod().equals("POST")) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            List<Path> paths = json.readValue(body, Order.class).paths().stream()
                    .map(Path::of)
                    .toList();
            reply(exchange, 202, new Started(asOutflow(() -> imports.startPaths("COMMAND", paths))));
        } else if (get && path.startsWith("/internal/imports/")) {
            String[] rest = path.substring("/internal/imports/".length()).split("/", -1);
            long id = Long.parseLong(rest[0]);
            if (rest.length == 2 && rest[1].equals("files")) {
                reply(exchange, 200, asOutflow(() -> imports.files(id)));
            } else {
                var run = asOutflow(() -> imports.run(id));
                reply(exchange, run.isPresent() ? 200 : 404, run.isPresent() ? run.get() : Map.of());
            }
        } else {
            reply(exchange, 404, Map.of("sentence", "There is nothing at this address."));
        }
    }

    private boolean authorised(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever can read the token is the owner of the data folder, who may import as the command line may. */
    private static <T> T asOutflow(Supplier<T> work) {
        return Acting.asOutflow(work);
    }

    private void reply(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
