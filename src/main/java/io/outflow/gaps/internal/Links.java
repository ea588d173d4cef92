package io.outflow.gaps.internal;

import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.UsageLink;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To which product and application each call belongs. The links of the register decide, the one that says most first; where
 * none fits, Claude on Bedrock and the Claude Platform on AWS are known by themselves.
 */
final class Links {
    /** What the catalogue calls the two products that need no link. */
    private static final String BEDROCK = "aws_bedrock_claude/";

    private static final String PLATFORM = "anthropic_claude_platform_on_aws/";

    private static final Comparator<Compiled> MOST_FIRST = Comparator.<Compiled>comparingInt(
                    link -> -link.entry().content().weight())
            .thenComparing(link -> link.entry().id());

    private final List<Compiled> products;
    private final List<Compiled> applications;
    private final @Nullable UUID bedrock;
    private final @Nullable UUID platform;

    private Links(
            List<Compiled> products, List<Compiled> applications, @Nullable UUID bedrock, @Nullable UUID platform) {
        this.products = products;
        this.applications = applications;
        this.bedrock = bedrock;
        this.platform = platform;
    }

    static Links of(Snapshot register) {
        return new Links(
                links(register, Kind.PRODUCT),
                links(register, Kind.APPLICATION),
                byItself(register, BEDROCK, name -> name.contains("bedrock") && name.contains("claude")),
                byItself(register, PLATFORM, name -> name.contains("claude platform") && name.contains("aws")));
    }

    private static List<Compiled> links(Snapshot register, Kind owner) {
        return register.list(UsageLink.class).stream()
                .filter(entry -> !entry.basis().rejected()
                        && register.owner(entry)
                                .map(Entry::kind)
                                .filter(owner::equals)
                                .isPresent())
                .map(Compiled::of)
                .sorted(MOST_FIRST)
                .toList();
    }

    /** Of several that look like it the one in use, then the one that came from the catalogue, then the first by name. */
    private static @Nullable UUID byItself(Snapshot register, String key, Predicate<String> named) {
        return register.products().stream()
                .filter(product -> fromCatalogue(product, key)
                        || named.test(product.content().name().toLowerCase(Locale.ROOT)))
                .min(Comparator.<Entry<Product>, Boolean>comparing(
                                product -> product.content().status() == ProductStatus.RETIRED)
                        .thenComparing(product -> !fromCatalogue(product, key)))
                .map(Entry::id)
                .orElse(null);
    }

    private static boolean fromCatalogue(Entry<Product> product, String key) {
        return product.basis().catalogueKey().startsWith(key);
    }

    Linked of(Subject subject) {
        var facts = subject.facts();
        return new Linked(product(facts), owner(applications, facts).orElse(null));
    }

    private @Nullable UUID product(SubjectFacts facts) {
        return owner(products, facts).orElseGet(() -> switch (facts.channel()) {
            case CLAUDE_PLATFORM -> platform;
            case BEDROCK_RUNTIME, BEDROCK_AGENTS, BEDROCK_MANTLE ->
                facts.model().claude() == Claude.YES ? bedrock : null;
        });
    }

    /** Whether a product stands for a model of Bedrock, whoever calls it. */
    boolean standsFor(String modelId) {
        var claude = modelId.toLowerCase(Locale.ROOT).contains("anthropic.claude");
        return claude && bedrock != null
                || products.stream()
                        .anyMatch(link -> !link.models().any() && link.models().fit(modelId));
    }

    /** The products of which logs can tell. */
    Set<UUID> visible() {
        var visible = new HashSet<UUID>();
        Stream.concat(products.stream().map(link -> link.entry().owner()), Stream.of(bedrock, platform))
                .filter(id -> id != null)
                .forEach(visible::add);
        return visible;
    }

    /** The channels by which calls of a product come. */
    Set<Channel> channels(UUID product) {
        var channels = new HashSet<Channel>();
        if (product.equals(platform)) {
            channels.add(Channel.CLAUDE_PLATFORM);
        }
        if (product.equals(bedrock)) {
            channels.addAll(List.of(Channel.BEDROCK_RUNTIME, Channel.BEDROCK_AGENTS, Channel.BEDROCK_MANTLE));
        }
        products.stream().filter(link -> product.equals(link.entry().owner())).forEach(link -> Stream.of(
                        Channel.values())
                .filter(channel -> link.channels().fit(channel.name(), channel.label()))
                .forEach(channels::add));
        return channels;
    }

    private static Optional<UUID> owner(List<Compiled> links, SubjectFacts facts) {
        return links.stream().filter(link -> link.fits(facts)).findFirst().map(link -> link.entry()
                .owner());
    }

    private record Compiled(
            Entry<UsageLink> entry,
            Wildcards channels,
            Wildcards accounts,
            Wildcards regions,
            Wildcards models,
            Wildcards profiles,
            Wildcards roles,
            Wildcards projects,
            Wildcards metadata) {

        static Compiled of(Entry<UsageLink> entry) {
            var link = entry.content();
            return new Compiled(
                    entry,
                    Wildcards.of(link.channels()),
                    Wildcards.of(link.accounts()),
                    Wildcards.of(link.regions()),
                    Wildcards.of(link.models()),
                    Wildcards.of(link.profiles()),
                    Wildcards.of(link.roles()),
                    Wildcards.of(link.projects()),
                    Wildcards.of(link.metadata()));
        }

        boolean fits(SubjectFacts facts) {
            return channels.fit(facts.channel().name(), facts.channel().label())
                    && accounts.fit(facts.account())
                    && regions.fit(facts.sourceRegion())
                    && models.fit(facts.model().name(), facts.model().id())
                    && profiles.fit(facts.model().id())
                    && roles.fit(facts.caller().role(), facts.caller().id())
                    && projects.fit(facts.project())
                    && metadata.fit(facts.metadata().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .toArray(String[]::new));
        }
    }
}
