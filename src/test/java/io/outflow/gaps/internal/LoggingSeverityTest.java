package io.outflow.gaps.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.Decision;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.Severity;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Spell;
import io.outflow.posture.Spell.InvocationLogging;
import io.outflow.posture.Spell.NothingRecorded;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.Outcome;
import io.outflow.trail.ProfileScope;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.internal.answers.MadeCalls;
import io.outflow.vendors.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much logging that is off matters follows use, and no log is never taken for no use. */
class LoggingSeverityTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-central-1";
    private static final Instant FROM = Instant.parse("2026-11-01T06:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-10T09:00:00Z");

    @Test
    void invocationLoggingThatIsOffWhereOtherLogsShowNoCallIsANote() {
        var found = find(new InvocationLogging(false), "2026-11-09", null);

        assertThat(found.severity()).isEqualTo(Severity.NOTE);
        assertThat(found.detail()).endsWith("Other logs of all these days show no call there, so it is a note only.");
        assertThat(found.number()).isZero();
    }

    @Test
    void aDayWithoutAnyLogLeavesItAsSevereAsTheKind() {
        var found = find(new InvocationLogging(false), "2026-11-08", null);

        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.detail()).endsWith("What was not logged cannot be seen.");
    }

    @Test
    void oneCallEvenBeforeLeavesItAsSevereAsTheKind() {
        assertThat(find(new InvocationLogging(false), "2026-11-09", Outcome.USE).severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void anAttemptThatWasDeniedLeavesItAsSevereAsTheKind() {
        assertThat(find(new InvocationLogging(false), "2026-11-09", Outcome.DENIED)
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void withoutAnyTrailNothingCanShowThatNobodyCalled() {
        assertThat(find(new NothingRecorded(List.of()), "2026-11-09", null).severity())
                .isEqualTo(Severity.HIGH);
    }

    private static Finding find(Spell.What what, String lastLoggedDay, Outcome earlierCall) {
        var subject = new Subject(
                1,
                new SubjectFacts(
                        ACCOUNT,
                        new Caller(CallerKind.SERVICE, "nightly", "nightly", null, null, Grade.SERVICE),
                        Channel.BEDROCK_RUNTIME,
                        "InvokeModel",
                        new Model("m", "Claude", null, Claude.YES, ProfileScope.OPAQUE, null),
                        REGION,
                        null,
                        false,
                        false,
                        null,
                        null,
                        false,
                        Collections.emptySortedMap()));
        var calls = new MadeCalls(List.of("PUBLIC"), List.of(subject), facts -> Decision.UNKNOWN);
        if (earlierCall != null) {
            calls.add(new CallChange(FROM.minusSeconds(86_400), 1, earlierCall, Proof.NO_DIGEST, 1, 1, 1, null));
        }
        var covered = new Cell(State.COVERED, false, "Records were read.", new Grounds.Nothing());
        var last = LocalDate.parse(lastLoggedDay);
        var days = LocalDate.of(2026, 11, 1)
                .datesUntil(last.plusDays(1))
                .map(_ -> covered)
                .toList();
        var map = new CoverageMap(
                LocalDate.of(2026, 11, 1),
                last,
                new TreeMap<>(Map.of(new CoverageMap.Place(ACCOUNT, REGION, Lane.BEDROCK_RUNTIME), days)));
        var input = new Engine.Input(
                new Snapshot(List.of()),
                calls.now(),
                List.of(),
                List.of(new Spell(ACCOUNT, REGION, FROM, TO.minusSeconds(60), true, what)),
                _ -> map,
                List.of(),
                new JoinedCalls(0, 0),
                FROM.minusSeconds(10 * 86_400),
                TO);
        return Engine.find(input, List.of(GapRule.initial(GapKind.LOGGING))).stream()
                .filter(finding -> finding.key().kind() == GapKind.LOGGING)
                .findFirst()
                .orElseThrow();
    }
}
