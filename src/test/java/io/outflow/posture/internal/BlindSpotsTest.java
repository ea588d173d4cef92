package io.outflow.posture.internal;

import static io.outflow.posture.CoverageMap.State.NOT_COVERED;
import static io.outflow.posture.CoverageMap.State.UNKNOWN;
import static io.outflow.posture.Lane.BEDROCK_AGENTS;
import static io.outflow.posture.Lane.BEDROCK_MANTLE;
import static io.outflow.posture.Lane.BEDROCK_RUNTIME;
import static io.outflow.posture.Lane.CLAUDE_PLATFORM;
import static io.outflow.posture.Lane.INVOCATION_LOG;
import static io.outflow.posture.internal.Told.ALL_READS;
import static io.outflow.posture.internal.Told.WRITES_ONLY;
import static io.outflow.posture.internal.Told.dataEvents;
import static io.outflow.posture.internal.Told.trail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Lane;
import io.outflow.posture.Question;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which AWS is known to hide calls of models, by name. Each is drawn as blind with its reason, never as a day on
 * which nobody called.
 */
class BlindSpotsTest {
    private static final String BEDROCK = "bedrock.amazonaws.com";

    static Stream<Arguments> blindSpots() {
        var reads = trails(trail("main", true, ALL_READS));
        return Stream.of(
                spot(
                        "mantle without data events",
                        reads,
                        BEDROCK_MANTLE,
                        NOT_COVERED,
                        "no selector for their data events"),
                spot(
                        "agents and knowledge bases without data events",
                        reads,
                        BEDROCK_AGENTS,
                        NOT_COVERED,
                        "no selector"),
                spot("Claude Platform without data events", reads, CLAUDE_PLATFORM, NOT_COVERED, "no selector"),
                spot(
                        "data events of a part of mantle's resources",
                        trails(trail("main", true, dataEvents("AWS::BedrockMantle::Project"))),
                        BEDROCK_MANTLE,
                        UNKNOWN,
                        "records a part of their data events"),
                spot(
                        "basic selectors of writes only",
                        trails(trail("main", true, WRITES_ONLY)),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "writes only, and calls of models are reads"),
                spot(
                        "advanced selectors with readOnly=false",
                        trails(trail("main", true, management("readOnly", "equals", "false"))),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "writes only, and calls of models are reads"),
                spot(
                        "Bedrock among the excluded management event sources",
                        trails(trail("main", true, """
                                "eventSelectors":[{"includeManagementEvents":true,"readWriteType":"All",
                                "excludeManagementEventSources":["bedrock.amazonaws.com"]}]""")),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "leaves out the events of " + BEDROCK),
                spot(
                        "Bedrock excluded by an advanced selector",
                        trails(trail("main", true, management("eventSource", "notEquals", BEDROCK))),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "leaves out the events of " + BEDROCK),
                spot(
                        "no management events",
                        trails(trail("main", true, dataEvents("AWS::S3::Object"))),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "records no management events"),
                spot(
                        "a trail that is not logging, by AWS's answer",
                        trails(trail("main", false, ALL_READS)),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "is not logging"),
                spot(
                        "a trail that was stopped, by its record",
                        new Told().changed("StopLogging", "main", "08T10:00"),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "main was stopped"),
                spot(
                        "a trail that was deleted, by its record",
                        new Told().changed("DeleteTrail", "main", "08T10:00"),
                        BEDROCK_RUNTIME,
                        NOT_COVERED,
                        "main was deleted"),
                spot("no trail at all", trails(), BEDROCK_RUNTIME, NOT_COVERED, "No trail records this Region"),
                spot(
                        "model invocation logging off, by AWS's answer",
                        logging("{\"on\":false}"),
                        INVOCATION_LOG,
                        NOT_COVERED,
                        "Model invocation logging is off"),
                spot(
                        "model invocation logging switched off, by its record",
                        new Told().changed("DeleteModelInvocationLoggingConfiguration", "", "08T10:00"),
                        INVOCATION_LOG,
                        NOT_COVERED,
                        "was switched off"),
                spot(
                        "model invocation logging without text",
                        logging("{\"on\":true,\"text\":false}"),
                        INVOCATION_LOG,
                        NOT_COVERED,
                        "on, but not for text"),
                spot(
                        "selectors that may not be seen",
                        new Told()
                                .answered(
                                        Question.TRAILS,
                                        new Answer.Refused(List.of("cloudtrail:DescribeTrails")),
                                        "09T06:20",
                                        "12T18:20"),
                        BEDROCK_RUNTIME,
                        UNKNOWN,
                        "cannot be seen: Outflow is not allowed cloudtrail:DescribeTrails"),
                spot(
                        "a trail that records, and of whose day nothing was read",
                        reads,
                        BEDROCK_RUNTIME,
                        UNKNOWN,
                        "No log of this day was read"),
                spot(
                        "event history alone, which has no data events",
                        new Told().read(BEDROCK_RUNTIME, 10),
                        BEDROCK_MANTLE,
                        UNKNOWN,
                        "nothing says whether one was kept"),
                spot(
                        "another Region, in which nothing was seen",
                        new Told().read(BEDROCK_RUNTIME, 9),
                        BEDROCK_RUNTIME,
                        UNKNOWN,
                        "nothing says whether one was kept"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blindSpots")
    void everyBlindSpotIsDrawnAsBlindWithItsReasonAndNeverAsZero(
            String name, Told told, Lane lane, State state, String reason) {
        Cell cell = told.cell(lane, 10);

        assertThat(cell.state()).as(name).isEqualTo(state);
        assertThat(cell.reason()).as(name).contains(reason);
    }

    private static Arguments spot(String name, Told told, Lane lane, State state, String reason) {
        return arguments(name, told, lane, state, reason);
    }

    private static Told trails(String... trails) {
        return new Told().answered(Question.TRAILS, "[" + String.join(",", trails) + "]", "09T06:20", "12T18:20");
    }

    private static Told logging(String answer) {
        return new Told().answered(Question.INVOCATION_LOGGING, answer, "09T06:20", "12T18:20");
    }

    private static String management(String field, String operator, String value) {
        return """
                "advancedEventSelectors":[{"fieldSelectors":[{"field":"eventCategory","equals":["Management"]},
                {"field":"%s","%s":["%s"]}]}]""".formatted(field, operator, value);
    }
}
