package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.trail.Channel;
import io.outflow.usage.TokenPrices;
import io.outflow.vendors.content.Commercials;
import io.outflow.vendors.content.Product;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The prices of the register's products that usage can see. A product is one of them when it came from the catalogue as such,
 * or its name says {@code Bedrock} or {@code Claude Platform on AWS}.
 */
@Service
@Requires(Action.READ_USAGE)
class RecordedPrices implements TokenPrices {

    private static final Set<Channel> BEDROCK =
            EnumSet.of(Channel.BEDROCK_RUNTIME, Channel.BEDROCK_AGENTS, Channel.BEDROCK_MANTLE);

    private final Register register;
    private final CurrentPerson person;

    RecordedPrices(Register register, CurrentPerson person) {
        this.register = register;
        this.person = person;
    }

    @Override
    public List<Price> list() {
        if (!person.may(Action.REGISTER, Permission.READ)) {
            return List.of();
        }
        var now = register.now();
        return now.products().stream()
                .flatMap(product -> {
                    var channels = channels(product);
                    return channels.isEmpty()
                            ? Stream.<Price>empty()
                            : now.counting(product.id(), Commercials.class).stream()
                                    .flatMap(entry -> price(product, channels, entry.content()).stream());
                })
                .toList();
    }

    private static Optional<Price> price(Entry<Product> product, Set<Channel> channels, Commercials commercials) {
        var input = commercials.inputPrice();
        var output = commercials.outputPrice();
        var readOn = commercials.priceOn();
        return input == null || output == null || readOn == null
                ? Optional.empty()
                : Optional.of(new Price(
                        channels,
                        isClaude(product),
                        commercials.model(),
                        commercials.currency(),
                        input,
                        output,
                        readOn));
    }

    private static boolean isClaude(Entry<Product> product) {
        return product.content().name().toLowerCase(Locale.ROOT).contains("claude")
                || product.basis().catalogueKey().contains("claude");
    }

    private static Set<Channel> channels(Entry<Product> product) {
        var key = product.basis().catalogueKey();
        var name = product.content().name().toLowerCase(Locale.ROOT);
        if (key.startsWith("anthropic_claude_platform_on_aws/") || name.contains("claude platform on aws")) {
            return EnumSet.of(Channel.CLAUDE_PLATFORM);
        }
        return key.startsWith("aws_bedrock") || name.contains("bedrock") ? BEDROCK : Set.of();
    }
}
