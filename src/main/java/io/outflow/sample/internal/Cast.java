package io.outflow.sample.internal;

import static io.outflow.sample.internal.Actor.ask;

import io.outflow.sample.internal.Identity.Federated;
import io.outflow.sample.internal.Identity.Function;
import io.outflow.sample.internal.Identity.IdentityCenter;
import io.outflow.sample.internal.Identity.Instance;
import io.outflow.sample.internal.Identity.RoleOnly;
import io.outflow.sample.internal.Identity.Root;
import io.outflow.sample.internal.Identity.User;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who works at the sample organisation. Fixed, so that a year of logs has no more subjects than a week. */
final class Cast {
    static final String AGENT = "CCAGENT001";
    static final String KNOWLEDGE_BASE = "KBPOLICY01";

    private static final String SONNET_45 = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String HAIKU_45 = "anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final String OPUS_47 = "anthropic.claude-opus-4-7";
    private static final String SONNET_5 = "anthropic.claude-sonnet-5";
    private static final String[] EUROPE = {"eu-central-1", "eu-west-1", "eu-north-1"};

    private static final List<String> FIRST = List.of(
            "amara", "bruno", "carla", "dilan", "emil", "farah", "greta", "hugo", "ines", "jonas", "katja", "lorenz",
            "mina", "nils", "olga", "pavel");
    private static final List<String> LAST = List.of("adler", "brandt", "costa", "dogan", "eriksen", "fischer");

    private Cast() {}

    static List<Actor> actors() {
        return List.of(
                Actor.of(
                                Account.CLAIMS,
                                "eu-central-1",
                                new Function("claims-summariser"),
                                0.21,
                                ask(Route.CONVERSE, "eu." + SONNET_45, 9, EUROPE),
                                ask(Route.CONVERSE, "eu." + HAIKU_45, 1, EUROPE))
                        .aroundTheClock()
                        .with(Map.of("app", "claims-summariser", "cost-centre", "4711"))
                        .through("vpce-0c1a1a5e000000001"),
                Actor.of(
                                Account.CLAIMS,
                                "eu-central-1",
                                new Function("fnol-intake"),
                                0.006,
                                ask(Route.CONVERSE, "eu." + HAIKU_45, 1, EUROPE))
                        .aroundTheClock()
                        .with(Map.of("app", "fnol-intake", "data-class", "special-category"))
                        .through("vpce-0c1a1a5e000000001")
                        .guarded("gr0fnolhealth"),
                Actor.of(
                                Account.CLAIMS,
                                "eu-central-1",
                                new IdentityCenter("ClaimsHandler", people(0, 8)),
                                0.02,
                                ask(Route.KNOWLEDGE_BASE, HAIKU_45, 1))
                        .on(KNOWLEDGE_BASE),
                Actor.of(
                                Account.CONTACT_CENTRE,
                                "eu-west-1",
                                new Instance("contact-centre-web"),
                                0.17,
                                ask(Route.AGENT, "eu." + HAIKU_45, 1, EUROPE))
                        .aroundTheClock()
                        .on(AGENT),
                Actor.of(
                                Account.UNDERWRITING,
                                "eu-central-1",
                                new Instance("underwriting-assistant"),
                                0.13,
                                ask(Route.CONVERSE, "eu." + SONNET_45, 1, EUROPE))
                        .with(Map.of("app", "underwriting-assistant", "data-class", "financial")),
                Actor.of(
                        Account.UNDERWRITING,
                        "eu-central-1",
                        new Function("pricing-notes"),
                        0.012,
                        ask(
                                Route.INVOKE,
                                "arn:aws:bedrock:eu-central-1:777788889999:application-inference-profile/pr1c1ngn0t3s",
                                1)),
                Actor.of(
                        Account.SHARED_TOOLS,
                        "eu-central-1",
                        new IdentityCenter("Developer", people(8, 41)),
                        0.14,
                        ask(Route.INVOKE_STREAM, "eu." + OPUS_47, 6, "eu-central-1", "eu-west-1"),
                        ask(Route.INVOKE_STREAM, "eu." + SONNET_45, 3, "eu-central-1", "eu-west-1")),
                Actor.of(
                                Account.SHARED_TOOLS,
                                "eu-central-1",
                                new IdentityCenter("Developer", people(8, 12)),
                                0.012,
                                ask(Route.MANTLE, OPUS_47, 1))
                        .with(Map.of("team", "platform"))
                        .on("proj_platform01"),
                Actor.of(
                                Account.SHARED_TOOLS,
                                "eu-central-1",
                                new RoleOnly("code-review-bot"),
                                0.075,
                                ask(Route.CONVERSE, "eu." + SONNET_45, 1, "eu-central-1", "eu-west-1"))
                        .with(Map.of("app", "code-review-bot", "data-class", "source-code")),
                Actor.of(
                                Account.SHARED_TOOLS,
                                "eu-west-1",
                                new User("BedrockAPIKey-7q2x"),
                                0.05,
                                ask(Route.MANTLE, HAIKU_45, 1))
                        .bearing("ABSK")
                        .on("proj_shared0001"),
                Actor.of(
                        Account.SHARED_TOOLS,
                        "eu-central-1",
                        new Function("policy-translation"),
                        0.022,
                        ask(Route.CONVERSE, "eu." + HAIKU_45, 1, EUROPE)),
                Actor.of(
                        Account.SHARED_TOOLS,
                        "eu-west-1",
                        new Federated("marketing-drafts", people(49, 9)),
                        0.02,
                        ask(Route.CONVERSE_STREAM, HAIKU_45, 1)),
                Actor.of(
                                Account.SHARED_TOOLS,
                                "us-east-1",
                                new IdentityCenter("LegalResearch", people(58, 12)),
                                0.02,
                                ask(Route.PLATFORM, "claude-sonnet-5", 1))
                        .bearing("SHORT_TERM")
                        .on("wrkspc_legal01"),
                Actor.of(
                                Account.SHARED_TOOLS,
                                "eu-central-1",
                                new Function("search-indexer"),
                                0.03,
                                ask(Route.INVOKE, "amazon.titan-embed-text-v2:0", 4),
                                ask(Route.INVOKE, "eu.amazon.nova-lite-v1:0", 1, EUROPE))
                        .aroundTheClock(),
                Actor.of(
                                Account.DATA_LAB,
                                "eu-central-1",
                                new Federated("analyst", people(70, 17)),
                                0.04,
                                ask(Route.CONVERSE, SONNET_5, 7),
                                ask(Route.CONVERSE, OPUS_47, 1))
                        .denied(0.06),
                Actor.of(
                                Account.DATA_LAB,
                                "eu-central-1",
                                new RoleOnly("reporting-batch"),
                                0.048,
                                ask(Route.INVOKE, "eu." + SONNET_45, 1, EUROPE))
                        .aroundTheClock(),
                Actor.of(
                                Account.DATA_LAB,
                                "eu-central-1",
                                new User("legacy-reports"),
                                0.008,
                                ask(Route.INVOKE, "anthropic.claude-3-haiku-20240307-v1:0", 1))
                        .aroundTheClock(),
                Actor.of(
                                Account.SANDBOX,
                                "us-east-1",
                                new RoleOnly("sandbox-experiments"),
                                0.024,
                                ask(Route.CONVERSE, "global." + SONNET_5, 5, "us-east-1", "us-west-2", "eu-west-1"),
                                ask(Route.INVOKE, "us.meta.llama3-3-70b-instruct-v1:0", 1, "us-east-1", "us-west-2"))
                        .denied(0.02),
                Actor.of(
                                Account.SANDBOX,
                                "us-west-2",
                                new Root(),
                                0.0004,
                                ask(Route.CONVERSE, "us." + SONNET_45, 1, "us-west-2"))
                        .denied(0.3));
    }

    /** Addresses of made-up people; a slice of a fixed list, so that teams do not overlap. */
    static List<String> people(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i ->
                        FIRST.get(i % FIRST.size()) + "." + LAST.get(i / FIRST.size() % LAST.size()) + "@example.com")
                .toList();
    }
}
