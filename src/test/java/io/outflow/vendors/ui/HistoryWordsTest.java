package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryWordsTest {

    @Test
    void aChangedFieldIsCalledAsOnScreens() {
        assertThat(HistoryWords.field("AGREEMENT", "content/inForceFrom")).isEqualTo("Agreement: In force from");
        assertThat(HistoryWords.field("FACT", "basis/confirmedBy")).isEqualTo("Fact: Confirmed by");
        assertThat(HistoryWords.field("REVIEW", "content/answers/0/answer")).isEqualTo("Review: Questions and answers");
    }

    @Test
    void aFieldOfAKindThatIsNoMoreIsCalledByItsPlace() {
        assertThat(HistoryWords.field("CONTRACT", "content/end")).isEqualTo("content/end");
    }

    @Test
    void aValueIsWrittenAsOnScreens() {
        assertThat(HistoryWords.value("TRAINING", "content/byDefault", "NOT_USED"))
                .isEqualTo("Not used for training");
        assertThat(HistoryWords.value("CERTIFICATION", "content/validUntil", "2027-04-30"))
                .isEqualTo("30 Apr 2027");
        assertThat(HistoryWords.value("AGREEMENT", "content/inForceFrom", "2026-10-14T00:00:00+02:00[Europe/Berlin]"))
                .startsWith("14 Oct 2026, 00:00");
        assertThat(HistoryWords.value("FACT", "basis/confirmedAt", "2026-11-21T16:40:02.123Z"))
                .isEqualTo("21 Nov 2026, 16:40 UTC");
        assertThat(HistoryWords.value("FACT", "content/value", "2026-11-21")).isEqualTo("2026-11-21");
        assertThat(HistoryWords.value("CERTIFICATION", "content/validUntil", "soon"))
                .isEqualTo("soon");
    }
}
