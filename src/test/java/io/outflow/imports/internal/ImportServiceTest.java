package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.invoke;
import static io.outflow.testing.TrailFiles.trail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.outflow.As;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Role;
import io.outflow.aws.AwsConfig;
import io.outflow.base.DatabaseFile;
import io.outflow.history.ChangeLog;
import io.outflow.imports.RunState;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.Limits;
import io.outflow.trail.TrailReader;
import io.outflow.usage.internal.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What people ask of runs is written down. No run is carried out here: the engine is not started. */
class ImportServiceTest {
    @TempDir
    Path folder;

    private final ChangeLog log = mock();
    private JdbcTemplate jdbc;

    @BeforeEach
    void signIn() {
        As.role(Role.CISO);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @OnBothDatabases
    void startingCancellingAndResumingARunAreEntriesOfTheChangeLog(Database database) {
        on(database, imports -> {
            trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana")));
            trail(folder.resolve("b.json.gz"), List.of(invoke(2, "ana")));

            long id = imports.startPaths("COMMAND", List.of(folder));
            imports.cancel(id);
            assertThat(imports.run(id).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
            imports.cancel(id);
            imports.resume(id);
            assertThat(imports.run(id).orElseThrow().state()).isEqualTo(RunState.RUNNING);
            imports.resume(id);

            var run = "import run " + id;
            var entries = inOrder(log);
            entries.verify(log)
                    .append(
                            ArgumentMatchers.eq("import started"),
                            ArgumentMatchers.eq(run),
                            ArgumentMatchers.matches("2 files, [0-9.]+ \\w+, origin COMMAND"));
            entries.verify(log).append("import cancelled", run, "0 of 2 files had ended");
            entries.verify(log).append("import resumed", run, "2 of 2 files had ended");
            verifyNoMoreInteractions(log);
        });
    }

    @OnBothDatabases
    void whoAdmitsAFileIsAnEntryOfTheChangeLogWithItsReason(Database database) {
        on(database, imports -> {
            long run = imports.startPaths(
                    "COMMAND", List.of(trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana")))));
            long file = imports.files(run).getFirst().id();
            assertThat(imports.admit(file, "It is not set aside.")).isFalse();
            jdbc.update("UPDATE import_file SET state = 'SET_ASIDE' WHERE id = ?", file);
            jdbc.update("UPDATE import_run SET state = 'DONE_WITH_QUARANTINE' WHERE id = ?", run);
            assertThatThrownBy(() -> imports.admit(file, " ")).hasMessage("A file is admitted with a reason.");
            Mockito.clearInvocations(log);

            assertThat(imports.admit(file, " Packed anew by us. ")).isTrue();

            Mockito.verify(log)
                    .append(
                            "file admitted",
                            "import run " + run + ", file a.json.gz",
                            "A log file that is not as AWS signed it was let in: Packed anew by us.");
            assertThat(imports.run(run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
            assertThat(imports.admit(file, "Again.")).isFalse();
            verifyNoMoreInteractions(log);
        });
    }

    @OnBothDatabases
    void whatCannotBeWrittenDownDoesNotStart(Database database) {
        on(database, imports -> {
            doThrow(new IllegalStateException("the change log is full"))
                    .when(log)
                    .append(ArgumentMatchers.anyString(), ArgumentMatchers.anyString(), ArgumentMatchers.anyString());
            var file = trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana")));

            assertThatThrownBy(() -> imports.startPaths("COMMAND", List.of(file)))
                    .hasMessage("the change log is full");

            assertThat(imports.count()).isZero();
        });
    }

    private void on(Database database, Consumer<ImportService> test) {
        try (var source = database.fresh();
                var watches = new Watches(new RunRows(new JdbcTemplate(source))::run)) {
            jdbc = new JdbcTemplate(source);
            var transactions = new DataSourceTransactionManager(source);
            var store = Stores.on(jdbc, () -> {});
            var ledger = new JdbcLedger(
                    jdbc, transactions, store, new DatabaseFile(jdbc), new RunClaims(source), Clock.systemUTC(), 2_000);
            var verification = new StoredVerification(
                    jdbc,
                    transactions,
                    store,
                    RunKeys.of(folder.resolve("public-keys"), id -> Optional.empty(), AwsConfig.of("")),
                    new Spool(folder)::newFile,
                    Clock.systemUTC());
            var engine = new RunEngine(
                    ledger,
                    verification,
                    new TrailReader(Limits.STANDARD),
                    store::prepare,
                    1,
                    LocalBytes::new,
                    file -> {});
            test.accept(new ImportService(
                    jdbc,
                    transactions,
                    engine,
                    new Spool(folder),
                    watches,
                    new CurrentPerson(),
                    mock(Names.class),
                    Stores.loggedCalls(jdbc),
                    log,
                    Clock.systemUTC()));
        }
    }
}
