package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.history.AsOf;
import io.outflow.history.ChangeLog;
import io.outflow.history.FieldChange;
import io.outflow.history.Revisions;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Comment;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Proposal;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The register as its services keep it. */
class RegisterTest {

    private final String mark = " " + UUID.randomUUID();

    @BeforeEach
    void legal() {
        As.role(Role.LEGAL);
    }

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @OnBothDatabases
    void whatIsAddedIsThereWithWhoAndWhen(Database database) {
        var register = register(database);

        var product = product(register);

        var found = register.now().find(product.id(), Product.class).orElseThrow();
        assertThat(found.content().name()).isEqualTo("Claude" + mark);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.changedBy()).isEqualTo("Sample Legal");
        assertThat(register.now().vendorOf(found).orElseThrow().title()).isEqualTo("Anthropic" + mark);
    }

    @OnBothDatabases
    void theSecondToSaveIsToldWhatStandsNowAndOverwritesNothing(Database database) {
        var register = register(database);
        var product = product(register);
        save(register, product, "Claude Team" + mark);

        assertThatThrownBy(() -> save(register, product, "Claude Enterprise" + mark))
                .isInstanceOfSatisfying(EntryChangedMeanwhile.class, refused -> assertThat(
                                refused.current().orElseThrow().title())
                        .isEqualTo("Claude Team" + mark));
        assertThat(register.now().find(product.id()).orElseThrow().title()).isEqualTo("Claude Team" + mark);
    }

    @OnBothDatabases
    void theRegisterOfAPastInstantReadsAsItThenRead(Database database) {
        var register = register(database);
        var product = product(register);
        var before = after(product);
        save(register, product, "Claude Team" + mark);

        var then = register.asOf(AsOf.asItRead(before));

        assertThat(then.find(product.id()).orElseThrow().title()).isEqualTo("Claude" + mark);
        assertThat(register.now().find(product.id()).orElseThrow().title()).isEqualTo("Claude Team" + mark);
    }

    @OnBothDatabases
    void whatIsLearnedLaterIsKnownAboutThenAndWasNotReadThen(Database database) {
        var register = register(database);
        var vendor = vendor(register);
        var lastYear = Instant.now().minus(365, ChronoUnit.DAYS);
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);

        var fact = register.add(
                new Draft(vendor.id(), new Statement("Indemnity", "Uncapped"), Basis.ours("Contract, 4", null, null)),
                "Found in the old contract",
                lastYear);

        assertThat(register.asOf(AsOf.asItRead(yesterday)).find(fact.id())).isEmpty();
        assertThat(register.asOf(AsOf.asNowKnown(yesterday, after(fact))).find(fact.id()))
                .isPresent();
    }

    @OnBothDatabases
    void whatIsRemovedGoesWithAllThatHangsOnItAndStaysInHistory(Database database) {
        var register = register(database);
        var product = product(register);
        var control = control(register, product.id());
        var before = after(control);

        register.remove(product.id(), 1, "Never bought");

        assertThat(register.now().find(product.id())).isEmpty();
        assertThat(register.now().find(control.id())).isEmpty();
        assertThat(register.asOf(AsOf.asItRead(before)).of(product.id())).hasSize(1);
        assertThatThrownBy(() -> control(register, product.id())).hasMessageContaining("not in the register any more");
    }

    @OnBothDatabases
    void aVendorWithProductsIsNotRemovedByAccident(Database database) {
        var register = register(database);
        var product = product(register);

        assertThatThrownBy(() -> register.remove(product.owner(), 1, "Gone"))
                .isInstanceOf(EntryRefused.class)
                .hasMessageStartingWith("This vendor still has 1 product.");
    }

    @OnBothDatabases
    void aNameIsThereOnceAndFreeAgainWhenRemoved(Database database) {
        var register = register(database);
        var vendor = vendor(register);

        assertThatThrownBy(() -> vendor(register)).hasMessageContaining("is in the register already");
        register.remove(vendor.id(), 1, "Added by mistake");
        assertThat(vendor(register).id()).isNotEqualTo(vendor.id());
    }

    @OnBothDatabases
    void aProductHasOneAnswerOnTraining(Database database) {
        var register = register(database);
        var product = product(register);
        register.add(new Draft(product.id(), training(), ours()), "Read");

        assertThatThrownBy(() -> register.add(new Draft(product.id(), training(), ours()), "Read again"))
                .hasMessage("This is recorded already. Change what is there.");
    }

    @OnBothDatabases
    void aFactHangsOnlyWhereItMakesSense(Database database) {
        var register = register(database);
        var vendor = vendor(register);

        assertThatThrownBy(() -> control(register, vendor.id())).hasMessage("Controls cannot hang on vendor.");
        assertThatThrownBy(() -> register.add(new Draft(null, training(), ours()), "Read"))
                .hasMessage("Say on what this hangs: a vendor or a product.");
    }

    @OnBothDatabases
    void nothingIsChangedWithoutAReason(Database database) {
        var register = register(database);

        assertThatThrownBy(() -> register.add(new Draft(null, Vendor.named("Nobody" + mark), ours()), " "))
                .hasMessageStartingWith("Say why");
        assertThat(register.now().vendors()).noneMatch(vendor -> vendor.title().equals("Nobody" + mark));
    }

    @OnBothDatabases
    void aClaimOfTheCatalogueIsConfirmedOnlyBySomebodyWhoReadIt(Database database) {
        var register = register(database);
        var product = product(register);
        var fact = register.add(
                new Draft(product.id(), training(), Basis.catalogue("", null, "example/training")),
                "From the catalogue");

        assertThatThrownBy(() -> register.confirm(fact.id(), 1, "", null, "Checked"))
                .hasMessageStartingWith("Say what you read it in");
        var confirmed = register.confirm(fact.id(), 1, "DPA, schedule 2", null, "Checked");

        assertThat(confirmed.basis().assurance(today())).isEqualTo(Assurance.CONFIRMED);
        assertThat(confirmed.basis().confirmedBy()).isEqualTo("Sample Legal");
        assertThat(confirmed.basis().origin()).isEqualTo(Origin.CATALOGUE);
    }

    @OnBothDatabases
    void aConfirmedFactThatIsChangedHasToBeConfirmedAgain(Database database) {
        var register = register(database);
        var product = product(register);
        var fact = register.add(new Draft(product.id(), training(), ours()), "Read");
        var confirmed = register.confirm(fact.id(), 1, "DPA, schedule 2", null, "Checked");

        var changed = register.change(
                fact.id(),
                2,
                new Training(TrainingUse.USED, TrainingChoice.OPTED_OUT, "", null, "", null, null, ""),
                confirmed.basis().resting("DPA, schedule 3", null, null),
                "New DPA",
                null);

        assertThat(changed.basis().assurance(today())).isEqualTo(Assurance.CLAIMED);
    }

    @OnBothDatabases
    void aRejectedFactStaysAndCountsForNothing(Database database) {
        var register = register(database);
        var product = product(register);
        var control = control(register, product.id());

        register.reject(control.id(), 1, "Not in our contract");

        assertThat(register.now().of(product.id(), Control.class)).hasSize(1);
        assertThat(register.now().counting(product.id(), Control.class)).isEmpty();
    }

    @OnBothDatabases
    void theCisoProposesAStatusAndLegalDecides(Database database) {
        var register = register(database);
        var product = product(register);

        As.role(Role.CISO);
        var proposal = register.propose(product.id(), ProductStatus.APPROVED, "Reviewed");
        assertThatThrownBy(() -> save(register, product, "Mine" + mark)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> register.decide(proposal.id(), 1, true, "I say so"))
                .isInstanceOf(AccessRefused.class);
        As.role(Role.LEGAL);
        register.decide(proposal.id(), 1, true, "Agreed");

        assertThat(register.now()
                        .find(product.id(), Product.class)
                        .orElseThrow()
                        .content()
                        .status())
                .isEqualTo(ProductStatus.APPROVED);
        assertThat(register.now()
                        .of(product.id(), Proposal.class)
                        .getFirst()
                        .content()
                        .state()
                        .label())
                .isEqualTo("Accepted");
        assertThatThrownBy(() -> register.decide(proposal.id(), 2, false, "Changed my mind"))
                .hasMessage("This proposal is decided already.");
    }

    @OnBothDatabases
    void theAuditorReadsAndChangesNothing(Database database) {
        var register = register(database);
        var product = product(register);

        As.role(Role.AUDITOR);

        assertThat(register.now().find(product.id())).isPresent();
        assertThatThrownBy(() -> register.comment(product.id(), "Hello")).isInstanceOf(AccessRefused.class);
        As.role(Role.ADMIN);
        assertThatThrownBy(register::now).isInstanceOf(AccessRefused.class);
    }

    @OnBothDatabases
    void aCommentCallsOnThoseItNames(Database database) {
        var register = register(database);
        var product = product(register);

        var comment = register.comment(product.id(), "@dana please ask @lee.k, not me@example.com");

        assertThat(((Comment) comment.content()).mentions()).containsExactly("dana", "lee.k");
    }

    @OnBothDatabases
    void theHistoryTellsEachFieldFromWhatToWhat(Database database) {
        var register = register(database);
        var revisions = WholeApplication.on(database).getBean(Revisions.class);
        var product = product(register);
        register.change(
                product.id(),
                1,
                ((Product) product.content()).in(ProductStatus.RESTRICTED),
                product.basis(),
                "Waiting for the DPA",
                null);

        var newest = revisions.ofObject(product.id()).getFirst();

        assertThat(newest.reason()).isEqualTo("Waiting for the DPA");
        assertThat(revisions
                        .ofObject(product.id(), Optional.empty(), 0, 1)
                        .getFirst()
                        .changes())
                .containsExactly(new FieldChange("content/status", "PROPOSED", "RESTRICTED"));
        assertThat(WholeApplication.on(database)
                        .getBean(ChangeLog.class)
                        .find(newest.logSeq())
                        .orElseThrow()
                        .object())
                .isEqualTo("Product " + product.title());
    }

    @OnBothDatabases
    void aFactIsAddedAndConfirmedTogetherOrNotAtAll(Database database) {
        var register = register(database);
        var product = product(register);
        var fact = new Statement("Indemnity", "Capped");

        assertThatThrownBy(() -> register.addConfirmed(
                        new Draft(product.id(), fact, Basis.ours("", null, null)), "Read in the contract", null))
                .isInstanceOfSatisfying(EntryRefused.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.field()).isEqualTo("source")));
        assertThat(register.now().of(product.id())).isEmpty();

        var added = register.addConfirmed(
                new Draft(product.id(), fact, Basis.ours("Contract, section 4", null, null)), "Read there", null);
        assertThat(added.version()).isEqualTo(1);
        assertThat(added.basis().confirmedBy()).isEqualTo("Sample Legal");
    }

    @OnBothDatabases
    void aFactIsChangedAndConfirmedTogetherOrNotAtAll(Database database) {
        var register = register(database);
        var product = product(register);
        var fact = register.add(new Draft(product.id(), new Statement("Indemnity", "Capped"), ours()), "Test");
        var other = new Statement("Indemnity", "Uncapped");

        assertThatThrownBy(() -> register.changeConfirmed(
                        fact.id(), 1, other, Basis.ours(" ", null, null), "Read in the contract", null))
                .isInstanceOf(EntryRefused.class);
        assertThatThrownBy(() -> register.changeConfirmed(
                        fact.id(), 7, other, Basis.ours("Contract", null, null), "Read in the contract", null))
                .isInstanceOf(EntryChangedMeanwhile.class);
        assertThat(register.now().find(fact.id())).contains(fact);

        var changed = register.changeConfirmed(
                fact.id(), 1, other, Basis.ours("Contract", null, null), "Read in the contract", null);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.content()).isEqualTo(other);
        assertThat(changed.basis().confirmedBy()).isEqualTo("Sample Legal");
    }

    @OnBothDatabases
    void whatTheRulesOfAFactRefuseIsNamedAtItsField(Database database) {
        var register = register(database);
        var product = product(register);
        var agreement =
                Agreements.inForce("2026-10-14T00:00+02:00[Europe/Berlin]", "2026-03-03T00:00+01:00[Europe/Berlin]");

        assertThatThrownBy(() -> register.add(new Draft(product.id(), agreement, ours()), "Signed"))
                .isInstanceOfSatisfying(EntryRefused.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.field()).isEqualTo("inForceUntil")));
        assertThat(register.now().of(product.id(), Agreement.class)).isEmpty();
    }

    private Register register(Database database) {
        return WholeApplication.on(database).getBean(Register.class);
    }

    private Entry<?> vendor(Register register) {
        return register.add(new Draft(null, Vendor.named("Anthropic" + mark), ours()), "New vendor");
    }

    private Entry<?> product(Register register) {
        return register.add(new Draft(vendor(register).id(), Product.named("Claude" + mark), ours()), "New product");
    }

    private Entry<?> control(Register register, UUID owner) {
        return register.add(
                new Draft(owner, new Control(ControlType.AUDIT_LOGGING, ControlState.AVAILABLE, ""), ours()), "Read");
    }

    private static void save(Register register, Entry<?> read, String name) {
        register.change(read.id(), read.version(), Product.named(name), read.basis(), "Renamed", null);
    }

    private static Training training() {
        return new Training(TrainingUse.NOT_USED, TrainingChoice.NOT_APPLICABLE, "", null, "", null, null, "");
    }

    private static Basis ours() {
        return Basis.ours("", null, null);
    }

    private static java.time.LocalDate today() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC);
    }

    /** An instant at which the entry was recorded and nothing later was. */
    private static Instant after(Entry<?> entry) {
        var recorded = entry.changedAt();
        while (!Instant.now().isAfter(recorded.plusMillis(2))) {
            Thread.onSpinWait();
        }
        return recorded.plusNanos(1000);
    }
}
