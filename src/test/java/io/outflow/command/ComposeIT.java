package io.outflow.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outflow.Outflow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Reads docker-compose.yml as an engine would and starts what it describes, without an engine. */
class ComposeIT {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
    private static final Pattern READY = Pattern.compile("Outflow is ready at (http://localhost:\\d+)");
    private static final Map<String, String> GIVEN = Map.of(
            "OUTFLOW_DB_PASSWORD", "a database password",
            "OUTFLOW_ADMIN_PASSWORD", "violet anchor sleeps");

    @TempDir
    Path folder;

    private final Map<String, Object> compose = read();

    @Test
    void outflowStartsOnPostgresWithTheEnvironmentOfTheComposeFile() throws Exception {
        Map<String, String> database = environment("database");
        Map<String, String> outflow = environment("outflow");
        try (var postgres = EmbeddedPostgres.start()) {
            create(postgres, database);
            String url = requireNonNull(outflow.get("OUTFLOW_DB_URL"));
            assertThat(url).isEqualTo("jdbc:postgresql://database:5432/" + database.get("POSTGRES_DB"));
            outflow.put("OUTFLOW_DB_URL", url.replace("database:5432", "localhost:" + postgres.getPort()));
            outflow.put("OUTFLOW_HOME", folder.resolve("home").toString());
            outflow.put("SERVER_PORT", "0");

            Process server = start(outflow);
            try {
                String address = addressOf(server);
                assertThat(get(address + "/actuator/health", null)).isEqualTo(200);
                String user = "admin:" + outflow.get("OUTFLOW_ADMIN_PASSWORD");
                assertThat(get(address + "/api/v1/data-classes", user)).isEqualTo(200);
                assertThat(get(address + "/api/v1/data-classes", "admin:wrong")).isEqualTo(401);
                assertThat(tables(postgres, database)).contains("person", "data_class");
            } finally {
                server.destroy();
                assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void noPasswordHasADefault() throws Exception {
        String text = Files.readString(Path.of("docker-compose.yml"));

        assertThat(text.lines().filter(line -> line.contains("PASSWORD:")).toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern(": \\$\\{OUTFLOW_[A-Z_]+:\\?[^}]+}$"));
    }

    @Test
    void theDatabaseIsWaitedForAndReachedByNobodyElse() {
        assertThat(service("outflow").get("depends_on"))
                .isEqualTo(Map.of("database", Map.of("condition", "service_healthy")));
        assertThat(service("database")).containsKey("healthcheck").doesNotContainKey("ports");
        assertThat((List<?>) service("outflow").get("ports"))
                .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
    }

    @Test
    void theImageRunsTheBuiltJarAsAnOrdinaryUser() throws Exception {
        String dockerfile = Files.readString(Path.of("Dockerfile"));

        assertThat(service("outflow").get("build")).isEqualTo(".");
        assertThat(dockerfile)
                .containsPattern("(?m)^FROM eclipse-temurin:25-jre$")
                .containsPattern("(?m)^USER 10001:10001$");
        assertThat(dockerfile).contains("COPY target/outflow-*.jar").doesNotContain("ADD ");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!target/outflow-*.jar");
    }

    private static Map<String, Object> read() {
        try (var reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            return new Yaml().load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> service(String name) {
        var services = (Map<String, Map<String, Object>>) requireNonNull(compose.get("services"));
        return requireNonNull(services.get(name));
    }

    /** A service's environment with its variables put in, as {@code docker compose} does. */
    private Map<String, String> environment(String name) {
        var environment = new LinkedHashMap<String, String>();
        ((Map<?, ?>) requireNonNull(service(name).get("environment")))
                .forEach((key, value) -> environment.put(
                        key.toString(),
                        VARIABLE.matcher(value.toString())
                                .replaceAll(variable -> requireNonNull(GIVEN.get(variable.group(1))))));
        return environment;
    }

    private static void create(EmbeddedPostgres postgres, Map<String, String> database) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'"
                    .formatted(database.get("POSTGRES_USER"), database.get("POSTGRES_PASSWORD")));
            statement.execute("CREATE DATABASE %s OWNER %s"
                    .formatted(database.get("POSTGRES_DB"), database.get("POSTGRES_USER")));
        }
    }

    private static List<String> tables(EmbeddedPostgres postgres, Map<String, String> database) throws Exception {
        try (Connection connection = postgres.getDatabase("postgres", requireNonNull(database.get("POSTGRES_DB")))
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(tablename, ',') FROM pg_tables")) {
            rows.next();
            return List.of(rows.getString(1).split(","));
        }
    }

    private Process start(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Outflow.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path output() {
        return folder.resolve("server.log");
    }

    private String addressOf(Process server) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    assertThat(server.isAlive()).as(Files.readString(output())).isTrue();
                    return READY.matcher(Files.readString(output())).find();
                });
        try {
            var ready = READY.matcher(Files.readString(output()));
            assertThat(ready.find()).isTrue();
            return ready.group(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int get(String address, @Nullable String user) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
        if (user != null) {
            String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
