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
}
