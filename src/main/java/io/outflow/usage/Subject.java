package io.outflow.usage;

import io.outflow.trail.Caller;
import io.outflow.trail.Channel;
import io.outflow.trail.Model;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One distinct combination of facts that rules can decide on. There are thousands, not millions: what differs from call to
 * call (access keys, addresses, request ids) stays with the event's original record.
 *
 * @param id number given when it was first seen, from 1 without gaps
 * @param operation the API operation as logged
 * @param inferenceRegion where it ran, only where a record says so
 * @param project mantle project or Claude Platform workspace, where named
 * @param agent the agent or knowledge base that the call enters or serves, where named
 * @param step a model call inside an agent's answer: counted only where the answer's entry was not recorded
 * @param metadata request metadata, sorted, without keys whose values look like ids or are too many to decide on
 */
public record Subject(
        int id,
        String account,
        Caller caller,
        Channel channel,
        String operation,
        Model model,
        String sourceRegion,
        @Nullable String inferenceRegion,
        boolean viaVpcEndpoint,
        boolean apiKey,
        @Nullable String project,
        @Nullable String agent,
        boolean step,
        SortedMap<String, String> metadata) {

    /** The same with another model, where other evidence tells it. */
    public Subject withModel(Model told) {
        return new Subject(
                id,
                account,
                caller,
                channel,
                operation,
                told,
                sourceRegion,
                inferenceRegion,
                viaVpcEndpoint,
                apiKey,
                project,
                agent,
                step,
                metadata);
    }
}
