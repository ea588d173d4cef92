package io.outflow.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The task of each night on the table that the servers share. */
class NightlyCheckTest {

    @OnBothDatabases
    void checkRunsOnceEachNightAtThreeUtcHoweverManyServersThereAre(Database database) {
        try (var source = database.fresh()) {
            var clock = new SettableClock();
            clock.set(Instant.parse("2026-11-22T09:00:00Z"));
            var runs = new ArrayList<Instant>();
            var servers = List.of(clock, clock).stream()
                    .map(now -> {
                        var task = HistoryConfiguration.nightly(() -> runs.add(now.now()));
                        return TestHelper.createManualScheduler(source)
                                .clock(now)
                                .startTasks(List.of(task))
                                .build();
                    })
                    .toList();
            servers.forEach(server -> server.start());

            for (var time : List.of("2026-11-23T02:59:00Z", "2026-11-23T03:00:00Z", "2026-11-24T07:30:00Z")) {
                clock.set(Instant.parse(time));
                servers.forEach(server -> server.runAnyDueExecutions());
            }

            // On the second night no server ran; the first that does makes up for it.
            assertThat(runs)
                    .containsExactly(Instant.parse("2026-11-23T03:00:00Z"), Instant.parse("2026-11-24T07:30:00Z"));
            assertThat(new JdbcTemplate(source).queryForObject("SELECT COUNT(*) FROM scheduled_tasks", Integer.class))
                    .isEqualTo(1);
            servers.forEach(server -> server.stop());
        }
    }
}
