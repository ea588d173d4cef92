package io.outflow.posture.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The task that looks at AWS, on the table that the servers share. */
class LookScheduleTest {

    @OnBothDatabases
    void awsIsLookedAtFourTimesADay(Database database) {
        try (var source = database.fresh()) {
            var clock = new SettableClock();
            clock.set(Instant.parse("2026-11-22T00:00:00Z"));
            var looks = new ArrayList<Instant>();
            var server = TestHelper.createManualScheduler(source)
                    .clock(clock)
                    .startTasks(List.of(PostureConfiguration.recurring(() -> looks.add(clock.now()))))
                    .build();
            server.start();

            var times = List.of(
                    Instant.parse("2026-11-22T00:20:00Z"),
                    Instant.parse("2026-11-22T06:20:00Z"),
                    Instant.parse("2026-11-22T12:20:00Z"),
                    Instant.parse("2026-11-22T18:20:00Z"));
            for (var time : times) {
                clock.set(time.minusSeconds(60));
                server.runAnyDueExecutions();
                clock.set(time);
                server.runAnyDueExecutions();
            }

            assertThat(looks).containsExactlyElementsOf(times);
            server.stop();
        }
    }
}
