package io.outflow.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The two databases that Outflow runs on. One PostgreSQL server is started for all tests of a JVM. */
public enum Database {
    H2 {
        @Override
        String newUrl(String name) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        }

        @Override
        String user() {
            return "sa";
        }
    },
    POSTGRESQL {
        @Override
        String newUrl(String name) {
            var server = Server.instance();
            new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
            return server.getJdbcUrl("postgres", name);
        }

        @Override
        String user() {
            return "postgres";
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        for (var chatty : List.of("org.flywaydb", "com.zaxxer.hikari", "io.zonky", "org.springframework")) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.ERROR);
        }
    }

    abstract String newUrl(String name);

    abstract String user();

    /** A new empty database with all tables. Close it when done. */
    public HikariDataSource fresh() {
        var source = open(freshUrl(), user());
        migrate(source);
        return source;
    }

    /** A pool on a database that is there. */
    public static HikariDataSource open(String url, String user) {
        var source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword("");
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(1);
        return source;
    }

    /** A new empty H2 database in a file, as the application has it, with all tables. Close it when done. */
    public static HikariDataSource onDisk(Path file) {
        var source = open("jdbc:h2:file:" + file + ";LOCK_TIMEOUT=20000", H2.user());
        migrate(source);
        return source;
    }

    /** The address of a new database without tables, for another process. Its user is {@link #userName}. */
    public String freshUrl() {
        return newUrl("outflow_test_" + NUMBER.incrementAndGet());
    }

    public String userName() {
        return user();
    }

    /** Makes the tables as the application does when it starts. */
    public static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor(source))
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static String vendor(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        private static EmbeddedPostgres server;

        static synchronized EmbeddedPostgres instance() {
            if (server == null) {
                try {
                    server = EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "100")
                            .start();
                } catch (IOException e) {
                    throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
                }
            }
            return server;
        }
    }
}
