package io.outflow.trail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of model invocation logs. Of the two bodies it looks at a few named fields and lets a scanner look at the texts; it
 * keeps nothing of them.
 */
final class InvocationLogReader {
    private final Keys keys;
    private final Models models;
    private final BodyTexts texts;

    InvocationLogReader(Keys keys, Models models, BodyTexts texts) {
        this.keys = keys;
        this.models = models;
        this.texts = texts;
    }

    void read(Json.Obj line, Place place, TrailSink sink) throws Refusal {
        String operation = line.text("operation");
        switch (Operations.logged(operation == null ? "" : operation)) {
            case Operations.Verdict.Skip(SkipReason reason) -> sink.skipped(place.recordNo(), reason);
            case Operations.Verdict.Change change -> sink.skipped(place.recordNo(), SkipReason.LOG_OPERATION);
            case Operations.Verdict.Call(Channel channel) -> {
                ModelCall call = call(line, operation == null ? "unknown" : operation, channel, place);
                sink.kept(call);
                sink.covered(new Coverage(
                        call.key().account(),
                        call.sourceRegion(),
                        Channel.BEDROCK_RUNTIME,
                        LocalDate.ofInstant(call.key().time(), ZoneOffset.UTC)));
            }
        }
    }

    private ModelCall call(Json.Obj line, String operation, Channel channel, Place place) throws Refusal {
        Json.Obj bare = Bodies.withoutLogged(line);
        Keys.Identified identified = keys.ofInvocationLog(bare, orUnknown(line.text("accountId")));
        Json.Obj input = line.object("input");
        Json.Obj output = line.object("output");
        AnswerFacts answer = AnswerFacts.of(output.get("outputBodyJson"));
        String arn = line.object("identity").text("arn");
        String session = Principal.of(arn).session();
        boolean step = Sessions.isBedrockStep(session);
        boolean anthropicVersion = input.object("inputBodyJson").text("anthropic_version") != null;
        Model model = models.read(line.text("modelId"), Channel.BEDROCK_RUNTIME);
        Failure failure = Failure.of(line.text("errorCode"), line.text("errorMessage"));
        return new ModelCall(
                place,
                Evidence.INVOCATION_LOG,
                identified.key(),
                identified.hash(),
                step ? Channel.BEDROCK_AGENTS : channel,
                Texts.clean(operation),
                CallerReader.ofArn(arn),
                ModelIds.resolved(model, anthropicVersion, answer.model()),
                Texts.clean(orUnknown(line.text("region"))),
                Texts.cleanOrNull(line.text("inferenceRegion")),
                failure.outcome(),
                failure.code(),
                failure.family(),
                answer.guardrail(),
                Texts.cleanOrNull(line.text("requestId")),
                false,
                false,
                null,
                Sessions.agent(session),
                step,
                new Tokens(
                        first(input.count("inputTokenCount"), answer.tokens().input()),
                        first(output.count("outputTokenCount"), answer.tokens().output()),
                        first(
                                input.count("cacheReadInputTokenCount"),
                                answer.tokens().cacheRead()),
                        first(
                                input.count("cacheWriteInputTokenCount"),
                                answer.tokens().cacheWrite())),
                Requests.metadata(line.object("requestMetadata")),
                texts.look(input, output),
                keys.original(bare));
    }

    private static @Nullable Long first(@Nullable Long counted, @Nullable Long answered) {
        return counted != null ? counted : answered;
    }

    private static String orUnknown(@Nullable String text) {
        return text == null ? "unknown" : text;
    }
}
