package io.outflow.posture.internal;

import static io.outflow.posture.CoverageMap.State.COVERED;
import static io.outflow.posture.CoverageMap.State.NOT_COVERED;
import static io.outflow.posture.CoverageMap.State.UNKNOWN;
import static io.outflow.posture.Lane.BEDROCK_AGENTS;
import static io.outflow.posture.Lane.BEDROCK_MANTLE;
import static io.outflow.posture.Lane.BEDROCK_RUNTIME;
import static io.outflow.posture.Lane.CLAUDE_PLATFORM;
import static io.outflow.posture.Lane.INVOCATION_LOG;
import static io.outflow.posture.internal.Told.ALL_READS;
import static io.outflow.posture.internal.Told.WRITES_ONLY;
import static io.outflow.posture.internal.Told.trail;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.Stretch;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Question;
import io.outflow.trail.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which days logs can tell of. */
class CoverageRulesTest {

    @Test
    void dayIsCoveredOnlyInTheChannelWhoseRecordsWereRead() {
        var told = new Told().read(BEDROCK_RUNTIME, 3);

        assertThat(told.cell(BEDROCK_RUNTIME, 3).state()).isEqualTo(COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 3).grounds()).isEqualTo(new Grounds.FilesRead());
        assertThat(told.cell(BEDROCK_RUNTIME, 4).state()).isEqualTo(UNKNOWN);
        for (var lane : List.of(BEDROCK_AGENTS, BEDROCK_MANTLE, CLAUDE_PLATFORM, INVOCATION_LOG)) {
            assertThat(told.cell(lane, 3).state()).isEqualTo(UNKNOWN);
            assertThat(told.cell(lane, 3).grounds()).isEqualTo(new Grounds.Nothing());
        }
    }

    @Test
    void mantleIsBlindWhereNoTrailHasASelectorForItsDataEvents() {
        var told = new Told()
                .read(BEDROCK_RUNTIME, 10)
                .answered(Question.TRAILS, "[" + trail("main", true, ALL_READS) + "]", "09T06:20", "12T18:20");

        var cell = told.cell(BEDROCK_MANTLE, 10);
        assertThat(cell.state()).isEqualTo(NOT_COVERED);
        assertThat(cell.partly()).isFalse();
        assertThat(cell.reason())
                .isEqualTo("The trail main has no selector for their data events. So answered AWS until 12 Nov 2026,"
                        + " 18:20 UTC.");
        assertThat(cell.grounds())
                .isInstanceOfSatisfying(Grounds.Observed.class, observed -> assertThat(observed.observation())
                        .isEqualTo(1));
        assertThat(told.cell(BEDROCK_AGENTS, 10).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(CLAUDE_PLATFORM, 10).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 10).state()).isEqualTo(COVERED);
    }

    @Test
    void answerOfAwsHoldsFromItsFirstTimeToItsLastAndNotLonger() {
        var told = new Told()
                .answered(Question.TRAILS, "[" + trail("main", true, ALL_READS) + "]", "09T06:20", "12T18:20");

        assertThat(told.cell(BEDROCK_MANTLE, 8).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_MANTLE, 9).partly()).isTrue();
        assertThat(told.cell(BEDROCK_MANTLE, 12).partly()).isTrue();
        assertThat(told.cell(BEDROCK_MANTLE, 13).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void trailOfWritesOnlyMissesEveryCallOfAModel() {
        var told = new Told()
                .answered(Question.TRAILS, "[" + trail("main", true, WRITES_ONLY) + "]", "09T06:20", "12T18:20");

        assertThat(told.cell(BEDROCK_RUNTIME, 10).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 10).reason())
                .startsWith("The trail main records writes only, and calls of models are reads.");
    }

    @Test
    void trailThatRecordsReadsDoesNotMakeADayCoveredOfWhichNothingWasRead() {
        var told = new Told()
                .answered(Question.TRAILS, "[" + trail("main", true, ALL_READS) + "]", "09T06:20", "12T18:20");

        assertThat(told.cell(BEDROCK_RUNTIME, 10).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_RUNTIME, 10).reason()).endsWith("No log of this day was read.");
    }

    @Test
    void oneTrailThatRecordsIsEnoughForTheOthersNotToProveBlindness() {
        var told = new Told()
                .answered(
                        Question.TRAILS,
                        "[" + trail("main", true, WRITES_ONLY) + "," + trail("security", true, ALL_READS) + "]",
                        "09T06:20",
                        "12T18:20");

        assertThat(told.cell(BEDROCK_RUNTIME, 10).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_RUNTIME, 10).reason()).startsWith("The trail security records reads");
    }

    @Test
    void stoppedTrailIsBlindSinceAwsSaysItWasStopped() {
        var stopped = trail("main", false, ALL_READS)
                .replace("\"logging\"", "\"stoppedAt\":\"2026-11-04T10:00:00Z\",\"logging\"");
        var told = new Told()
                .read(BEDROCK_RUNTIME, 4)
                .answered(Question.TRAILS, "[" + stopped + "]", "09T06:20", "12T18:20");

        assertThat(told.cell(BEDROCK_RUNTIME, 3).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_RUNTIME, 4).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 4).reason())
                .startsWith("Records of this day were read, but not of all of it.");
        assertThat(told.cell(BEDROCK_RUNTIME, 5).reason()).startsWith("The trail main is not logging.");
    }

    @Test
    void noTrailAtAllIsBlindInEveryChannel() {
        var told = new Told().answered(Question.TRAILS, "[]", "09T06:20", "12T18:20");

        for (var lane : Lane.values()) {
            assertThat(told.cell(lane, 10).state()).isEqualTo(lane == INVOCATION_LOG ? UNKNOWN : NOT_COVERED);
        }
    }

    @Test
    void whatMayNotBeSeenIsUnknownWithTheMissingPermissionAndNeverAbsent() {
        var told = new Told()
                .answered(
                        Question.TRAILS,
                        new Answer.Refused(List.of("cloudtrail:DescribeTrails")),
                        "09T06:20",
                        "12T18:20")
                .answered(
                        Question.INVOCATION_LOGGING,
                        new Answer.Refused(List.of("bedrock:GetModelInvocationLoggingConfiguration")),
                        "09T06:20",
                        "12T18:20");

        assertThat(told.cell(BEDROCK_MANTLE, 10).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_MANTLE, 10).reason()).contains("not allowed cloudtrail:DescribeTrails");
        assertThat(told.cell(INVOCATION_LOG, 10).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void selectorsThatMayNotBeSeenProveNoBlindness() {
        var unseen = """
                [{"arn":"%s","name":"org","logging":true,"unseen":["cloudtrail:GetEventSelectors"]}]""".formatted(Told.arn("org"));
        var told = new Told().answered(Question.TRAILS, unseen, "09T06:20", "12T18:20");

        assertThat(told.cell(BEDROCK_MANTLE, 10).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_MANTLE, 10).reason()).contains("cloudtrail:GetEventSelectors");
    }

    @Test
    void loggingStoppedByARecordIsBlindUntilItIsStartedAgain() {
        var told = new Told()
                .read(BEDROCK_RUNTIME, 2, 3, 6)
                .changed("StopLogging", "main", "03T10:00")
                .changed("StartLogging", "main", "06T08:00");

        assertThat(told.cell(BEDROCK_RUNTIME, 2).state()).isEqualTo(COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 3).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 3).partly()).isTrue();
        var blind = told.cell(BEDROCK_RUNTIME, 4);
        assertThat(blind.state()).isEqualTo(NOT_COVERED);
        assertThat(blind.reason()).isEqualTo("The trail main was stopped by StopLogging on 3 Nov 2026, 10:00 UTC.");
        assertThat(blind.grounds())
                .isInstanceOfSatisfying(Grounds.Changed.class, change -> assertThat(change.operation())
                        .isEqualTo("StopLogging"));
        assertThat(told.cell(BEDROCK_RUNTIME, 7).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void recordsOfAWholeDayWhileATrailIsStoppedShowThatAnotherOneLogs() {
        var told = new Told().read(BEDROCK_RUNTIME, 3, 4).changed("StopLogging", "main", "03T10:00");

        assertThat(told.cell(BEDROCK_RUNTIME, 3).state()).isEqualTo(COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 4).state()).isEqualTo(COVERED);
    }

    @Test
    void deletedTrailIsBlindAndSoAreSelectorsOfWritesOnlyInARecord() {
        assertThat(new Told()
                        .changed("DeleteTrail", "main", "03T10:00")
                        .cell(BEDROCK_RUNTIME, 5)
                        .reason())
                .isEqualTo("The trail main was deleted by DeleteTrail on 3 Nov 2026, 10:00 UTC.");
        assertThat(new Told()
                        .changed("PutEventSelectors", "main", "03T10:00", Told.REGION, "{" + WRITES_ONLY + "}")
                        .cell(BEDROCK_RUNTIME, 5)
                        .state())
                .isEqualTo(NOT_COVERED);
        assertThat(new Told()
                        .changed("PutEventSelectors", "main", "03T10:00", Told.REGION, "{" + ALL_READS + "}")
                        .cell(BEDROCK_RUNTIME, 5)
                        .state())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void recordThatNamesASelectorAndNotWhatItSelectsProvesNothing() {
        var request = "{\"advancedEventSelectors\":[{\"name\":\"Bedrock\"}]}";

        assertThat(new Told()
                        .changed("PutEventSelectors", "main", "03T10:00", Told.REGION, request)
                        .cell(BEDROCK_MANTLE, 5)
                        .grounds())
                .isEqualTo(new Grounds.Nothing());
    }

    @Test
    void stoppedTrailProvesNothingWhereAnotherOneWasRecording() {
        var both = "[" + trail("main", true, ALL_READS) + "," + trail("security", true, ALL_READS) + "]";
        var told = new Told()
                .answered(Question.TRAILS, both, "02T06:20", "02T18:20")
                .changed("StopLogging", "main", "03T10:00");

        assertThat(told.cell(BEDROCK_RUNTIME, 5).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_RUNTIME, 5).reason()).contains("Another trail was recording before");
    }

    @Test
    void answerThatTheTrailLogsAgainEndsWhatARecordOfStoppingProves() {
        var told = new Told()
                .changed("StopLogging", "main", "03T10:00")
                .answered(Question.TRAILS, "[" + trail("main", true, ALL_READS) + "]", "06T00:00", "08T18:20");

        assertThat(told.cell(BEDROCK_RUNTIME, 5).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(BEDROCK_RUNTIME, 7).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_RUNTIME, 12).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void stoppedTrailCountsInOtherRegionsOnlyWhereItIsKnownToRecordThem() {
        var elsewhere = new Told()
                .changed("StopLogging", "main", "03T10:00")
                .changed("PutModelInvocationLoggingConfiguration", "", "01T10:00", "eu-west-1", "{}");
        assertThat(elsewhere.cell("eu-west-1", BEDROCK_RUNTIME, 5).state()).isEqualTo(UNKNOWN);
        assertThat(elsewhere.cell("eu-west-1", BEDROCK_RUNTIME, 5).reason())
                .contains("Whether it ever recorded this Region is not evidenced.");

        elsewhere.changed("CreateTrail", "main", "01T09:00", Told.REGION, "{\"isMultiRegionTrail\":true}");
        assertThat(elsewhere.cell("eu-west-1", BEDROCK_RUNTIME, 5).state()).isEqualTo(NOT_COVERED);
    }

    @Test
    void invocationLoggingThatIsOffIsBlindForTheInvocationLogAlone() {
        var told = new Told()
                .read(BEDROCK_RUNTIME, 10)
                .read(INVOCATION_LOG, 8)
                .changed("DeleteModelInvocationLoggingConfiguration", "", "09T00:00")
                .answered(Question.INVOCATION_LOGGING, "{\"on\":false}", "12T06:20", "12T18:20")
                .answered(Question.INVOCATION_LOGGING, "{\"on\":true}", "14T00:00", "15T18:20");

        assertThat(told.cell(INVOCATION_LOG, 8).state()).isEqualTo(COVERED);
        assertThat(told.cell(INVOCATION_LOG, 10).state()).isEqualTo(NOT_COVERED);
        assertThat(told.cell(INVOCATION_LOG, 10).reason()).startsWith("Model invocation logging was switched off");
        assertThat(told.cell(INVOCATION_LOG, 14).state()).isEqualTo(UNKNOWN);
        assertThat(told.cell(BEDROCK_RUNTIME, 10).state()).isEqualTo(COVERED);
    }

    @Test
    void equalDaysAreOneStretchAndDaysToComeAreLeftOut() {
        var told = new Told().read(BEDROCK_RUNTIME, 3, 4, 5);
        var map = told.map();
        var place = new Place(Told.ACCOUNT, Told.REGION, BEDROCK_RUNTIME);

        assertThat(map.stretches(place)).extracting(Stretch::days).containsExactly(2, 3, 17);
        assertThat(map.days(place, COVERED)).isEqualTo(3);
        assertThat(map.whole(Channel.BEDROCK_RUNTIME)).isFalse();
        assertThat(map.cell("999988887777", "eu-west-3", Channel.BEDROCK_RUNTIME, LocalDate.of(2026, 11, 3))
                        .state())
                .isEqualTo(UNKNOWN);
        assertThat(CoverageRules.map(
                                new Known(Map.of(), List.of(), List.of(), Told.NOW),
                                Told.FIRST,
                                LocalDate.of(2027, 1, 1))
                        .to())
                .isEqualTo(LocalDate.of(2026, 11, 22));
    }
}
