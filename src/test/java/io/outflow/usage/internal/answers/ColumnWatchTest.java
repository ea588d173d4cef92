package io.outflow.usage.internal.answers;

import static io.outflow.testing.Calls.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outflow.classification.Decision;
import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.usage.CallChange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ColumnWatchTest {
    private final Fixture fixture = new Fixture(List.of());
    private final UsageColumns columns = fixture.columns;

    @Test
    void whoeverWatchesIsToldWithTheTimeUntilTheyStop() throws Exception {
        var watch = new ColumnWatch(columns, Clock.fixed(NOON, ZoneOffset.UTC));
        try {
            var told = new CopyOnWriteArrayList<Instant>();
            var failing = watch.add(at -> {
                throw new IllegalStateException("this page is gone");
            });
            var handle = watch.add(told::add);

            fixture.rules(facts -> Decision.UNKNOWN);
            await().until(() -> !told.isEmpty());
            assertThat(told).containsExactly(NOON);

            handle.close();
            var last = new CopyOnWriteArrayList<Instant>();
            watch.add(last::add);
            fixture.rules(facts -> Decision.UNKNOWN);
            await().until(() -> !last.isEmpty());
            assertThat(told).hasSize(1);
            failing.close();
        } finally {
            watch.destroy();
        }
    }

    @Test
    void onlyWhatChangesANumberOrTheCoverageCounts() {
        var day = Set.of(new Coverage("111122223333", "eu-west-1", Channel.BEDROCK_RUNTIME, LocalDate.EPOCH));
        var before = columns.changes();

        columns.follow(List.<CallChange>of(), Set.of());
        assertThat(columns.changes()).isEqualTo(before);

        columns.follow(List.of(), day);
        columns.follow(List.of(), day);
        assertThat(columns.changes()).isEqualTo(before + 1);

        fixture.rules(facts -> Decision.UNKNOWN);
        assertThat(columns.changes()).isEqualTo(before + 2);
    }
}
