package io.outflow.trail;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One use, or attempted use, of a model, as one record tells it.
 *
 * @param evidence which kind of record this is
 * @param operation the API operation as logged, such as {@code InvokeModel} or {@code CreateInference}
 * @param sourceRegion the Region that was called, as text
 * @param inferenceRegion the Region where it ran, only where the record says so
 * @param outcome use, denied or failed
 * @param errorCode the raw error code of an attempt, null for a use
 * @param errorFamily the family of the error, NONE for a use
 * @param guardrail whether a guardrail intervened, as far as the record tells
 * @param requestId the AWS request id, null where the record has none; it joins the two evidences of one use
 * @param viaVpcEndpoint true where the record names an interface endpoint ({@code vpce-…})
 * @param apiKey true where the call was made with a Bedrock or Claude Platform API key (bearer token)
 * @param project mantle project or Claude Platform workspace, where named
 * @param agent id of the agent or knowledge base that this call enters or serves, where named
 * @param step true for a model call that an agent or knowledge base made under its service role: part of an answer whose
 *     entry may be recorded elsewhere, so not a second use
 * @param metadata request metadata, sorted; empty where there is none
 * @param text what detectors saw of its prompt and answer
 */
public record ModelCall(
        Place place,
        Evidence evidence,
        EventKey key,
        String contentHash,
        Channel channel,
        String operation,
        Caller caller,
        Model model,
        String sourceRegion,
        @Nullable String inferenceRegion,
        Outcome outcome,
        @Nullable String errorCode,
        ErrorFamily errorFamily,
        Guardrail guardrail,
        @Nullable String requestId,
        boolean viaVpcEndpoint,
        boolean apiKey,
        @Nullable String project,
        @Nullable String agent,
        boolean step,
        Tokens tokens,
        SortedMap<String, String> metadata,
        TextFindings text,
        byte[] original)
        implements Reading {

    /** Another call of which the same is known, save what differs from call to call. */
    ModelCall again(
            Place place,
            EventKey key,
            Caller caller,
            Model model,
            String contentHash,
            @Nullable String requestId,
            Tokens tokens,
            byte[] original) {
        return new ModelCall(
                place,
                evidence,
                key,
                contentHash,
                channel,
                operation,
                caller,
                model,
                sourceRegion,
                inferenceRegion,
                outcome,
                errorCode,
                errorFamily,
                guardrail,
                requestId,
                viaVpcEndpoint,
                apiKey,
                project,
                agent,
                step,
                tokens,
                metadata,
                text,
                original);
    }
}
