package io.outflow.gaps.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapState;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The states of a gap against a model of them: whatever people and computations do, in whatever order. */
class GapStateProperties {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    /** What is done next; times go on by hours. */
    private enum Doing {
        ACKNOWLEDGE,
        ACCEPT_A_DAY,
        ACCEPT_LONG,
        FIX,
        FALSE,
        REOPEN,
        REMARK,
        FOUND_AS_BEFORE,
        FOUND_WITH_LATER_CALL,
        GONE
    }

    @Property
    void everyStepLeadsWhereTheModelSays(
            @ForAll @Size(max = 40) List<Doing> doings, @ForAll @IntRange(min = 1, max = 40) int hours) {
        var now = START;
        var lastCall = START.minusSeconds(60);
        var gap = Gap.opened(1, finding(lastCall), now);
        var model = GapState.OPEN;
        var modelSince = now;
        LocalDate until = null;
        for (var doing : doings) {
            now = now.plus(Duration.ofHours(hours));
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var before = gap;
            var expected = model;
            var refused = false;
            switch (doing) {
                case ACKNOWLEDGE -> {
                    refused = model != GapState.OPEN;
                    expected = GapState.ACKNOWLEDGED;
                }
                case ACCEPT_A_DAY, ACCEPT_LONG -> {
                    refused = model == GapState.FIXED || model == GapState.FALSE || model == GapState.CLOSED;
                    expected = GapState.ACCEPTED;
                }
                case FIX -> {
                    refused = model == GapState.FIXED || model == GapState.FALSE || model == GapState.CLOSED;
                    expected = GapState.FIXED;
                }
                case FALSE -> {
                    refused = model == GapState.FIXED || model == GapState.FALSE || model == GapState.CLOSED;
                    expected = GapState.FALSE;
                }
                case REOPEN -> {
                    refused = model == GapState.OPEN || model == GapState.CLOSED;
                    expected = GapState.OPEN;
                }
                case REMARK -> {}
                case FOUND_WITH_LATER_CALL, FOUND_AS_BEFORE -> {
                    lastCall = doing == Doing.FOUND_WITH_LATER_CALL ? now.minusMillis(1) : lastCall;
                    if (model == GapState.CLOSED
                            || model == GapState.FIXED && lastCall.isAfter(modelSince)
                            || model == GapState.ACCEPTED && until.isBefore(today)) {
                        expected = GapState.OPEN;
                    }
                }
                case GONE -> expected = GapState.CLOSED;
            }
            try {
                gap = next(gap, doing, lastCall, now, today);
                assertThat(refused).as("%s in %s is refused", doing, model).isFalse();
            } catch (GapRefused e) {
                assertThat(refused)
                        .as("%s in %s: %s", doing, model, e.sentence())
                        .isTrue();
                assertThat(gap).isEqualTo(before);
                continue;
            }
            if (expected != model || steps(doing)) {
                modelSince = expected == model && !steps(doing) ? modelSince : now;
                model = expected;
                until = gap.acceptedUntil();
            }
            assertThat(gap.state()).as(doing.name()).isEqualTo(model);
            assertThat(gap.number()).isEqualTo(1);
            assertThat(gap.openedAt()).isEqualTo(START);
            assertThat(gap.version()).isGreaterThanOrEqualTo(before.version());
            assertThat(gap.acceptedUntil() != null).isEqualTo(model == GapState.ACCEPTED);
        }
    }

    private static boolean steps(Doing doing) {
        return doing.ordinal() <= Doing.REOPEN.ordinal();
    }

    private static Gap next(Gap gap, Doing doing, Instant lastCall, Instant now, LocalDate today) {
        return switch (doing) {
            case ACKNOWLEDGE -> gap.after(new GapStep.Acknowledge(""), now);
            case ACCEPT_A_DAY -> gap.after(new GapStep.Accept(today, "Known"), now);
            case ACCEPT_LONG -> gap.after(new GapStep.Accept(today.plusDays(30), "Known"), now);
            case FIX -> gap.after(new GapStep.Fix("Renewed"), now);
            case FALSE -> gap.after(new GapStep.CallFalse("The rule is wrong"), now);
            case REOPEN -> gap.after(new GapStep.Reopen("Look again"), now);
            case REMARK -> gap.after(new GapStep.Remark("A word"), now);
            case FOUND_AS_BEFORE, FOUND_WITH_LATER_CALL -> gap.found(finding(lastCall), now);
            case GONE -> gap.gone(now);
        };
    }

    static Finding finding(Instant last) {
        return finding(new GapKey(GapKind.DATA_CLASS, new UUID(1, 1), "PERSONAL"), 5, last, null);
    }

    /** @param until the end of its one period; nothing while it goes on */
    static Finding finding(GapKey key, long calls, Instant last, Instant until) {
        return new Finding(
                key,
                Severity.HIGH,
                Certainty.CONTRADICTED,
                "Claude API",
                calls,
                "calls carried Personal data, a class that is not approved for Claude API.",
                "",
                List.of(new Finding.Period(last.minusSeconds(60), until, "not approved", calls)),
                new Finding.Figures(calls, 9, 1, last.minusSeconds(60), last, Map.of(), Map.of("PERSONAL", calls)),
                List.of(),
                List.of("rule 1, version 1"),
                List.of(),
                0);
    }
}
