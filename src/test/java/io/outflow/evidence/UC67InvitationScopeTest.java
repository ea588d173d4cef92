package io.outflow.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** UC-67: what an invitation lets somebody see. */
class UC67InvitationScopeTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    @Test
    void withoutBoundsEverythingLiesWithin() {
        assertThat(InvitationScope.ALL.takes(request(Set.of(), FIRST, LAST))).isTrue();
    }

    @Test
    void theWholeRegisterIsMoreThanSomeProducts() {
        var scope = new InvitationScope(Set.of(ONE), null, null, Set.of());

        assertThat(scope.takes(request(Set.of(ONE), FIRST, LAST))).isTrue();
        assertThat(scope.takes(request(Set.of(), FIRST, LAST))).isFalse();
        assertThat(scope.beyond(request(Set.of(ONE, TWO), FIRST, LAST)))
                .containsExactly("products that the invitation does not name");
    }

    @Test
    void daysAreBoundToTheDay() {
        var scope = new InvitationScope(Set.of(), FIRST, LAST, Set.of());

        assertThat(scope.takes(request(Set.of(), FIRST, LAST))).isTrue();
        assertThat(scope.beyond(request(Set.of(), FIRST.minusDays(1), LAST.plusDays(1))))
                .containsExactly("days before 1 Oct 2026", "days after 31 Oct 2026");
    }

    @Test
    void theLastDayBelongsToIt() {
        var ends = Invitation.endOf(LAST);

        assertThat(ends).isEqualTo("2026-11-01T00:00:00Z");
        var invitation =
                new Invitation(ONE, "Ana", "a@example.com", "Audit", ends, InvitationScope.ALL, "x", ends, null);
        assertThat(invitation.lastDay()).isEqualTo(LAST);
        assertThat(invitation.ended(ends.minusNanos(1))).isFalse();
        assertThat(invitation.ended(ends)).isTrue();
    }

    private static PackageRequest request(Set<UUID> products, LocalDate from, LocalDate to) {
        return new PackageRequest(
                "x", "Ana", products, Set.of(), from, to, null, Set.of(), Set.of(Part.REGISTER), false, "");
    }
}
