package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.trail.Channel;
import io.outflow.usage.TokenPrices;
import io.outflow.usage.TokenPrices.Price;
import io.outflow.vendors.content.Commercials;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** UC-34: usage learns the prices of the products that it can see from the register. */
class UC34RecordedPricesTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private final String model = "Model " + UUID.randomUUID();
    private final Basis basis = Basis.ours("Price list", SEPTEMBER, null);

    @BeforeEach
    void legal() {
        As.role(Role.LEGAL);
    }

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @OnBothDatabases
    void aPriceOfAProductOnBedrockHoldsForItsChannelsAndOfAnotherProductForNone(Database database) {
        var register = WholeApplication.on(database).getBean(Register.class);
        add(register, "Claude on Amazon Bedrock", price("3", "15"));
        add(register, "Claude API", price("2", "10"));

        assertThat(prices(database))
                .containsExactly(new Price(
                        Set.of(Channel.BEDROCK_RUNTIME, Channel.BEDROCK_AGENTS, Channel.BEDROCK_MANTLE),
                        true,
                        model,
                        "USD",
                        new BigDecimal("3"),
                        new BigDecimal("15"),
                        SEPTEMBER));
    }

    @OnBothDatabases
    void aRejectedPriceOneWithoutOutputAndOneThatTheReaderMayNotSeeAreNone(Database database) {
        var register = WholeApplication.on(database).getBean(Register.class);
        var entry = add(register, "Claude Platform on AWS", price("3", "15"));
        add(register, "Titan on Bedrock", price("1", null));
        assertThat(prices(database)).extracting(Price::channels).containsExactly(Set.of(Channel.CLAUDE_PLATFORM));

        As.role(Role.ADMIN);
        assertThat(prices(database)).isEmpty();
        As.role(Role.LEGAL);
        register.reject(entry.id(), 1, "Read in the wrong column");
        assertThat(prices(database)).isEmpty();
    }

    private List<Price> prices(Database database) {
        return WholeApplication.on(database).getBean(TokenPrices.class).list().stream()
                .filter(price -> price.model().equals(model))
                .toList();
    }

    private Entry<?> add(Register register, String name, Commercials commercials) {
        var vendor = register.add(
                new Draft(null, Vendor.named("Vendor " + UUID.randomUUID()), Basis.ours("", null, null)), "New");
        var product = register.add(new Draft(vendor.id(), Product.named(name), Basis.ours("", null, null)), "New");
        return register.add(new Draft(product.id(), commercials, basis), "Price list read");
    }

    private Commercials price(String input, String output) {
        return new Commercials(
                "USD",
                null,
                "",
                model,
                new BigDecimal(input),
                output == null ? null : new BigDecimal(output),
                SEPTEMBER,
                "");
    }
}
