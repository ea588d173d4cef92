package io.outflow.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.history.Checked;
import io.outflow.history.Verdict;
import io.outflow.history.Verdict.Fault;
import io.outflow.history.Verdict.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryNoteTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void aCheckOfTodayIsToldByItsTimeAndAnOlderOneByItsDay() {
        var checked = Optional.of(new Checked(NIGHT, "Outflow", new Verdict(48_211, 7, null)));

        assertThat(HistoryNote.text(checked, NIGHT.plusSeconds(60)))
                .isEqualTo("Unbroken to entry 48,211, checked 03:00 UTC today");
        assertThat(HistoryNote.text(checked, NIGHT.plusSeconds(86_400)))
                .isEqualTo("Unbroken to entry 48,211, checked 22 Nov 2026, 03:00 UTC");
    }

    @Test
    void aBrokenChainIsNamedByItsFirstBrokenEntry() {
        var checked = Optional.of(new Checked(NIGHT, "Outflow", new Verdict(11, 7, new Fault(12, Kind.REVISION))));

        assertThat(HistoryNote.text(checked, NIGHT)).isEqualTo("Broken at entry 12, checked 03:00 UTC today");
    }

    @Test
    void beforeTheFirstCheckItSaysSo() {
        assertThat(HistoryNote.text(Optional.empty(), NIGHT)).isEqualTo("Not checked yet");
    }
}
