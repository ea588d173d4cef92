package io.outflow.imports.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.outflow.testing.TrailFiles.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.outflow.imports.Counts;
import io.outflow.imports.RunState;
import io.outflow.imports.internal.aws.LookupPace;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event history as a source: the real clients of the AWS SDK against a server that speaks the protocols of CloudTrail and STS. */
class EventHistorySourceTest {
    private static final String LOOKUP = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents";

    @TempDir
    Path folder;

    private final WireMockServer aws = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start() {
        aws.start();
        aws.stubFor(post(urlEqualTo("/"))
                .withRequestBody(containing("Action=GetCallerIdentity"))
                .willReturn(aResponse().withBody("""
                        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                        <GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/sample</Arn><UserId>A</UserId>
                        <Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""")));
        aws.stubFor(lookup(null).atPriority(10).willReturn(answer(List.of(), null)));
    }

    @AfterEach
    void stop() {
        aws.stop();
    }

    private Fetching fetching(Database database) {
        return new Fetching(database, URI.create(aws.baseUrl()), folder);
    }

    private static MappingBuilder lookup(StringValuePattern token) {
        var lookup = post(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo(LOOKUP));
        return token == null ? lookup : lookup.withRequestBody(matchingJsonPath("$.NextToken", token));
    }

    /** Answers for the event source that Bedrock has, in the window that ends now. */
    private static MappingBuilder newestWeek(StringValuePattern token) {
        return lookup(token)
                .withRequestBody(
                        matchingJsonPath("$.LookupAttributes[0].AttributeValue", equalTo("bedrock.amazonaws.com")))
                .withRequestBody(
                        matchingJsonPath("$[?(@.EndTime > " + (Instant.now().getEpochSecond() - 3_600) + ")]"));
    }

    private static ResponseDefinitionBuilder answer(List<String> records, String next) {
        var events = records.stream()
                .map(record -> """
                        {"EventId":"%s","EventName":"InvokeModel","ReadOnly":"true","EventTime":%d,
                         "EventSource":"bedrock.amazonaws.com","Username":"ana","CloudTrailEvent":"%s"}""".formatted(
                                record.replaceAll(".*\"eventID\":\"([^\"]*)\".*", "$1"),
                                Instant.now().getEpochSecond() - 60,
                                record.replace("\\", "\\\\").replace("\"", "\\\"")))
                .collect(Collectors.joining(","));
        return aResponse()
                .withHeader("Content-Type", "application/x-amz-json-1.1")
                .withBody(
                        "{\"Events\":[" + events + "]" + (next == null ? "" : ",\"NextToken\":\"" + next + "\"") + "}");
    }

    private static List<String> calls(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> invoke(i, "ana")).toList();
    }

    private List<LoggedRequest> lookups() {
        return aws.findAll(postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo(LOOKUP)));
    }

    @OnBothDatabases
    void allPagesOfNinetyDaysAreReadForEachEventSourceAndOverlapsCountOnce(Database database) {
        aws.stubFor(newestWeek(absent()).willReturn(answer(calls(0, 50), "second")));
        aws.stubFor(newestWeek(equalTo("second")).willReturn(answer(calls(50, 70), null)));
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.history("eu-central-1"));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(70, 70, 0, 0, 0));
            assertThat(run.origin()).isEqualTo("LOOKUP_EVENTS");
            // 13 weeks, four event sources, and the second page.
            assertThat(lookups()).hasSize(53);
            assertThat(lookups())
                    .allSatisfy(request -> assertThat(request.getBodyAsString()).contains("\"MaxResults\":50"));
            // What was answered is kept in a file until it is imported.
            assertThat(fetching.imports.removed).singleElement().satisfies(file -> assertThat(file)
                    .hasParent(fetching.spool));

            // The hour that is read again holds nothing new: no run. After a restart it is imported again and counts
            // once.
            assertThat(fetching.look(source)).isEmpty();
            assertThat(lookups()).hasSize(58);
            fetching.forgetEvents();
            assertThat(fetching.look(source).getFirst().totals().inserted()).isZero();
            assertThat(fetching.imports.count("invocation")).isEqualTo(70);
        }
    }

    @Test
    void noMoreThanTwoRequestsASecondAreMade() {
        try (var fetching = new Fetching(Database.H2, URI.create(aws.baseUrl()), folder, LookupPace.OF_AWS)) {
            fetching.look(fetching.source(Fetching.recentHistory(10)));
        }
        var times =
                lookups().stream().map(LoggedRequest::getLoggedDate).sorted().toList();
        assertThat(times).hasSize(8);
        for (int i = 3; i < times.size(); i++) {
            assertThat(times.get(i).getTime() - times.get(i - 3).getTime()).isGreaterThanOrEqualTo(950);
        }
    }

    @Test
    void throttledFiveTimesItWaitsAndGoesOn() {
        for (int i = 0; i < 5; i++) {
            aws.stubFor(newestWeek(absent())
                    .inScenario("slower")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo("after " + (i + 1))
                    .willReturn(aResponse()
                            .withStatus(400)
                            .withBody("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}")));
        }
        aws.stubFor(newestWeek(absent())
                .inScenario("slower")
                .whenScenarioStateIs("after 5")
                .willReturn(answer(calls(0, 3), null)));
        try (var fetching = fetching(Database.H2)) {
            var run = fetching.look(fetching.source(Fetching.recentHistory(1))).getFirst();
            assertThat(run.totals()).isEqualTo(new Counts(3, 3, 0, 0, 0));
        }
    }

    @Test
    void aLookThatBreaksKeepsWhatItHasAndTheNextOneGoesOnThere() {
        var early = Instant.now().minus(Duration.ofDays(10)).getEpochSecond();
        aws.stubFor(lookup(absent())
                .withRequestBody(
                        matchingJsonPath("$.LookupAttributes[0].AttributeValue", equalTo("bedrock.amazonaws.com")))
                .withRequestBody(matchingJsonPath("$[?(@.EndTime < " + early + ")]"))
                .inScenario("early")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("told")
                .willReturn(answer(calls(0, 5), null)));
        aws.stubFor(newestWeek(absent())
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}")));
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.history("eu-central-1"));
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(5, 5, 0, 0, 0));
            assertThat(fetching.state(source).problem())
                    .startsWith("AWS does not let Outflow read the event history of eu-central-1. It needs "
                            + "cloudtrail:LookupEvents");
            aws.resetRequests();

            aws.stubFor(newestWeek(absent()).willReturn(answer(calls(5, 7), null)));
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(2, 2, 0, 0, 0));
            // Of Bedrock's own source only what was left, and the three other sources whole.
            assertThat(lookups()).hasSizeBetween(40, 42);
            assertThat(fetching.state(source).problem()).isNull();
        }
    }
}
