package io.outflow.usage;

import io.outflow.trail.Caller;
import io.outflow.trail.Channel;
import io.outflow.trail.Model;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A combination of facts that rules can decide on.
 *
 * @param operation the API operation as logged
 * @param inferenceRegion where it ran, only where a record says so
 * @param project mantle project or Claude Platform workspace, where named
 * @param agent the agent or knowledge base that the call enters or serves, where named
 * @param step a model call inside an agent's answer: counted only where the answer's entry was not recorded
 * @param metadata request metadata, sorted, without keys whose values look like ids or are too many to decide on
 */
public record SubjectFacts(
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

    /** The same with what other evidence tells, or with what may be shown. */
    public SubjectFacts with(
            Caller otherCaller,
            Model otherModel,
            @Nullable String otherInferenceRegion,
            SortedMap<String, String> otherMetadata) {
        return new SubjectFacts(
                account,
                otherCaller,
                channel,
                operation,
                otherModel,
                sourceRegion,
                otherInferenceRegion,
                viaVpcEndpoint,
                apiKey,
                project,
                agent,
                step,
                otherMetadata);
    }
}
