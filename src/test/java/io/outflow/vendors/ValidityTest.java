package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.Validity.Sort;
import io.outflow.vendors.Validity.Stretch;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant TODAY = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void theTimeBetweenTwoAgreementsIsLapsed() {
        var validity = Validity.of(
                List.of(
                        signed("2026-10-14T09:30Z", "2027-10-13T00:00Z"),
                        signed("2025-10-01T00:00Z", "2026-10-01T00:00Z")),
                TODAY);

        assertThat(validity.stretches())
                .extracting(Stretch::sort)
                .containsExactly(Sort.IN_FORCE, Sort.LAPSED, Sort.IN_FORCE);
        assertThat(validity.sentence())
                .contains("lapsed from 1 Oct 2026 to 14 Oct 2026")
                .contains("in force from 14 Oct 2026 to 13 Oct 2027");
    }

    @Test
    void whatEndedWithoutASuccessorIsLapsedUntilToday() {
        var validity = Validity.of(List.of(signed("2025-10-01T00:00Z", "2026-10-01T00:00Z")), TODAY);

        assertThat(validity.stretches().getLast())
                .isEqualTo(new Stretch(Sort.LAPSED, Instant.parse("2026-10-01T00:00:00Z"), TODAY));
    }

    @Test
    void agreementsThatOverlapLeaveNoLapse() {
        var validity = Validity.of(
                List.of(signed("2025-01-01T00:00Z", null), signed("2025-06-01T00:00Z", "2025-12-01T00:00Z")), TODAY);

        assertThat(validity.stretches()).extracting(Stretch::sort).doesNotContain(Sort.LAPSED);
    }

    @Test
    void aGapThatLiesAheadIsNotLapsedYet() {
        var validity = Validity.of(
                List.of(signed("2026-01-01T00:00Z", "2026-12-01T00:00Z"), signed("2027-01-01T00:00Z", null)), TODAY);

        assertThat(validity.stretches()).extracting(Stretch::sort).doesNotContain(Sort.LAPSED);
    }

    @Test
    void whatNobodyConfirmedIsOnlyClaimed() {
        var claim = entry(AgreementState.SIGNED, "2026-01-01T00:00Z", null, Basis.ours("Page", null, null));

        assertThat(Validity.of(List.of(claim), TODAY).stretches())
                .extracting(Stretch::sort)
                .containsExactly(Sort.CLAIMED);
    }

    @Test
    void whatWasOnlyAskedForOrHasNoStartIsNotDrawn() {
        var basis = Basis.ours("Page", null, null);

        assertThat(Validity.of(
                                List.of(
                                        entry(AgreementState.REQUESTED, "2026-01-01T00:00Z", null, basis),
                                        entry(AgreementState.SIGNED, null, null, basis)),
                                TODAY)
                        .stretches())
                .isEmpty();
    }

    private static Entry<Agreement> signed(String from, @Nullable String until) {
        return entry(
                AgreementState.SIGNED,
                from,
                until,
                Basis.ours("DPA", null, null).confirmed("Legal counsel", TODAY, null));
    }

    private static Entry<Agreement> entry(
            AgreementState state, @Nullable String from, @Nullable String until, Basis basis) {
        var content = (Agreement) Kind.AGREEMENT.make(field -> switch (field.name()) {
            case "state" -> state;
            case "inForceFrom" -> from == null ? null : ZonedDateTime.parse(from);
            case "inForceUntil" -> until == null ? null : ZonedDateTime.parse(until);
            default -> null;
        });
        return new Entry<>(UUID.randomUUID(), null, content, basis, 1, TODAY, "Somebody");
    }
}
