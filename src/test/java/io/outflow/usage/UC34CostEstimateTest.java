package io.outflow.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.usage.TokenPrices.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** UC-34: about what calls would cost, and what stays unknown. */
class UC34CostEstimateTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final TokenUse SONNET =
            use("Claude Sonnet 4.5", Channel.BEDROCK_RUNTIME, Claude.YES, 10, 8, 2_000_000, 100_000);

    @Test
    void aCallCostsItsTokensAtThePricesPerMillion() {
        var estimate = CostEstimate.of(List.of(SONNET), List.of(bedrock("Claude Sonnet 4.5", "USD", "3", "15")))
                .orElseThrow();

        assertThat(estimate.amounts()).hasSize(1);
        assertThat(estimate.amounts().get("USD")).isEqualByComparingTo("7.5");
        assertThat(estimate.from()).isEqualTo(SEPTEMBER);
        assertThat(estimate.to()).isEqualTo(SEPTEMBER);
    }

    @Test
    void callsWithoutTokenCountsStayOutAndAreCounted() {
        var estimate = CostEstimate.of(List.of(SONNET), List.of(bedrock("claude sonnet 4.5", "USD", "3", "15")))
                .orElseThrow();

        assertThat(estimate.priced()).isEqualTo(8);
        assertThat(estimate.calls()).isEqualTo(10);
    }

    @Test
    void aPriceMayNameTheIdOfItsModel() {
        assertThat(CostEstimate.of(
                        List.of(SONNET),
                        List.of(bedrock("eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "USD", "3", "15"))))
                .isPresent();
    }

    @Test
    void aPriceForOneModelComesBeforeOneForAll() {
        var estimate = CostEstimate.of(
                        List.of(SONNET),
                        List.of(bedrock("", "USD", "100", "100"), bedrock("Claude Sonnet 4.5", "USD", "3", "15")))
                .orElseThrow();

        assertThat(estimate.amounts().get("USD")).isEqualByComparingTo("7.5");
    }

    @Test
    void thePriceThatWasReadLastHolds() {
        var later = new Price(
                Set.of(Channel.BEDROCK_RUNTIME),
                false,
                "Claude Sonnet 4.5",
                "EUR",
                BigDecimal.ONE,
                BigDecimal.ONE,
                SEPTEMBER.plusDays(1));

        var estimate = CostEstimate.of(List.of(SONNET), List.of(bedrock("Claude Sonnet 4.5", "USD", "3", "15"), later))
                .orElseThrow();

        assertThat(estimate.amounts()).containsOnlyKeys("EUR");
    }

    @Test
    void twoPricesOfOneDayForTheSameModelAreNoPrice() {
        assertThat(CostEstimate.of(
                        List.of(SONNET),
                        List.of(
                                bedrock("Claude Sonnet 4.5", "USD", "3", "15"),
                                bedrock("Claude Sonnet 4.5", "USD", "2", "10"))))
                .isEmpty();
        assertThat(CostEstimate.of(
                        List.of(SONNET),
                        List.of(
                                bedrock("Claude Sonnet 4.5", "USD", "3", "15"),
                                bedrock("Claude Sonnet 4.5", "USD", "3.00", "15.0"))))
                .isPresent();
    }

    @Test
    void aPriceOfAnotherWayOrOfClaudeAloneDoesNotHoldElsewhere() {
        var platform =
                new Price(Set.of(Channel.CLAUDE_PLATFORM), true, "", "USD", BigDecimal.ONE, BigDecimal.ONE, SEPTEMBER);
        var claude =
                new Price(Set.of(Channel.BEDROCK_RUNTIME), true, "", "USD", BigDecimal.ONE, BigDecimal.ONE, SEPTEMBER);
        var nova = use("Nova Pro", Channel.BEDROCK_RUNTIME, Claude.NO, 5, 5, 1_000_000, 1_000_000);

        assertThat(CostEstimate.of(List.of(SONNET, nova), List.of(platform))).isEmpty();
        assertThat(CostEstimate.of(List.of(SONNET, nova), List.of(claude))).hasValueSatisfying(estimate -> assertThat(
                        Map.of("priced", estimate.priced(), "calls", estimate.calls()))
                .isEqualTo(Map.of("priced", 8L, "calls", 15L)));
    }

    private static TokenUse use(
            String model, Channel channel, Claude claude, long calls, long counted, long input, long output) {
        return new TokenUse(model, channel, claude, calls, counted, input, output);
    }

    private static Price bedrock(String model, String currency, String input, String output) {
        return new Price(
                Set.of(Channel.BEDROCK_RUNTIME),
                false,
                model,
                currency,
                new BigDecimal(input),
                new BigDecimal(output),
                SEPTEMBER);
    }
}
