package io.outflow.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Figures;
import io.outflow.gaps.Finding.Period;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Severity;
import io.outflow.overview.Statement.Sure;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GapStatementsTest {
    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-10-14T09:30:00Z");
    private static final UUID PRODUCT = UUID.randomUUID();

    @Test
    void oneLapseGivesItsNumberPeriodLengthProofAndAction() {
        var said = of(gap(1, GapKind.AGREEMENT, "DPA", Certainty.CONTRADICTED, 51_782))
                .agreement();

        assertThat(said.number()).isEqualTo("51,782");
        assertThat(said.finding()).isEqualTo("no DPA was in force");
        assertThat(said.after()).isEqualTo(", Claude on Amazon Bedrock.");
        assertThat(said.period()).isEqualTo("1 Oct–14 Oct 2026, 13 d 9.5 h");
        assertThat(said.proof()).isEqualTo("90\u00a0% verified");
        assertThat(said.sure()).isEqualTo(Sure.PARTLY);
        assertThat(said.action()).isEqualTo("Open gap G-1");
        assertThat(said.address()).isEqualTo("gaps/1");
    }

    @Test
    void aCallUnderAMissingDpaAndBaaCountsOnce() {
        var said = of(
                        gap(1, GapKind.AGREEMENT, "DPA", Certainty.CONTRADICTED, 100),
                        gap(2, GapKind.AGREEMENT, "BAA", Certainty.CONTRADICTED, 40))
                .agreement();

        assertThat(said.number()).isEqualTo("100");
    }

    @Test
    void whatIsNotSureIsNotInTheNumberButSaid() {
        var said = of(
                        gap(1, GapKind.REGION, "us-east-1", Certainty.CONTRADICTED, 6_939),
                        gap(2, GapKind.REGION, "NOT_EVIDENCED", Certainty.CANNOT_TELL, 10_432))
                .region();

        assertThat(said.number()).isEqualTo("6,939");
        assertThat(said.detail()).contains("For 10,432 more it cannot be excluded");
    }

    @Test
    void nothingFoundIsNoMoreThanNothingInWhatCanBeSeen() {
        var said = of().dataClass();

        assertThat(said.number()).isEqualTo("0");
        assertThat(said.proof()).isEqualTo("in what can be seen");
        assertThat(said.severe()).isZero();
    }

    @Test
    void withoutLogsOrBeforeTheFirstLookNothingIsKnown() {
        for (var statements :
                List.of(new GapStatements(List.of(), false, true), new GapStatements(List.of(), true, false))) {
            assertThat(List.of(statements.agreement(), statements.dataClass(), statements.region()))
                    .allSatisfy(said -> {
                        assertThat(said.known()).isFalse();
                        assertThat(said.after()).contains("is unknown");
                    });
        }
    }

    @Test
    void aGapCalledFalseDoesNotCount() {
        var wrong = gap(1, GapKind.REGION, "us-east-1", Certainty.CONTRADICTED, 10)
                .after(new GapStep.CallFalse("The fact is wrong"), UNTIL);

        assertThat(of(wrong).region().number()).isEqualTo("0");
    }

    private static GapStatements of(Gap... gaps) {
        return new GapStatements(List.of(gaps), true, true);
    }

    private static Gap gap(long number, GapKind kind, String object, Certainty certainty, long calls) {
        var finding = new Finding(
                new GapKey(kind, PRODUCT, object),
                Severity.HIGH,
                certainty,
                "Claude on Amazon Bedrock",
                calls,
                "calls.",
                "76 callers.",
                List.of(new Period(FROM, UNTIL, "lapsed", calls)),
                new Figures(
                        calls,
                        calls,
                        76,
                        FROM,
                        UNTIL.minusSeconds(1),
                        Map.of(Proof.VERIFIED, calls * 9 / 10, Proof.NO_DIGEST, calls - calls * 9 / 10),
                        Map.of()),
                List.of(),
                List.of(),
                List.of(),
                0);
        return Gap.opened(number, finding, UNTIL);
    }
}
