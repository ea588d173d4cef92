package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    @Property(tries = 200)
    void countsLikeAMap(@ForAll @Size(max = 400) List<@IntRange(min = -60, max = 60) Integer> contents) {
        Occurrences occurrences = new Occurrences();
        Map<Long, Integer> expected = new HashMap<>();
        for (int content : contents) {
            long spread = (long) content << 32;

            assertThat(occurrences.next(spread)).isEqualTo(expected.merge(spread, 1, Integer::sum));
        }
    }

    @Test
    void countsOnWhileItGrows() {
        Occurrences occurrences = new Occurrences();
        for (int round = 1; round <= 3; round++) {
            for (long content = 0; content < 5000; content++) {
                assertThat(occurrences.next(content * 64)).isEqualTo(round);
            }
        }
    }
}
