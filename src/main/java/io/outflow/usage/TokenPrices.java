package io.outflow.usage;

import io.outflow.trail.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Where usage learns what tokens cost. */
public interface TokenPrices {

    /** The prices that are recorded, as far as whoever asks may read them. */
    List<Price> list();

    /**
     * A recorded price.
     *
     * @param channels the ways to the model for which it holds
     * @param onlyClaude whether it holds for nothing but Claude there
     * @param model the model in words or as an id, in any case; empty means all of these
     * @param currency ISO 4217
     * @param input per million tokens read
     * @param output per million tokens written
     * @param readOn the day on which it was read
     */
    record Price(
            Set<Channel> channels,
            boolean onlyClaude,
            String model,
            String currency,
            BigDecimal input,
            BigDecimal output,
            LocalDate readOn) {

        public Price {
            channels = Set.copyOf(channels);
        }
    }
}
