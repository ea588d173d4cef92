package io.outflow.sample.internal;

import io.outflow.sample.internal.Actor.Ask;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a model invocation log, with made-up prompt and answer. */
record InvocationLine(
        Actor actor,
        Ask ask,
        String arn,
        Instant time,
        String requestId,
        @Nullable String ranIn,
        Tokens tokens,
        boolean stopped) {
    /** Stands in every made-up prompt and answer, so that a test can look whether one was kept. */
    static final String MARK = "made-up text of no meaning";

    private static final List<String> PROMPTS = List.of(
            "Summarise this note in two sentences: " + MARK + ", Erika Mustermann (erika.mustermann@example.com)"
                    + " reports a burst pipe in the kitchen.",
            "Which clause covers hail on a parked car? " + MARK,
            "Translate into French: " + MARK + ", the premium is due on the first of the month"
                    + " from IBAN DE89 3704 0044 0532 0130 00.",
            "Review this change: " + MARK + ", the loop ends one step early.\nSay what breaks.",
            "{\"identity\":{\"arn\":\"not the caller\"},\"inputTokenCount\":1} is " + MARK);

    void write(Json json, Draw draw) {
        json.open()
                .put("schemaType", "ModelInvocationLog")
                .put("schemaVersion", "1.0")
                .put("timestamp", time.toString())
                .put("accountId", actor.account().number)
                .put("region", actor.region())
                .put("requestId", requestId)
                .put("operation", ask.route().operation)
                .put("modelId", ask.model())
                .open("identity")
                .put("arn", arn)
                .close();
        if (ranIn != null) {
            json.put("inferenceRegion", ranIn);
        }
        if (!actor.metadata().isEmpty()) {
            json.open("requestMetadata");
            actor.metadata().forEach(json::put);
            json.close();
        }
        json.open("input")
                .put("inputContentType", "application/json")
                .open("inputBodyJson")
                .openList("messages")
                .open()
                .put("role", "user")
                .openList("content")
                .open()
                .put("text", draw.of(PROMPTS))
                .close()
                .closeList()
                .close()
                .closeList()
                .close()
                .put("inputTokenCount", tokens.input());
        if (tokens.cacheRead() > 0) {
            json.put("cacheReadInputTokenCount", tokens.cacheRead())
                    .put("cacheWriteInputTokenCount", tokens.cacheWrite());
        }
        json.close()
                .open("output")
                .put("outputContentType", "application/json")
                .open("outputBodyJson")
                .open("output")
                .open("message")
                .put("role", "assistant")
                .openList("content")
                .open()
                .put("text", "An answer, " + MARK + ".")
                .close()
                .closeList()
                .close()
                .close()
                .put("stopReason", stopped ? "guardrail_intervened" : "end_turn")
                .open("usage")
                .put("inputTokens", tokens.input())
                .put("outputTokens", tokens.output())
                .close()
                .close()
                .put("outputTokenCount", tokens.output())
                .close()
                .close();
    }
}
