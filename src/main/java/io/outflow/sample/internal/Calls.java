package io.outflow.sample.internal;

import io.outflow.sample.Counted;
import io.outflow.sample.internal.Actor.Ask;
import io.outflow.sample.internal.Identity.ServiceRole;
import io.outflow.sample.internal.Identity.Session;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the calls of the cast: the CloudTrail record, the steps of agents, and the line of the invocation log. */
final class Calls {
    private final Draw draw;
    private final Json json = new Json();
    private final DayFile trail;
    private final @Nullable DayFile log;
    private final Tally tally;

    /** @param log where Bedrock logs invocations; null where that is off */
    Calls(Draw draw, DayFile trail, @Nullable DayFile log, Tally tally) {
        this.draw = draw;
        this.trail = trail;
        this.log = log;
        this.tally = tally;
    }

    void call(Actor actor, Instant time) {
        double[] weights = actor.asks().stream().mapToDouble(Ask::weight).toArray();
        Ask ask = actor.asks().get(draw.weighted(weights));
        Session session = actor.identity().session(actor.account(), draw);
        String requestId = draw.uuid();
        Failure failure = Failure.drawn(draw, actor.denied(), session.arn(), ask.model());
        String ranIn = ask.ranIn().isEmpty() ? null : draw.of(ask.ranIn());
        Tokens tokens = Tokens.drawn(draw);
        var record = new TrailRecord(
                        actor.account(), actor.region(), session, time, ask.route().source, ask.route().operation)
                .host(ask.route().host.formatted(actor.region()))
                .userAgent(userAgent(ask.route()))
                .through(actor.endpoint())
                .error(failure.code(), failure.message());
        boolean logged = log != null && ask.route().isRuntime() && failure == Failure.NONE;
        switch (ask.route()) {
            case CONVERSE, CONVERSE_STREAM, INVOKE, INVOKE_STREAM ->
                runtime(record, actor, ask, failure == Failure.NONE ? ranIn : null, logged ? null : tokens);
            case AGENT -> agent(record, actor);
            case KNOWLEDGE_BASE -> knowledgeBase(record, actor);
            case MANTLE -> mantle(record, actor, ask);
            case PLATFORM -> platform(record, actor, ask);
        }
        boolean recorded = !logged || !draw.chance(0.003);
        if (recorded) {
            record.write(json, draw, requestId);
            trail.add(time, json, true);
        }
        tally.call(ask.route(), failure);
        if (failure == Failure.NONE) {
            steps(actor, ask, time);
        }
        if (logged && log != null) {
            boolean stopped = actor.guardrail() != null && draw.chance(0.04);
            new InvocationLine(actor, ask, session.arn(), time, requestId, ranIn, tokens, stopped).write(json, draw);
            log.add(time, json, true);
            tally.add(recorded ? Counted.JOINED_LINES : Counted.LOG_ONLY_LINES);
        }
    }

    private static void runtime(
            TrailRecord record, Actor actor, Ask ask, @Nullable String ranIn, @Nullable Tokens tokens) {
        record.request(fields -> {
            fields.put("modelId", ask.model());
            if (actor.guardrail() != null) {
                fields.put("guardrailIdentifier", actor.guardrail()).put("guardrailVersion", "1");
            }
        });
        if (ranIn != null || tokens != null) {
            record.extra(fields -> {
                if (ranIn != null) {
                    fields.put("inferenceRegion", ranIn);
                }
                if (tokens != null) {
                    fields.put("inputTokens", tokens.input()).put("outputTokens", tokens.output());
                }
            });
        }
    }

    private void agent(TrailRecord record, Actor actor) {
        String session = draw.uuid();
        record.request(fields -> fields.put("agentId", Cast.AGENT)
                        .put("agentAliasId", "TSTALIASID")
                        .put("sessionId", session)
                        .put("enableTrace", false))
                .dataEvent(
                        "AWS::Bedrock::AgentAlias",
                        "arn:aws:bedrock:" + actor.region() + ":" + actor.account().number + ":agent-alias/"
                                + Cast.AGENT + "/TSTALIASID");
    }

    private static void knowledgeBase(TrailRecord record, Actor actor) {
        record.request(fields -> fields.put("input", "HIDDEN_DUE_TO_SECURITY_REASONS")
                        .open("retrieveAndGenerateConfiguration")
                        .put("type", "KNOWLEDGE_BASE")
                        .close())
                .dataEvent(
                        "AWS::Bedrock::KnowledgeBase",
                        "arn:aws:bedrock:" + actor.region() + ":" + actor.account().number + ":knowledge-base/"
                                + Cast.KNOWLEDGE_BASE);
    }

    private static void mantle(TrailRecord record, Actor actor, Ask ask) {
        record.request(fields -> {
                    fields.put("model", ask.model()).put("stream", true).put("max_tokens", 4096);
                    if (!actor.metadata().isEmpty()) {
                        fields.open("metadata");
                        actor.metadata().forEach(fields::put);
                        fields.close();
                    }
                    fields.put("callWithBearerToken", actor.bearer() != null);
                    if (actor.bearer() != null) {
                        fields.put("bearerTokenType", actor.bearer());
                    }
                })
                .writes()
                .dataEvent(
                        "AWS::BedrockMantle::Project",
                        "arn:aws:bedrock-mantle:" + actor.region() + ":" + actor.account().number + ":project/"
                                + actor.resource());
    }

    private static void platform(TrailRecord record, Actor actor, Ask ask) {
        record.request(fields -> fields.put("model", ask.model())
                        .put("callWithBearerToken", actor.bearer() != null)
                        .put("bearerTokenType", "SHORT_TERM"))
                .writes()
                .dataEvent(
                        "AWS::AWSExternalAnthropic::Workspace",
                        "arn:aws:aws-external-anthropic:" + actor.region() + ":" + actor.account().number
                                + ":workspace/" + actor.resource());
    }

    /** The model calls that Bedrock makes under a service role for an agent's or a knowledge base's answer. */
    private void steps(Actor actor, Ask ask, Instant time) {
        int count = ask.route() == Route.AGENT ? 1 + draw.below(3) : ask.route() == Route.KNOWLEDGE_BASE ? 1 : 0;
        var role = ask.route() == Route.AGENT
                ? new ServiceRole("AmazonBedrockExecutionRoleForAgents_CC01", "BedrockSession-" + Cast.AGENT)
                : new ServiceRole(
                        "AmazonBedrockExecutionRoleForKnowledgeBase_PW01",
                        "BedrockQueryKnowledgeBaseSession-" + Cast.KNOWLEDGE_BASE);
        for (int i = 0; i < count; i++) {
            Instant at = time.minusSeconds(1);
            var step = new TrailRecord(
                    actor.account(),
                    actor.region(),
                    role.session(actor.account(), draw),
                    at,
                    "bedrock.amazonaws.com",
                    "InvokeModel");
            String ranIn = ask.ranIn().isEmpty() ? null : draw.of(ask.ranIn());
            Consumer<Json> extra = ranIn == null ? null : fields -> fields.put("inferenceRegion", ranIn);
            step.request(fields -> fields.put("modelId", ask.model()))
                    .extra(extra)
                    .write(json, draw, draw.uuid());
            trail.add(at, json, true);
            tally.add(Counted.STEPS);
        }
    }

    private static String userAgent(Route route) {
        return switch (route) {
            case INVOKE_STREAM -> "claude-cli/2.1.9 (external, cli) AnthropicBedrock/JS 0.31.0";
            case MANTLE -> "AnthropicBedrockMantle/Python 0.84.0";
            case PLATFORM -> "Anthropic/Python 0.84.0";
            default -> "Boto3/1.42.3 md/Botocore#1.42.3 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.1";
        };
    }
}
