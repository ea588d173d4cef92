package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.BreachNotice.Verdict;
import io.outflow.vendors.content.Incident;
import io.outflow.vendors.content.IncidentState;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a vendor took to tell us, against the 48 hours agreed in the tests' agreements. */
class BreachNoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Registers register = Registers.usual();

    @Test
    void aNoticeWithinTheHoursAgreedIsInTime() {
        register.onProduct(Agreements.inForce("2026-01-01T00:00Z", null));

        var notice = notice("2026-11-20T00:00Z", "2026-11-22T00:00Z");

        assertThat(notice.verdict()).isEqualTo(Verdict.IN_TIME);
        assertThat(notice.sentence()).isEqualTo("The notice took 2 d of 48 agreed hours.");
    }

    @Test
    void aNoticeAfterThemIsLateAndSaysByHowMuch() {
        register.onProduct(Agreements.inForce("2026-01-01T00:00Z", null));

        var notice = notice("2026-11-20T00:00Z", "2026-11-23T18:00Z");

        assertThat(notice.verdict()).isEqualTo(Verdict.LATE);
        assertThat(notice.sentence()).isEqualTo("The notice took 3 d 18 h of 48 agreed hours, 1 d 18 h too long.");
    }

    @Test
    void withoutANoticeTheHoursRunUntilNow() {
        register.onProduct(Agreements.inForce("2026-01-01T00:00Z", null));

        assertThat(notice("2026-11-25T12:00Z", null).sentence())
                .isEqualTo("No notice yet; 1 d of 48 agreed hours are left.");
        assertThat(notice("2026-11-23T12:00Z", null).sentence())
                .isEqualTo("No notice yet; the 48 agreed hours ended 1 d ago.");
        assertThat(notice("2026-11-23T12:00Z", null).verdict()).isEqualTo(Verdict.OVERDUE);
    }

    @Test
    void anAgreementThatCameLaterExcusesNothing() {
        register.onProduct(Agreements.inForce("2026-11-21T00:00Z", null));

        var notice = notice("2026-11-20T00:00Z", "2026-11-22T00:00Z");

        assertThat(notice.verdict()).isEqualTo(Verdict.NOTHING_AGREED);
        assertThat(notice.sentence()).isEqualTo("The notice took 2 d; no hours were agreed for this time.");
    }

    @Test
    void theAgreementOfTheVendorCountsWhereTheProductHasNone() {
        register.onVendor(Agreements.inForce("2026-01-01T00:00Z", null));

        assertThat(notice("2026-11-20T00:00Z", "2026-11-22T00:00Z").agreedHours())
                .contains(48);
    }

    @Test
    void withoutKnowingWhenTheVendorKnewNothingCanBeTold() {
        register.onProduct(Agreements.inForce("2026-01-01T00:00Z", null));

        var notice = notice(null, "2026-11-22T00:00Z");

        assertThat(notice.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(notice.sentence()).isEqualTo("It is not recorded when the vendor knew; 48 hours were agreed.");
    }

    private BreachNotice notice(@Nullable String knew, @Nullable String told) {
        var incident = register.onProduct(new Incident(
                "Data leak",
                ZonedDateTime.parse("2026-11-19T00:00Z"),
                knew == null ? null : ZonedDateTime.parse(knew),
                told == null ? null : ZonedDateTime.parse(told),
                "",
                IncidentState.OPEN,
                ""));
        return BreachNotice.of(register.snapshot(), incident.as(Incident.class).orElseThrow(), NOW);
    }
}
