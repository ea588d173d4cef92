package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * What the body of an answer tells beside its text: an object for a whole answer, an array of events for a streamed one.
 * Read by path alone, because the text of an answer may hold anything, also something that looks like these fields.
 *
 * @param model the model as the answer names it
 * @param tokens the counts of the answer's usage
 */
record AnswerFacts(@Nullable String model, Guardrail guardrail, Tokens tokens) {
    private static final AnswerFacts NONE = new AnswerFacts(null, Guardrail.NOT_EVIDENCED, Tokens.NONE);
    private static final String INTERVENED = "guardrail_intervened";

    static AnswerFacts of(@Nullable Json body) {
        return switch (body) {
            case Json.Obj answer -> ofAnswer(answer);
            case Json.Arr events -> {
                AnswerFacts facts = NONE;
                for (Json event : events.elements()) {
                    facts = event instanceof Json.Obj object ? facts.and(ofEvent(object)) : facts;
                }
                yield facts;
            }
            case null, default -> NONE;
        };
    }

    private static AnswerFacts ofAnswer(Json.Obj answer) {
        return new AnswerFacts(answer.text("model"), guardrail(answer), tokens(answer.object("usage")));
    }

    /** An event of a stream: of the Messages form, of Converse, or the metrics that Bedrock adds to the last one. */
    private static AnswerFacts ofEvent(Json.Obj event) {
        Json.Obj message = event.object("message");
        Json.Obj metrics = event.object("amazon-bedrock-invocationMetrics");
        boolean stopped = INTERVENED.equals(event.object("messageStop").text("stopReason"))
                || INTERVENED.equals(event.object("delta").text("stop_reason"));
        return ofAnswer(event)
                .and(new AnswerFacts(
                        message.text("model"),
                        stopped ? Guardrail.INTERVENED : Guardrail.NOT_EVIDENCED,
                        tokens(message.object("usage"))))
                .and(new AnswerFacts(
                        null,
                        Guardrail.NOT_EVIDENCED,
                        tokens(event.object("metadata").object("usage"))))
                .and(new AnswerFacts(
                        null,
                        Guardrail.NOT_EVIDENCED,
                        new Tokens(
                                metrics.count("inputTokenCount"),
                                metrics.count("outputTokenCount"),
                                metrics.count("cacheReadInputTokenCount"),
                                metrics.count("cacheWriteInputTokenCount"))));
    }

    private static Guardrail guardrail(Json.Obj answer) {
        String action = answer.text("amazon-bedrock-guardrailAction");
        if ("INTERVENED".equalsIgnoreCase(action)
                || INTERVENED.equals(answer.text("stopReason"))
                || INTERVENED.equals(answer.text("stop_reason"))) {
            return Guardrail.INTERVENED;
        }
        return action != null ? Guardrail.APPLIED : Guardrail.NOT_EVIDENCED;
    }

    private static Tokens tokens(Json.Obj usage) {
        return new Tokens(
                later(usage.count("inputTokens"), usage.count("input_tokens")),
                later(usage.count("outputTokens"), usage.count("output_tokens")),
                later(usage.count("cacheReadInputTokens"), usage.count("cache_read_input_tokens")),
                later(usage.count("cacheWriteInputTokens"), usage.count("cache_creation_input_tokens")));
    }

    /** A later event counts more than an earlier one: the first of a stream knows only the beginning of the answer. */
    private AnswerFacts and(AnswerFacts next) {
        return new AnswerFacts(
                model != null ? model : next.model,
                guardrail.compareTo(next.guardrail) >= 0 ? guardrail : next.guardrail,
                new Tokens(
                        later(tokens.input(), next.tokens.input()),
                        later(tokens.output(), next.tokens.output()),
                        later(tokens.cacheRead(), next.tokens.cacheRead()),
                        later(tokens.cacheWrite(), next.tokens.cacheWrite())));
    }

    private static @Nullable Long later(@Nullable Long first, @Nullable Long second) {
        return second != null ? second : first;
    }
}
