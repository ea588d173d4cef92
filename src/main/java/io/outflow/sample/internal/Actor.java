package io.outflow.sample.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the cast: who calls from one account and Region, how much and how.
 *
 * @param share part of the organisation's calls
 * @param hours whether it works office hours; workloads work around the clock
 * @param asks what it asks for
 * @param metadata request metadata (runtime) or metadata (mantle)
 * @param endpoint interface endpoint it calls through
 * @param guardrail guardrail it names
 * @param bearer the type of bearer token it calls with
 * @param resource agent, knowledge base, mantle project or workspace
 * @param denied share of its calls that is denied
 */
record Actor(
        Account account,
        String region,
        Identity identity,
        double share,
        boolean hours,
        List<Ask> asks,
        Map<String, String> metadata,
        @Nullable String endpoint,
        @Nullable String guardrail,
        @Nullable String bearer,
        @Nullable String resource,
        double denied) {

    /**
     * @param model the id as the caller writes it
     * @param ranIn Regions where a cross-Region profile may run it; empty for a call that stays
     */
    record Ask(Route route, String model, List<String> ranIn, double weight) {}

    static Actor of(Account account, String region, Identity identity, double share, Ask... asks) {
        return new Actor(
                account, region, identity, share, true, List.of(asks), Map.of(), null, null, null, null, 0.002);
    }

    static Ask ask(Route route, String model, double weight, String... ranIn) {
        return new Ask(route, model, List.of(ranIn), weight);
    }

    Actor aroundTheClock() {
        return new Actor(
                account, region, identity, share, false, asks, metadata, endpoint, guardrail, bearer, resource, denied);
    }

    Actor with(Map<String, String> newMetadata) {
        return new Actor(
                account,
                region,
                identity,
                share,
                hours,
                asks,
                newMetadata,
                endpoint,
                guardrail,
                bearer,
                resource,
                denied);
    }

    Actor through(String newEndpoint) {
        return new Actor(
                account,
                region,
                identity,
                share,
                hours,
                asks,
                metadata,
                newEndpoint,
                guardrail,
                bearer,
                resource,
                denied);
    }

    Actor guarded(String newGuardrail) {
        return new Actor(
                account,
                region,
                identity,
                share,
                hours,
                asks,
                metadata,
                endpoint,
                newGuardrail,
                bearer,
                resource,
                denied);
    }

    Actor bearing(String newBearer) {
        return new Actor(
                account, region, identity, share, hours, asks, metadata, endpoint, guardrail, newBearer, resource,
                denied);
    }

    Actor on(String newResource) {
        return new Actor(
                account,
                region,
                identity,
                share,
                hours,
                asks,
                metadata,
                endpoint,
                guardrail,
                bearer,
                newResource,
                denied);
    }

    Actor denied(double newDenied) {
        return new Actor(
                account, region, identity, share, hours, asks, metadata, endpoint, guardrail, bearer, resource,
                newDenied);
    }
}
