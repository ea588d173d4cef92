package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import io.outflow.Shown;
import io.outflow.trail.Channel;
import io.outflow.usage.TokenPrices.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** UC-34: what calls would cost stands beneath the sentences, as an estimate. */
@ViewPackages(classes = {UsageView.class, CallsView.class})
class UC34CostLineTest extends UsageScreenTest {

    @Test
    void withoutARecordedPriceNothingIsSaidOfCost() {
        assertThat(Shown.text(open("usage"))).doesNotContain("estimate");
    }

    @Test
    void theEstimateSaysAtWhichPricesOfWhichDayAndForHowManyCalls() {
        prices.add(price("Claude Sonnet 4.5", "USD", "3", "15", LocalDate.of(2026, 9, 1)));

        assertThat(Shown.text(open("usage?from=2026-11-15&to=2026-11-21")))
                .contains("An estimate: about 90.00 USD at the prices recorded in the register, as of 1 Sep 2026;"
                        + " 20 of 27 calls are priced, what the others cost is unknown.");
    }

    @Test
    void pricesInTwoCurrenciesAreNotAddedUp() {
        prices.add(price("Claude Sonnet 4.5", "USD", "3", "15", LocalDate.of(2026, 9, 1)));
        prices.add(price("Nova Pro", "EUR", "0.0001", "0", LocalDate.of(2026, 10, 2)));

        assertThat(Shown.text(open("usage?from=2026-11-15&to=2026-11-21")))
                .contains("about under 0.01 EUR and 90.00 USD at the prices recorded in the register,"
                        + " read from 1 Sep 2026 to 2 Oct 2026; 27 of 27 calls are priced.");
    }

    private static Price price(String model, String currency, String input, String output, LocalDate day) {
        return new Price(
                Set.of(Channel.BEDROCK_RUNTIME),
                false,
                model,
                currency,
                new BigDecimal(input),
                new BigDecimal(output),
                day);
    }
}
