package io.outflow.usage;

import io.outflow.trail.Claude;
import io.outflow.trail.ModelWords;
import io.outflow.usage.TokenPrices.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * About what calls would cost at recorded prices. It is no bill: discounts, commitments and the lower price of cached tokens
 * are not in it, and a call without token counts or without one clear price is left out and said to be.
 *
 * @param amounts by currency; currencies are never added up
 * @param priced the calls that are in the amounts
 * @param calls all calls
 * @param from the earliest day on which one of the prices was read
 * @param to the latest
 */
public record CostEstimate(
        SortedMap<String, BigDecimal> amounts, long priced, long calls, LocalDate from, LocalDate to) {

    private static final int MILLION = 6;

    public CostEstimate {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /** The estimate; nothing when no call has a price. */
    public static Optional<CostEstimate> of(List<TokenUse> uses, List<Price> prices) {
        var amounts = new TreeMap<String, BigDecimal>();
        var days = new TreeSet<LocalDate>();
        var priced = 0L;
        for (var use : uses) {
            var price = price(use, prices);
            if (price.isPresent() && use.counted() > 0) {
                amounts.merge(price.get().currency(), cost(use, price.get()), BigDecimal::add);
                days.add(price.get().readOn());
                priced += use.counted();
            }
        }
        var calls = uses.stream().mapToLong(TokenUse::calls).sum();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new CostEstimate(amounts, priced, calls, days.first(), days.last()));
    }

    private static BigDecimal cost(TokenUse use, Price price) {
        return price.input()
                .multiply(BigDecimal.valueOf(use.inputTokens()))
                .add(price.output().multiply(BigDecimal.valueOf(use.outputTokens())))
                .movePointLeft(MILLION);
    }

    /** The price for this model before one for all, the one read last; none when that is not one clear price. */
    private static Optional<Price> price(TokenUse use, List<Price> prices) {
        var ofChannel = prices.stream()
                .filter(price -> price.channels().contains(use.channel()))
                .filter(price -> !price.onlyClaude() || use.claude() == Claude.YES)
                .toList();
        var ofModel = ofChannel.stream()
                .filter(price -> !price.model().isEmpty() && isFor(price.model(), use))
                .toList();
        var candidates = ofModel.isEmpty()
                ? ofChannel.stream().filter(price -> price.model().isEmpty()).toList()
                : ofModel;
        return candidates.stream()
                .map(Price::readOn)
                .max(Comparator.naturalOrder())
                .flatMap(day -> {
                    var newest = candidates.stream()
                            .filter(price -> price.readOn().equals(day))
                            .toList();
                    return differ(newest) ? Optional.empty() : Optional.of(newest.getFirst());
                });
    }

    private static boolean isFor(String model, TokenUse use) {
        return model.equalsIgnoreCase(use.model())
                || ModelWords.of(model, use.channel()).equalsIgnoreCase(use.model());
    }

    private static boolean differ(List<Price> prices) {
        var different = new HashSet<List<Object>>();
        prices.forEach(price -> different.add(List.of(
                price.currency(),
                price.input().stripTrailingZeros(),
                price.output().stripTrailingZeros())));
        return different.size() > 1;
    }
}
