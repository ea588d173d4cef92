package io.outflow.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.outflow.access.CurrentPerson;
import io.outflow.base.DatabaseFile;
import io.outflow.history.Verdict.Fault;
import io.outflow.history.Verdict.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The change log on both databases, with the triggers that the migrations put there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeLogTest {

    private EmbeddedPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    Stream<Log> logs() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        return Stream.of(Log.on("H2", "h2", h2), Log.on("PostgreSQL", "postgresql", postgres.getPostgresDatabase()));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void entriesAreNumberedWithoutGapsAndTheChainHolds(Log log) {
        log.append("first");
        log.append("second");

        assertThat(log.changeLog().verify()).isEqualTo(new Verdict(2, 0, null));
        assertThat(log.changeLog().list(0, 10))
                .extracting(Entry::seq, Entry::text)
                .containsExactly(tuple(2L, "second"), tuple(1L, "first"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void entryOfAFailedChangeLeavesNoGap(Log log) {
        log.append("kept");
        assertThatThrownBy(() -> log.transaction().executeWithoutResult(status -> {
                    log.changeLog().append("tester", "changed", "thing", "undone");
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        log.append("kept too");

        assertThat(log.changeLog().list(0, 10)).extracting(Entry::seq).containsExactly(2L, 1L);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void manyAtOnceStillMakeOneChain(Log log) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = IntStream.range(0, 40)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        log.append("entry " + i);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(log.changeLog().verify().entries()).isEqualTo(40);
        assertThat(log.changeLog().verify().holds()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void databaseRefusesToChangeOrRemoveAnEntry(Log log) {
        log.append("kept");

        assertThatThrownBy(() ->
                        log.jdbc().sql("UPDATE change_log SET text = 'other'").update())
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> log.jdbc().sql("DELETE FROM change_log").update())
                .hasStackTraceContaining("append-only");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void checkNamesTheFirstEntryThatWasChanged(Log log) {
        Stream.of("one", "two", "three").forEach(log::append);
        log.withoutTrigger("UPDATE change_log SET text = 'two, but otherwise' WHERE seq = 2");

        assertThat(log.changeLog().verify()).isEqualTo(new Verdict(1, 0, new Fault(2, Kind.ENTRY)));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void checkSeesThatTheLastEntryIsGone(Log log) {
        Stream.of("one", "two", "three").forEach(log::append);
        log.withoutTrigger("DELETE FROM change_log WHERE seq = 3");

        assertThat(log.changeLog().verify()).isEqualTo(new Verdict(2, 0, new Fault(3, Kind.ENTRY)));
    }

    record Log(String name, JdbcClient jdbc, TransactionTemplate transaction, ChangeLog changeLog) {

        static Log on(String name, String vendor, DataSource source) {
            var pooled = new HikariDataSource();
            pooled.setDataSource(source);
            pooled.setMaximumPoolSize(5);
            Flyway.configure()
                    .dataSource(pooled)
                    .locations("classpath:db/migration/history", "classpath:db/vendor/" + vendor)
                    .cleanDisabled(false)
                    .load()
                    .clean();
            Flyway.configure()
                    .dataSource(pooled)
                    .locations("classpath:db/migration/history", "classpath:db/vendor/" + vendor)
                    .load()
                    .migrate();
            var jdbc = JdbcClient.create(pooled);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(pooled));
            return new Log(
                    name,
                    jdbc,
                    transaction,
                    new ChangeLog(
                            jdbc, Clock.systemUTC(), new CurrentPerson(), new DatabaseFile(new JdbcTemplate(pooled))));
        }

        void append(String text) {
            transaction.executeWithoutResult(status -> changeLog.append("tester", "changed", "thing", text));
        }

        void withoutTrigger(String sql) {
            jdbc.sql(
                            name.equals("H2")
                                    ? "DROP TRIGGER change_log_append_only"
                                    : "DROP TRIGGER change_log_append_only ON change_log")
                    .update();
            jdbc.sql(sql).update();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
