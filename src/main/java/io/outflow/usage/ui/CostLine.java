package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.Formats;
import io.outflow.usage.CostEstimate;
import io.outflow.usage.TokenPrices;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One quiet line about what the calls would cost at the prices of the register; not there when no call has a price. */
class CostLine extends Composite<Paragraph> {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final transient Usage usage;
    private final transient TokenPrices prices;

    CostLine(Usage usage, TokenPrices prices) {
        this.usage = usage;
        this.prices = prices;
        getContent().addClassNames("s", "q", "cost");
        getContent().setVisible(false);
    }

    void show(UsageFilter filter) {
        var recorded = prices.list();
        // Nothing is summed where nothing can be priced.
        var estimate =
                recorded.isEmpty() ? Optional.<CostEstimate>empty() : CostEstimate.of(usage.tokens(filter), recorded);
        getContent().setVisible(estimate.isPresent());
        estimate.ifPresent(known -> getContent().setText(words(known)));
    }

    static String words(CostEstimate estimate) {
        var amounts = estimate.amounts().entrySet().stream()
                .map(amount -> amount(amount.getValue()) + " " + amount.getKey())
                .collect(Collectors.joining(" and "));
        var days = estimate.from().equals(estimate.to())
                ? "as of " + Formats.day(estimate.to())
                : "read from %s to %s".formatted(Formats.day(estimate.from()), Formats.day(estimate.to()));
        return "An estimate: about %s at the prices recorded in the register, %s; %s of %s priced%s"
                .formatted(
                        amounts,
                        days,
                        Formats.count(estimate.priced()),
                        Formats.count(estimate.calls(), "call is", "calls are"),
                        estimate.priced() == estimate.calls() ? "." : ", what the others cost is unknown.");
    }

    private static String amount(BigDecimal amount) {
        return amount.signum() > 0 && amount.compareTo(CENT) < 0
                ? "under 0.01"
                : String.format(Locale.ENGLISH, "%,.2f", amount);
    }
}
