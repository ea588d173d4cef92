package io.outflow.gaps.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapState;
import io.outflow.gaps.GapStep;
import io.outflow.history.ChangeLog;
import io.outflow.history.LogFilter;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** UC-19: a gap is found, handled by people, closes and opens again as itself, and nothing of that is lost. */
class UC19HandleAGapTest {
    private static final Instant CALL = Instant.parse("2026-10-05T08:00:00Z");

    private final GapKey key = new GapKey(GapKind.DATA_CLASS, UUID.randomUUID(), "PERSONAL");
    private Database database;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @OnBothDatabases
    void whatIsFoundOpensOnceAndIsFollowed(Database on) {
        database = on;
        var opened = found(finding(5));
        var moved = found(finding(7));

        assertThat(opened.state()).isEqualTo(GapState.OPEN);
        assertThat(moved.number()).isEqualTo(opened.number());
        assertThat(moved.finding()).isEqualTo(finding(7));
        assertThat(moved.version()).as("figures alone change no version").isEqualTo(opened.version());
        assertThat(kinds(moved)).containsExactly(GapEvent.Kind.MOVED, GapEvent.Kind.OPENED);
        assertThat(rows().events(moved.number()).getFirst().text())
                .isEqualTo("7 calls carried Personal data, a class that is not approved for Claude API. Before: 5.");
    }

    @OnBothDatabases
    void itClosesByItselfAndOpensAgainWithItsHistory(Database on) {
        database = on;
        var opened = found(finding(5));
        handle(opened, new GapStep.Assign("Claims"));

        book().follow(List.of(), Set.of());
        var closed = gap(opened.number());
        var again = found(finding(6));

        assertThat(closed.state()).isEqualTo(GapState.CLOSED);
        assertThat(again.number()).isEqualTo(opened.number());
        assertThat(again.state()).isEqualTo(GapState.OPEN);
        assertThat(again.owner()).isEqualTo("Claims");
        assertThat(kinds(again))
                .containsExactly(
                        GapEvent.Kind.REOPENED, GapEvent.Kind.CLOSED, GapEvent.Kind.ASSIGNED, GapEvent.Kind.OPENED);
    }

    @OnBothDatabases
    void aKindThatIsSwitchedOffClosesItsGapsAndSaysSo(Database on) {
        database = on;
        var opened = found(finding(5));

        book().follow(List.of(), Set.of(GapKind.DATA_CLASS));

        assertThat(rows().events(opened.number()).getFirst().text()).isEqualTo("This kind of gaps was switched off.");
    }

    @OnBothDatabases
    void whoAcceptsUntilWhenAndWhyIsInTheHistoryAndTheChangeLog(Database on) {
        database = on;
        var opened = found(finding(5));
        var until = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30);

        var accepted = handle(opened, new GapStep.Accept(until, "Renewal delayed"));

        assertThat(accepted.state()).isEqualTo(GapState.ACCEPTED);
        assertThat(gap(opened.number())).isEqualTo(accepted);
        var event = rows().events(opened.number()).getFirst();
        assertThat(event.actor()).isEqualTo("Sample CISO");
        assertThat(event.text()).endsWith("Renewal delayed");
        As.role(Role.AUDITOR);
        assertThat(WholeApplication.on(on).getBean(ChangeLog.class).list(LogFilter.NONE, 0, 50))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("gap accepted");
                    assertThat(entry.object()).isEqualTo(opened.name() + " Data class not approved");
                    assertThat(entry.text()).endsWith("Renewal delayed");
                });
    }

    @OnBothDatabases
    void whoeverSavedFirstWinsAndNothingOfTheOtherIsKept(Database on) {
        database = on;
        var opened = found(finding(5));
        handle(opened, new GapStep.Acknowledge(""));

        assertThatThrownBy(() -> handle(opened, new GapStep.CallFalse("Not so")))
                .isInstanceOf(GapChangedMeanwhile.class);

        assertThat(gap(opened.number()).state()).isEqualTo(GapState.ACKNOWLEDGED);
        assertThat(kinds(opened)).doesNotContain(GapEvent.Kind.CALLED_FALSE);
    }

    @OnBothDatabases
    void severalAreHandledTogetherOrNotAtAll(Database on) {
        database = on;
        var one = finding(5);
        var two =
                GapStateProperties.finding(new GapKey(GapKind.DATA_CLASS, UUID.randomUUID(), "PUBLIC"), 3, CALL, null);
        book().follow(List.of(one, two), Set.of());
        var first = gap(one.key());
        var second = gap(two.key());
        As.role(Role.CISO);
        book().handle(Map.of(second.number(), second.version()), new GapStep.Acknowledge(""));

        assertThatThrownBy(() -> book().handle(
                                Map.of(first.number(), first.version(), second.number(), second.version() + 1),
                                new GapStep.Acknowledge("")))
                .isInstanceOf(GapRefused.class);

        assertThat(gap(first.number())).isEqualTo(first);
        assertThat(kinds(first)).containsExactly(GapEvent.Kind.OPENED);
    }

    @OnBothDatabases
    void aPeriodThatIsPastCannotBeFixed(Database on) {
        database = on;
        var past = GapStateProperties.finding(
                new GapKey(GapKind.AGREEMENT, UUID.randomUUID(), "DPA"), 5, CALL, CALL.plusSeconds(5));
        book().follow(List.of(past), Set.of());
        var opened = gap(past.key());

        assertThat(opened.past()).isTrue();
        assertThatThrownBy(() -> handle(opened, new GapStep.Fix("Renewed")))
                .isInstanceOf(GapRefused.class)
                .hasMessageContaining("The period is past");
    }

    @OnBothDatabases
    void aReasonIsNeededForADecision(Database on) {
        database = on;
        var opened = found(finding(5));

        assertThatThrownBy(() -> handle(opened, new GapStep.CallFalse(" ")))
                .isInstanceOf(GapRefused.class)
                .hasMessageContaining("Say why");
        assertThatThrownBy(() -> handle(opened, new GapStep.Accept(LocalDate.of(2020, 1, 1), "Long ago")))
                .isInstanceOf(GapRefused.class)
                .hasMessageContaining("has passed");
    }

    @OnBothDatabases
    void theSameFindingsChangeNothing(Database on) {
        database = on;
        var opened = found(finding(5));

        assertThat(book().follow(List.of(finding(5)), Set.of())).isEmpty();

        assertThat(gap(opened.number())).isEqualTo(opened);
    }

    private Finding finding(long calls) {
        return GapStateProperties.finding(key, calls, CALL, null);
    }

    private Gap found(Finding finding) {
        book().follow(List.of(finding), Set.of());
        return gap(finding.key());
    }

    private Gap handle(Gap gap, GapStep step) {
        As.role(Role.CISO);
        try {
            return book().handle(Map.of(gap.number(), gap.version()), step).getFirst();
        } finally {
            As.nobody();
        }
    }

    private Gap gap(GapKey of) {
        return rows().all().stream()
                .filter(gap -> gap.key().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private Gap gap(long number) {
        return rows().find(number).orElseThrow();
    }

    private List<GapEvent.Kind> kinds(Gap gap) {
        return rows().events(gap.number()).stream().map(GapEvent::kind).toList();
    }

    private GapBook book() {
        return WholeApplication.on(database).getBean(GapBook.class);
    }

    private GapRows rows() {
        return WholeApplication.on(database).getBean(GapRows.class);
    }
}
