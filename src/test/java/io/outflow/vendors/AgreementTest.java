package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Deadline;
import io.outflow.vendors.content.DeadlineKind;
import io.outflow.vendors.content.Standing;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In force, lapsed, not yet: computed from dates, to the instant. */
class AgreementTest {

    private static final String FROM = "2026-10-14T00:00+02:00[Europe/Berlin]";
    private static final String UNTIL = "2027-10-14T00:00+02:00[Europe/Berlin]";

    @ParameterizedTest
    @CsvSource({
        "2026-10-13T21:59:59.999999Z, NOT_YET",
        "2026-10-13T22:00:00Z, IN_FORCE",
        "2027-10-13T21:59:59.999999Z, IN_FORCE",
        "2027-10-13T22:00:00Z, LAPSED"
    })
    void itIsInForceFromItsFirstInstantUntilItsLastInTheZoneAgreed(Instant at, Standing standing) {
        assertThat(Agreements.inForce(FROM, UNTIL).standingAt(at)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_NEEDED, NOT_NEEDED",
        "NONE_OFFERED, NONE",
        "NOT_REQUESTED, PENDING",
        "REQUESTED, PENDING",
        "IN_NEGOTIATION, PENDING",
        "BY_REFERENCE, IN_FORCE",
        "SIGNED, IN_FORCE",
        "TERMINATED, TERMINATED"
    })
    void whatIsRecordedDecidesWhetherDatesCount(AgreementState state, Standing standing) {
        assertThat(Agreements.dpa(state, FROM, null).standingAt(Instant.parse("2026-11-26T00:00:00Z")))
                .isEqualTo(standing);
    }

    @Test
    void withoutAStartNobodyCanSaySinceWhen() {
        assertThat(Agreements.inForce(null, null).standingAt(Instant.now())).isEqualTo(Standing.UNDATED);
    }

    @Test
    void aTerminatedAgreementHoldsUntilItsEnd() {
        var agreement = Agreements.dpa(AgreementState.TERMINATED, FROM, UNTIL);

        assertThat(agreement.standingAt(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(Standing.IN_FORCE);
        assertThat(agreement.standingAt(Instant.parse("2027-10-13T22:00:00Z"))).isEqualTo(Standing.TERMINATED);
    }

    @Test
    void daysLeftAreDaysOfItsZone() {
        assertThat(Agreements.inForce(FROM, UNTIL).daysLeft(Instant.parse("2026-11-22T23:30:00Z")))
                .hasValue(325);
        assertThat(Agreements.inForce(FROM, UNTIL).daysLeft(Instant.parse("2027-10-15T12:00:00Z")))
                .hasValue(-1);
        assertThat(Agreements.inForce(FROM, null).daysLeft(Instant.now())).isEmpty();
    }

    @Test
    void theDayForNoticeComesBeforeTheEnd() {
        assertThat(Agreements.inForce(FROM, UNTIL).deadlines())
                .containsExactly(
                        new Deadline(DeadlineKind.NOTICE, "Last day for notice of the DPA", LocalDate.of(2027, 7, 16)),
                        new Deadline(DeadlineKind.AGREEMENT_END, "DPA ends", LocalDate.of(2027, 10, 14)));
    }
}
