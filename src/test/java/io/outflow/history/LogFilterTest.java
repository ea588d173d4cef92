package io.outflow.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of the change log can ask for. */
class LogFilterTest {

    @OnBothDatabases
    void entriesAreFoundByWhoWhatOnWhatAndWhen(Database database) {
        try (var history = new TestHistory(database)) {
            history.append("Ana", "signed in", "person Ana");
            history.now = history.now.plus(Duration.ofHours(1));
            history.append("Ben", "rule added", "rule 1 version 1");
            history.append("Ben", "signed in", "person Ben");
            history.now = history.now.plus(Duration.ofHours(1));
            history.append("ANABEL", "rule changed", "rule 100% sure");

            assertThat(found(history, LogFilter.NONE)).containsExactly(4L, 3L, 2L, 1L);
            assertThat(found(history, filter("ana", "", "", null, null))).containsExactly(4L, 1L);
            assertThat(found(history, filter("", "signed in", "", null, null))).containsExactly(3L, 1L);
            assertThat(found(history, filter("", "", "RULE 1", null, null))).containsExactly(4L, 2L);
            assertThat(found(history, filter("", "", "0%", null, null))).containsExactly(4L);
            assertThat(found(history, filter("", "", "1_", null, null))).isEmpty();
            var hour = TestHistory.START.plus(Duration.ofHours(1));
            assertThat(found(history, filter("", "", "", hour, hour.plus(Duration.ofHours(1)))))
                    .containsExactly(3L, 2L);
            assertThat(found(history, filter("ben", "rule added", "rule", TestHistory.START, null)))
                    .containsExactly(2L);
            assertThat(history.log.list(LogFilter.NONE, 1, 2))
                    .extracting(Entry::seq)
                    .containsExactly(3L, 2L);
            assertThat(history.log.actions()).containsExactly("rule added", "rule changed", "signed in");
            assertThat(history.log.find(2)).map(Entry::actor).contains("Ben");
            assertThat(history.log.find(9)).isEmpty();
        }
    }

    private static List<Long> found(TestHistory history, LogFilter filter) {
        var found = history.log.list(filter, 0, 100).stream().map(Entry::seq).toList();
        assertThat(history.log.count(filter)).isEqualTo(found.size());
        return found;
    }

    private static LogFilter filter(
            String actor, String action, String object, @Nullable Instant from, @Nullable Instant to) {
        return new LogFilter(actor, action, object, from, to);
    }
}
