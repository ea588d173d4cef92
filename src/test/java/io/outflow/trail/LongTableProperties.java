package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Beside the map of the JDK, which is the slow twin. */
class LongTableProperties {

    @Property(tries = 100)
    void holdsWhatAMapHolds(@ForAll @Size(max = 3_000) List<@LongRange(min = -500, max = 500) Long> keys) {
        same(keys);
    }

    @Property(tries = 100)
    void anyKeysMayMeet(@ForAll @Size(max = 3_000) List<Long> keys) {
        same(keys);
    }

    @Property(tries = 1)
    void itGrows() {
        var table = new LongTable();
        for (long key = 0; key < 100_000; key++) {
            table.putIfAbsent(key << 32, key);
        }
        assertThat(table.size()).isEqualTo(100_000);
        for (long key = 0; key < 100_000; key++) {
            assertThat(table.putIfAbsent(key << 32, -1)).isEqualTo(key);
        }
    }

    private static void same(List<Long> keys) {
        var table = new LongTable();
        Map<Long, Long> map = new HashMap<>();
        long value = 0;
        for (long key : keys) {
            assertThat(table.contains(key)).isEqualTo(map.containsKey(key));
            value++;
            Long before = map.putIfAbsent(key, value);
            assertThat(table.putIfAbsent(key, value)).isEqualTo(before == null ? value : before);
            assertThat(table.size()).isEqualTo(map.size());
        }
    }
}
