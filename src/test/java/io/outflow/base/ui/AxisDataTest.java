package io.outflow.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.base.ui.AxisData.Bar;
import io.outflow.base.ui.AxisData.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxisDataTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 10);

    @Test
    void timesAreDaysSinceTheFirstWithFractions() {
        var data = AxisData.between(FIRST, LAST)
                .today(Instant.parse("2026-10-03T12:00:00Z"))
                .wash(Instant.parse("2026-10-02T00:00:00Z"), Instant.parse("2026-10-04T06:00:00Z"), "lapsed")
                .build("", "");

        assertThat(data.days()).hasSize(10).first().isEqualTo("2026-10-01");
        assertThat(data.today()).isEqualTo(2.5);
        assertThat(data.washes()).containsExactly(new Span(1, 3.25, "", "lapsed"));
    }

    @Test
    void whatBeginsBeforeOrGoesOnIsCutAtTheEdges() {
        var data = AxisData.between(FIRST, LAST)
                .band("DPA", List.of(new Bar(Instant.EPOCH, null, AxisData.LAPSED, "none")))
                .build("", "");

        assertThat(data.bands().getFirst().spans()).containsExactly(new Span(0, 10, "LAPSED", "none"));
    }

    @Test
    void whatLiesOutsideIsNotDrawn() {
        var after = Instant.parse("2026-11-01T00:00:00Z");
        var data = AxisData.between(FIRST, LAST)
                .today(after)
                .wash(after, null, "later")
                .wash(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), "earlier")
                .change(after, Glyph.TRAIL, "later")
                .calls("Nothing", 1, Map.of(LocalDate.of(2027, 1, 1), 5L))
                .build("", "");

        assertThat(data.today()).isNegative();
        assertThat(data.washes()).isEmpty();
        assertThat(data.changes()).isEmpty();
        assertThat(data.series()).isEmpty();
    }
}
