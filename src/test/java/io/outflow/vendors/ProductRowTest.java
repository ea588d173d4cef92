package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.AgreedTerm.State;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.ReviewOutcome;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one row of the register says. */
class ProductRowTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String START = "2026-01-01T00:00Z";

    private final UUID vendor = UUID.randomUUID();
    private final UUID product = UUID.randomUUID();
    private final List<Entry<?>> entries = new ArrayList<>();

    private Product said = Product.named("Claude API");

    @Test
    void aConfirmedAgreementInForceTellsTheDaysLeft() {
        confirmed(product, Agreements.inForce(START, "2026-12-06T00:00Z"));

        assertThat(row().dpa().state()).isEqualTo(State.IN_FORCE);
        assertThat(row().dpa().daysLeft()).hasValue(10);
        assertThat(row().dpa().endsSoon()).isTrue();
    }

    @Test
    void whatNobodyConfirmedIsNeverInForce() {
        claimed(product, Agreements.inForce(START, null));

        assertThat(row().dpa().state()).isEqualTo(State.CLAIMED);
    }

    @Test
    void aLapsedAgreementIsNotHiddenBehindAClaimOfTheCatalogue() {
        claimed(product, Agreements.dpa(AgreementState.BY_REFERENCE, START, null));
        confirmed(product, Agreements.inForce(START, "2026-11-01T00:00Z"));

        assertThat(row().dpa().state()).isEqualTo(State.LAPSED);
    }

    @Test
    void anAgreementOfTheVendorCoversItsProducts() {
        confirmed(vendor, Agreements.inForce(START, null));

        assertThat(row().dpa().state()).isEqualTo(State.IN_FORCE);
        assertThat(row().dpa().daysLeft()).isEmpty();
    }

    @Test
    void whatWasRejectedCountsForNothing() {
        entry(
                product,
                Agreements.inForce(START, null),
                Basis.ours("DPA", null, null).refused("Legal", NOW));

        assertThat(row().dpa().state()).isEqualTo(State.MISSING);
        assertThat(row().count(Assurance.REJECTED)).isEqualTo(1);
        assertThat(row().toConfirm()).isZero();
    }

    @Test
    void aRenewedCertificateCountsWithItsNewEnd() {
        confirmed(product, certificate(Scheme.SOC2_TYPE2, "2026-03-31"));
        confirmed(product, certificate(Scheme.SOC2_TYPE2, "2027-03-31"));
        confirmed(product, certificate(Scheme.ISO_27001, "2027-01-31"));

        assertThat(row().certification().content().scheme()).isEqualTo(Scheme.ISO_27001);
    }

    @Test
    void otherNumbersOfTheSameWindowAreADispute() {
        claimed(product, window(DataKind.PROMPTS_AND_OUTPUTS, 30, List.of(30, 90)));
        claimed(product, window(DataKind.FEEDBACK, 1800, List.of(7)));

        assertThat(row().retentionDays()).containsExactly(30);
        assertThat(row().disputedDays()).containsExactly(90);
        assertThat(row().retentionAssurance(TODAY)).isEqualTo(Assurance.CLAIMED);
    }

    @Test
    void theNextReviewIsTheOneSetElseTheLastOneDonePlusTheCycleElseTheOpenOne() {
        confirmed(product, new Review(LocalDate.of(2026, 12, 24), "", List.of(), ReviewOutcome.OPEN, null, ""));
        assertThat(row().nextReview()).isEqualTo("2026-12-24");

        confirmed(product, new Review(null, "", List.of(), ReviewOutcome.PASSED, LocalDate.of(2026, 6, 30), ""));
        said = said.reviewedEvery(8);
        assertThat(row().nextReview()).isEqualTo("2027-02-28");

        said = product(LocalDate.of(2026, 12, 1), ProductStatus.APPROVED);
        assertThat(row().nextReview()).isEqualTo("2026-12-01");

        said = product(LocalDate.of(2026, 12, 1), ProductStatus.RETIRED);
        assertThat(row().nextReview()).isNull();
    }

    @Test
    void factsThatWaitAreCountedAndNotesAreNot() {
        claimed(product, window(DataKind.CACHES, 1, List.of()));
        entry(
                product,
                window(DataKind.FEEDBACK, 1, List.of()),
                Basis.ours("DPA", null, null).confirmed("Legal", NOW, TODAY.minusDays(1)));
        claimed(product, new Review(null, "", List.of(), ReviewOutcome.OPEN, null, ""));

        assertThat(row().toConfirm()).isEqualTo(2);
        assertThat(row().count(Assurance.STALE)).isEqualTo(1);
    }

    private ProductRow row() {
        var all = new ArrayList<Entry<?>>(entries);
        all.add(new Entry<>(vendor, null, Vendor.named("Anthropic"), Basis.ours("", null, null), 1, NOW, "Legal"));
        all.add(new Entry<>(product, vendor, said, Basis.ours("", null, null), 1, NOW, "Legal"));
        return ProductRow.of(new Snapshot(all), NOW).getFirst();
    }

    private void confirmed(UUID owner, Content content) {
        entry(owner, content, Basis.ours("DPA", null, null).confirmed("Legal", NOW, null));
    }

    private void claimed(UUID owner, Content content) {
        entry(owner, content, Basis.catalogue("https://example.com", null, "x"));
    }

    private void entry(UUID owner, Content content, Basis basis) {
        entries.add(new Entry<>(UUID.randomUUID(), owner, content, basis, 1, NOW, "Legal"));
    }

    private static Product product(@Nullable LocalDate review, ProductStatus status) {
        return new Product(
                "Claude API", "", Category.API, status, YesNo.YES, List.of(), "", "", 8, review, List.of(), "");
    }

    private static Certification certificate(Scheme scheme, String until) {
        return new Certification(scheme, YesNo.YES, "", "", "", null, LocalDate.parse(until), null, null, "");
    }

    private static RetentionWindow window(DataKind data, int days, List<Integer> others) {
        return new RetentionWindow(data, "", days, "", "", "", "", others, YesNo.UNKNOWN, "", "");
    }
}
