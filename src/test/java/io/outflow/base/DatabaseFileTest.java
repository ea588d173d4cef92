package io.outflow.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was committed is on the disk when Outflow says so, whatever the database does by itself. */
class DatabaseFileTest {
    @TempDir
    Path folder;

    @OnBothDatabases
    void onlyTheFileOfH2IsWrittenLate(Database database) {
        try (var source = database.fresh()) {
            var file = new DatabaseFile(new JdbcTemplate(source));

            assertThat(file.late()).isEqualTo(database == Database.H2);
            file.write();
        }
    }

    @Test
    void whatIsCommittedIsThereAfterAKillAndWhatIsRolledBackIsNot() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committing.class.getName(),
                        url())
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.lines().anyMatch("committed"::equals)).isTrue();
            process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        }

        try (var source = Database.open(url(), Database.H2.userName())) {
            assertThat(new JdbcTemplate(source).queryForList("SELECT word FROM said", String.class))
                    .containsExactly("kept");
        }
    }

    @Test
    void aLargeFileThatIsMostlyOverwrittenIsClosedSmallAndASmallOneIsLeftOpen() throws Exception {
        var path = folder.resolve("data.mv.db");
        try (var source = Database.open(url(), Database.H2.userName())) {
            var jdbc = new JdbcTemplate(source);
            var file = new DatabaseFile(jdbc);
            jdbc.execute("CREATE TABLE noise (id INT PRIMARY KEY, bytes BYTEA)");
            jdbc.execute("INSERT INTO noise SELECT x, SECURE_RAND(1000) FROM SYSTEM_RANGE(1, 20000)");
            file.write();

            assertThat(file.closeShrunk()).isFalse();

            for (int i = 0; i < 7; i++) {
                jdbc.execute("UPDATE noise SET bytes = SECURE_RAND(1000)");
                file.write();
            }
            long before = Files.size(path);
            assertThat(file.closeShrunk()).isTrue();
            assertThat(Files.size(path)).isLessThan(before / 3);
        }
        try (var source = Database.open(url(), Database.H2.userName())) {
            assertThat(new JdbcTemplate(source).queryForObject("SELECT count(*) FROM noise", Integer.class))
                    .isEqualTo(20_000);
        }
    }

    private String url() {
        // Longer than the test: H2 writes nothing by itself.
        return "jdbc:h2:file:" + folder.resolve("data") + ";WRITE_DELAY=600000";
    }

    /** Commits, in a process that is killed right then. */
    static final class Committing {
        private Committing() {}

        public static void main(String[] arguments) throws InterruptedException {
            var source = Database.open(arguments[0], Database.H2.userName());
            var jdbc = new JdbcTemplate(source);
            var file = new DatabaseFile(jdbc);
            jdbc.execute("CREATE TABLE said (word VARCHAR)");
            file.write();
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            transaction.executeWithoutResult(status -> {
                jdbc.update("INSERT INTO said VALUES ('taken back')");
                file.writeOnceCommitted();
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> {
                jdbc.update("INSERT INTO said VALUES ('kept')");
                file.writeOnceCommitted();
                file.writeOnceCommitted();
            });
            System.out.println("committed");
            System.out.flush();
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        }
    }
}
