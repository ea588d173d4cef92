package io.outflow.usage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import io.outflow.trail.EventKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is stored is never taken for new, whatever the order in which it came; the slow twin is a set of all keys. */
class SeenKeysProperties {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final DataSource EMPTY = Database.H2.fresh();

    @Property(tries = 300)
    void aStoredKeyIsNeverCalledNew(
            @ForAll @Size(max = 200) List<@IntRange(max = 400) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 20) int most)
            throws SQLException {
        try (var source = EMPTY.getConnection()) {
            var seen = new SeenKeys(most);
            seen.read(source);
            var stored = new HashSet<EventKey>();
            for (var number : numbers) {
                var key = key(number);
                if (stored.contains(key)) {
                    assertThat(seen.mayHold(key)).isTrue();
                } else {
                    seen.add(key);
                    stored.add(key);
                }
            }
            assertThat(stored).allMatch(seen::mayHold);
        }
    }

    @Property(tries = 50)
    void mostNewKeysAreKnownToBeNew(@ForAll @IntRange(min = 1, max = 1_000) int from) throws SQLException {
        try (var source = EMPTY.getConnection()) {
            var seen = new SeenKeys();
            seen.read(source);
            for (int i = 0; i < 1_000; i++) {
                assertThat(seen.mayHold(key(from + i))).isFalse();
                seen.add(key(from + i));
            }
        }
    }

    @Property(tries = 10)
    void beforeTheDatabaseWasAskedNothingIsCalledNew(@ForAll int number) {
        assertThat(new SeenKeys().mayHold(key(number))).isTrue();
    }

    private static EventKey key(int number) {
        return new EventKey(
                NOON.plus(Duration.ofMillis(700L * number)), "11112222333" + number % 3, "event-" + number / 2);
    }
}
