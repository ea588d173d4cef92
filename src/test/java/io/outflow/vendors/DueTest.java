package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outflow.vendors.Due.Window;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.DeadlineKind;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.ReviewOutcome;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days the register has, whose they are, and when they stop to need somebody. */
class DueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate SOON = TODAY.plusDays(10);

    private final Registers register = Registers.usual();

    @Test
    void anAgreementHasItsEndAndItsDayForNotice() {
        register.onProduct(Agreements.inForce("2026-01-01T00:00+01:00", "2027-02-24T00:00+01:00"));

        assertThat(due())
                .extracting(Due::kind, Due::daysLeft)
                .containsExactly(tuple(DeadlineKind.NOTICE, 0L), tuple(DeadlineKind.AGREEMENT_END, 90L));
    }

    @Test
    void whatHasPassedStaysAsOverdue() {
        register.onProduct(Agreements.inForce("2025-01-01T00:00Z", "2026-11-20T00:00Z"));

        assertThat(due())
                .last()
                .satisfies(end -> assertThat(end.window()).isEqualTo(Window.OVERDUE))
                .satisfies(end -> assertThat(end.inWords()).isEqualTo("6 days ago"));
    }

    @Test
    void anAgreementThatAnotherOneTakesOverFromNeedsNobody() {
        register.onProduct(Agreements.inForce("2025-01-01T00:00Z", "2026-12-01T00:00Z"));
        register.onProduct(Agreements.inForce("2026-12-01T00:00Z", null));

        assertThat(due()).isEmpty();
    }

    @Test
    void anAgreementWithAGapToTheNextOneStays() {
        register.onProduct(Agreements.inForce("2025-01-01T00:00Z", "2026-12-01T00:00Z"));
        register.onProduct(Agreements.inForce("2026-12-02T00:00Z", null));

        assertThat(due()).extracting(Due::kind).contains(DeadlineKind.AGREEMENT_END);
    }

    @Test
    void anAgreementThatWasNeverSignedHasNoEnd() {
        register.onProduct(Agreements.dpa(AgreementState.IN_NEGOTIATION, "2026-01-01T00:00Z", "2026-12-01T00:00Z"));

        assertThat(due()).isEmpty();
    }

    @Test
    void aCertificateExpiresUntilANewerOneIsThere() {
        var old = certificate(SOON);
        register.onProduct(old);
        assertThat(due()).extracting(Due::kind).containsExactly(DeadlineKind.CERTIFICATE);

        register.onProduct(certificate(SOON.plusYears(1)));

        assertThat(due()).extracting(Due::day).containsExactly(SOON.plusYears(1));
    }

    @Test
    void eachOtherSortOfDayIsThereOnce() {
        register.onProduct(new Training(
                TrainingUse.USED, TrainingChoice.OPTED_OUT, "", TODAY.minusYears(1), "Dana", null, SOON, ""));
        register.onProduct(window(SOON));
        register.onProduct(new SubProcessor("Example Hosting", "IE", "Hosting", null, TODAY, 10, YesNo.UNKNOWN, ""));
        register.put(register.product.id(), fact(), Basis.ours("Terms, 4", null, SOON));

        assertThat(due())
                .extracting(Due::kind)
                .containsExactlyInAnyOrder(
                        DeadlineKind.OPT_OUT,
                        DeadlineKind.RETENTION_EXCEPTION,
                        DeadlineKind.OBJECTION,
                        DeadlineKind.CHECK);
        assertThat(due()).extracting(Due::day).containsOnly(SOON);
    }

    @Test
    void anAnsweredNoticeOfASubProcessorIsSettled() {
        register.onProduct(new SubProcessor("Example Hosting", "IE", "Hosting", null, TODAY, 10, YesNo.NO, ""));

        assertThat(due()).isEmpty();
    }

    @Test
    void whatWasRejectedCountsForNothing() {
        register.put(
                register.product.id(),
                certificate(SOON),
                Basis.ours("Web page", null, SOON).refused("Dana", Instant.EPOCH));

        assertThat(due()).isEmpty();
    }

    @Test
    void reviewsFollowTheCycleFromTheLastOne() {
        var yearly = new Registers(Registers.vendor(""), Registers.product(ProductStatus.APPROVED, "", 12, null));
        yearly.onProduct(reviewed(LocalDate.of(2025, 12, 1)));
        yearly.onProduct(reviewed(LocalDate.of(2024, 12, 1)));

        assertThat(Due.of(yearly.snapshot(), TODAY)).extracting(Due::day).containsExactly(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aDaySetByHandComesBeforeTheCycleUntilAReviewWasDone() {
        var overridden = new Registers(Registers.vendor(""), Registers.product(ProductStatus.APPROVED, "", 12, SOON));
        overridden.onProduct(reviewed(TODAY.minusMonths(6)));
        assertThat(Due.of(overridden.snapshot(), TODAY)).extracting(Due::day).containsExactly(SOON);

        overridden.onProduct(reviewed(SOON));

        assertThat(Due.of(overridden.snapshot(), TODAY)).extracting(Due::day).containsExactly(SOON.plusYears(1));
    }

    @Test
    void aPlannedReviewTakesThePlaceOfTheCycleAndBelongsToItsReviewer() {
        var planned = new Registers(
                Registers.vendor("Dana"), Registers.product(ProductStatus.APPROVED, "", 12, TODAY.plusDays(3)));
        planned.onProduct(Review.first(SOON, "Lee"));

        assertThat(Due.of(planned.snapshot(), TODAY)).singleElement().satisfies(due -> {
            assertThat(due.day()).isEqualTo(SOON);
            assertThat(due.owner()).isEqualTo("Lee");
        });
    }

    @Test
    void aCycleWithoutAReviewOrADayIsToldBecauseNoDayCanBe() {
        var never = new Registers(Registers.vendor(""), Registers.product(ProductStatus.APPROVED, "", 12, null));

        assertThat(Due.of(never.snapshot(), TODAY)).isEmpty();
        assertThat(Due.withoutADay(never.snapshot())).extracting(Entry::title).containsExactly("Claude API");
        never.onProduct(Review.first(SOON, ""));
        assertThat(Due.withoutADay(never.snapshot())).isEmpty();
    }

    @Test
    void ofARetiredProductOnlyItsAgreementsStillNeedSomebody() {
        var retired = new Registers(Registers.vendor(""), Registers.product(ProductStatus.RETIRED, "", 12, SOON));
        retired.onProduct(certificate(SOON));
        retired.onProduct(Agreements.inForce("2026-01-01T00:00Z", "2027-06-01T00:00Z"));

        assertThat(Due.of(retired.snapshot(), TODAY))
                .extracting(Due::kind)
                .containsExactly(DeadlineKind.NOTICE, DeadlineKind.AGREEMENT_END);
    }

    @Test
    void theOwnerOfTheProductComesBeforeTheOneOfItsVendor() {
        var own = new Registers(Registers.vendor("Dana"), Registers.product(ProductStatus.APPROVED, "Lee", null, null));
        own.onProduct(certificate(SOON));
        own.onVendor(certificate(SOON));
        register.onProduct(certificate(SOON));

        assertThat(Due.of(own.snapshot(), TODAY)).extracting(Due::owner).containsExactlyInAnyOrder("Lee", "Dana");
        assertThat(due()).extracting(Due::owner).containsExactly("Dana <dana@example.com>");
    }

    @Test
    void aDayThatMovesKeepsItsKey() {
        var entry = register.onProduct(certificate(SOON));
        var moved = new Entry<>(
                entry.id(),
                entry.owner(),
                (Content) certificate(SOON.plusDays(5)),
                entry.basis(),
                2,
                Instant.EPOCH,
                "");

        assertThat(Due.of(new Snapshot(List.of(register.vendor, register.product, moved)), TODAY))
                .extracting(Due::key)
                .containsExactly(due().getFirst().key())
                .containsExactly(entry.id() + "-certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, OVERDUE, 1 day ago",
        "0, WEEK, today",
        "1, WEEK, 1 day left",
        "7, WEEK, 7 days left",
        "8, MONTH, 8 days left",
        "30, MONTH, 30 days left",
        "31, QUARTER, 31 days left",
        "90, QUARTER, 90 days left",
        "91, LATER, 91 days left"
    })
    void daysFallIntoWindows(int days, Window window, String words) {
        register.onProduct(certificate(TODAY.plusDays(days)));

        assertThat(due()).singleElement().satisfies(due -> {
            assertThat(due.window()).isEqualTo(window);
            assertThat(due.inWords()).isEqualTo(words);
        });
    }

    private List<Due> due() {
        return Due.of(register.snapshot(), TODAY);
    }

    static Certification certificate(LocalDate until) {
        return new Certification(Scheme.ISO_27001, YesNo.YES, "", "", "", null, until, null, null, "");
    }

    private static RetentionWindow window(LocalDate exceptionUntil) {
        return new RetentionWindow(
                DataKind.PROMPTS_AND_OUTPUTS, "", 0, "", "", "", "", List.of(), YesNo.YES, "", exceptionUntil, "");
    }

    private static Statement fact() {
        return new Statement("Indemnity", "Uncapped");
    }

    private static Review reviewed(LocalDate day) {
        return new Review(null, "Lee", List.of(), ReviewOutcome.PASSED, day, "");
    }
}
