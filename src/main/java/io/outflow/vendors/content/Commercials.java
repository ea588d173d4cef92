package io.outflow.vendors.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it costs. With prices usage can show an estimate, which is called one.
 *
 * @param currency ISO 4217, such as USD
 * @param value the value of the contract a year
 * @param commitment the commitment it counts toward
 * @param model the models the prices hold for; empty means all
 * @param inputPrice per million tokens read
 * @param outputPrice per million tokens written
 * @param priceOn the day on which the prices were read
 */
public record Commercials(
        @Label("Currency") String currency,

        @Label(value = "Contract value", help = "A year") @Nullable
        BigDecimal value,

        @Label("Counts toward") String commitment,
        @Label(value = "Model", help = "Empty means all") String model,

        @Label(value = "Price of input", help = "Per million tokens") @Nullable
        BigDecimal inputPrice,

        @Label(value = "Price of output", help = "Per million tokens") @Nullable
        BigDecimal outputPrice,

        @Label("Prices read on") @Nullable LocalDate priceOn,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;

    public Commercials {
        currency = Texts.of(currency).toUpperCase(java.util.Locale.ROOT);
        commitment = Texts.of(commitment);
        model = Texts.of(model);
        notes = Texts.of(notes);
    }

    @Override
    public String heading() {
        return model.isEmpty() ? "Commercials" : "Commercials, " + model;
    }

    @Override
    public List<Problem> problems() {
        var priced = value != null || inputPrice != null || outputPrice != null;
        return Problem.all(
                Problem.when(
                        !currency.isEmpty() && !currency.matches("[A-Z]{3}"),
                        "currency",
                        "Give the currency as three letters, such as USD."),
                Problem.when(priced && currency.isEmpty(), "currency", "Say in which currency."),
                Problem.when(
                        (inputPrice != null || outputPrice != null) && priceOn == null,
                        "priceOn",
                        "Give the day on which the prices were read, because prices change."),
                wrong("value", value),
                wrong("inputPrice", inputPrice),
                wrong("outputPrice", outputPrice));
    }

    private static @Nullable Problem wrong(String field, @Nullable BigDecimal amount) {
        return Problem.when(
                amount != null
                        && (amount.signum() < 0
                                || amount.precision() - (long) amount.scale() > MOST_DIGITS
                                || amount.scale() > MOST_DECIMALS),
                field,
                "Give an amount of 0 or more, with at most %d digits and %d decimals."
                        .formatted(MOST_DIGITS, MOST_DECIMALS));
    }
}
