package io.outflow.sample.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the cast: who calls from one account and Region, how much and how. Told in {@link Cast}, and then fixed. */
final class Actor {
    private final Account account;
    private final String region;
    private final Identity identity;
    private final double share;
    private final List<Ask> asks;
    private boolean hours = true;
    private Map<String, String> metadata = Map.of();
    private @Nullable String endpoint;
    private @Nullable String guardrail;
    private @Nullable String bearer;
    private @Nullable String resource;
    private double denied = 0.002;

    /**
     * @param model the id as the caller writes it
     * @param ranIn Regions where a cross-Region profile may run it; empty for a call that stays
     */
    record Ask(Route route, String model, List<String> ranIn, double weight) {}

    private Actor(Account account, String region, Identity identity, double share, List<Ask> asks) {
        this.account = account;
        this.region = region;
        this.identity = identity;
        this.share = share;
        this.asks = asks;
    }

    /** @param share part of the organisation's calls */
    static Actor of(Account account, String region, Identity identity, double share, Ask... asks) {
        return new Actor(account, region, identity, share, List.of(asks));
    }

    static Ask ask(Route route, String model, double weight, String... ranIn) {
        return new Ask(route, model, List.of(ranIn), weight);
    }

    /** Works around the clock, as workloads do, and not in office hours. */
    Actor aroundTheClock() {
        hours = false;
        return this;
    }

    /** Sends request metadata (runtime) or metadata (mantle). */
    Actor with(Map<String, String> sent) {
        metadata = sent;
        return this;
    }

    /** Calls through an interface endpoint. */
    Actor through(String vpcEndpoint) {
        endpoint = vpcEndpoint;
        return this;
    }

    /** Names a guardrail. */
    Actor guarded(String named) {
        guardrail = named;
        return this;
    }

    /** Calls with a bearer token of this type. */
    Actor bearing(String token) {
        bearer = token;
        return this;
    }

    /** Asks an agent, knowledge base, mantle project or workspace. */
    Actor on(String asked) {
        resource = asked;
        return this;
    }

    /** @param part share of its calls that is denied */
    Actor denied(double part) {
        denied = part;
        return this;
    }

    Account account() {
        return account;
    }

    String region() {
        return region;
    }

    Identity identity() {
        return identity;
    }

    double share() {
        return share;
    }

    List<Ask> asks() {
        return asks;
    }

    boolean hours() {
        return hours;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    @Nullable
    String endpoint() {
        return endpoint;
    }

    @Nullable
    String guardrail() {
        return guardrail;
    }

    @Nullable
    String bearer() {
        return bearer;
    }

    @Nullable
    String resource() {
        return resource;
    }

    double denied() {
        return denied;
    }
}
