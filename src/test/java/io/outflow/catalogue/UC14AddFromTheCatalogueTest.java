package io.outflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.history.Revisions;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Basis;
import io.outflow.vendors.CatalogueClaims;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.context.ApplicationContext;

/** From the catalogue into the register, and what a newer catalogue says beside it, on both databases with the real history. */
class UC14AddFromTheCatalogueTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final String API = "anthropic_claude_api";

    private ApplicationContext beans;
    private Register register;
    private Catalogue catalogue;

    void on(Database database) {
        As.role(Role.LEGAL);
        beans = WholeApplication.on(database);
        register = beans.getBean(Register.class);
        catalogue = beans.getBean(Catalogue.class);
    }

    @AfterEach
    void takeOutWhatWasAdded() {
        As.role(Role.LEGAL);
        for (var added : catalogue.added(register.now()).values()) {
            register.remove(added.id(), added.version(), "The test is over");
        }
        register.now().vendors().stream()
                .filter(vendor -> !vendor.basis().catalogueKey().isEmpty())
                .forEach(vendor -> register.remove(vendor.id(), vendor.version(), "The test is over"));
        As.nobody();
    }

    @OnBothDatabases
    void all39EntriesCanBeAddedAndEachFactIsAClaim(Database database) {
        on(database);

        catalogue.list().forEach(entry -> catalogue.add(entry.id()));

        var now = register.now();
        var added = catalogue.added(now);
        assertThat(added).hasSize(39);
        for (var entry : catalogue.list()) {
            var itself = added.get(entry.id());
            assertThat(now.of(itself.id())).hasSize(facts(entry));
            assertThat(now.of(itself.id())).allSatisfy(fact -> {
                assertThat(fact.basis().assurance(TODAY)).isEqualTo(Assurance.CLAIMED);
                assertThat(fact.basis().catalogueKey()).startsWith(entry.id() + "/");
            });
        }
        assertThat(now.products())
                .filteredOn(product -> !product.basis().catalogueKey().isEmpty())
                .hasSize(38)
                .allSatisfy(product -> assertThat(product.content().inUse()).isEqualTo(YesNo.UNKNOWN));
        assertThat(added.get("example_pipeline").content()).isInstanceOf(Application.class);
        assertThat(now.vendors())
                .filteredOn(vendor -> vendor.title().equals("Anthropic"))
                .singleElement()
                .satisfies(
                        vendor -> assertThat(now.of(vendor.id(), Product.class)).hasSize(8));
        assertThat(beans.getBean(Revisions.class).ofObject(added.get(API).id()))
                .singleElement()
                .satisfies(revision -> {
                    assertThat(revision.reason()).isEqualTo("Added from the catalogue of 22 Nov 2026");
                    assertThat(revision.actor()).isEqualTo("Sample Legal");
                });
        for (var entry : catalogue.list()) {
            assertThat(updates(TestCatalogue.shipped()).differences(entry, now))
                    .filteredOn(difference -> difference.kind() != Kind.VENDOR)
                    .as(entry.id())
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void addingTwiceIsRefusedWithWhatIsThere(Database database) {
        on(database);
        var first = catalogue.add(API);
        var before = register.now().all().size();

        assertThatThrownBy(() -> catalogue.add(API)).isInstanceOfSatisfying(AlreadyInRegister.class, refused -> {
            assertThat(refused.there().id()).isEqualTo(first.id());
            assertThat(refused.sentence()).contains("is in the register already. Nothing was added");
        });
        assertThat(register.now().all()).hasSize(before);
    }

    @OnBothDatabases
    void aProductOfThatNameThatWasTypedInIsNotDoubled(Database database) {
        on(database);
        var vendor = register.add(
                new Draft(null, Vendor.named("anthropic"), Basis.ours("", null, null)), "Typed in for a test");
        var typed = register.add(
                new Draft(vendor.id(), Product.named("claude api (COMMERCIAL)"), Basis.ours("", null, null)),
                "Typed in for a test");

        assertThatThrownBy(() -> catalogue.add(API))
                .isInstanceOfSatisfying(
                        AlreadyInRegister.class,
                        refused -> assertThat(refused.there().id()).isEqualTo(typed.id()));
        register.remove(typed.id(), 1, "The test is over");
        assertThat(catalogue.add(API).owner()).isEqualTo(vendor.id());
        var added = catalogue.added(register.now()).get(API);
        register.remove(added.id(), 1, "The test is over");
        register.remove(vendor.id(), 1, "The test is over");
    }

    @OnBothDatabases
    void whoOnlyProposesOrReadsCannotAdd(Database database) {
        on(database);
        for (var role : List.of(Role.CISO, Role.AUDITOR, Role.ADMIN)) {
            As.role(role);
            assertThatThrownBy(() -> catalogue.add(API)).isInstanceOf(AccessRefused.class);
        }
        As.role(Role.AUDITOR);
        assertThat(catalogue.list()).hasSize(39);
    }

    @OnBothDatabases
    void anEntryThatIsNotInTheCatalogueIsRefusedInWords(Database database) {
        on(database);

        assertThatThrownBy(() -> catalogue.add("nobody_knows_it"))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("no entry nobody_knows_it. Nothing was added.");
    }

    @OnBothDatabases
    void aNewerCatalogueShowsWhatDiffersAndOverwritesNothing(Database database) {
        on(database);
        var product = catalogue.add(API);
        var prompts = fact(product, "retention/prompts_outputs");
        register.confirm(prompts.id(), 1, "DPA, section 4", null, "Read it");
        var newer = TestCatalogue.with(CatalogueChange::thirtyDaysBecomeSeven);

        var differences = updates(newer).differences(newer.find(API).orElseThrow(), register.now());

        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.label()).isEqualTo("Days");
            assertThat(difference.ours()).isEqualTo("30");
            assertThat(difference.theirs()).isEqualTo("7");
            assertThat(difference.changedByUs()).isTrue();
        });
        var still = fact(product, "retention/prompts_outputs");
        assertThat(days(still)).isEqualTo(30);
        assertThat(still.basis().assurance(TODAY)).isEqualTo(Assurance.CONFIRMED);
    }

    @OnBothDatabases
    void whatIsTakenOverIsAClaimAgainAndTheRestStays(Database database) {
        on(database);
        var product = catalogue.add(API);
        var prompts = fact(product, "retention/prompts_outputs");
        var noted = (RetentionWindow) prompts.content();
        register.change(prompts.id(), 1, with(noted, "eu-central-1"), prompts.basis(), "We use one Region", null);
        register.confirm(prompts.id(), 2, "DPA, section 4", null, "Read it");
        var newer = TestCatalogue.with(CatalogueChange::thirtyDaysBecomeSeven);
        var updates = updates(newer);
        var difference = updates.differences(newer.find(API).orElseThrow(), register.now())
                .getFirst();

        updates.takeOver(API, difference, "The vendor says so now");

        var taken = fact(product, "retention/prompts_outputs");
        assertThat(days(taken)).isEqualTo(7);
        assertThat(((RetentionWindow) taken.content()).region()).isEqualTo("eu-central-1");
        assertThat(taken.basis().assurance(TODAY)).isEqualTo(Assurance.CLAIMED);
        assertThat(updates.differences(newer.find(API).orElseThrow(), register.now()))
                .isEmpty();
        assertThatThrownBy(() -> updates.takeOver(API, difference, "Again")).isInstanceOf(EntryChangedMeanwhile.class);
    }

    @OnBothDatabases
    void aFactThatIsNewInTheCatalogueCanBeAddedAndOneThatItDroppedIsOnlyShown(Database database) {
        on(database);
        var product = catalogue.add(API);
        var newer = TestCatalogue.with(CatalogueChange::feedbackBecomesSurveys);
        var updates = updates(newer);

        var differences = updates.differences(newer.find(API).orElseThrow(), register.now());

        assertThat(differences).hasSize(2);
        var added = differences.getFirst();
        assertThat(added.held()).isEmpty();
        var dropped = differences.getLast();
        assertThat(dropped.withdrawn()).isTrue();
        updates.takeOver(API, added, "New in the catalogue");
        assertThat(fact(product, "retention/survey_answers").owner()).isEqualTo(product.id());
        assertThatThrownBy(() -> updates.takeOver(API, dropped, "Gone")).isInstanceOf(EntryRefused.class);
        assertThat(fact(product, "retention/feedback")).isNotNull();
    }

    @OnBothDatabases
    void repeatedStatementsStandBesideTheFactTheyConcern(Database database) {
        on(database);
        var bedrock = catalogue.add("aws_bedrock_claude");
        var claims = beans.getBean(CatalogueClaims.class);

        var checks = claims.checks(bedrock);

        var encryption = register.now().of(bedrock.id(), Control.class).stream()
                .filter(control -> control.content().type() == ControlType.ENCRYPTION)
                .findFirst()
                .orElseThrow();
        assertThat(checks).hasSize(7);
        assertThat(checks.stream().filter(check -> check.concerns(encryption.content())))
                .extracting(CatalogueClaims.Check::claim)
                .containsExactly("KMS encryption is automatic");
        assertThat(checks).allSatisfy(check -> assertThat(check.sources()).isNotEmpty());
        assertThat(checks.getFirst().sources().getFirst()).startsWith("https://");
        assertThat(claims.checks(catalogue.add("poe"))).singleElement().satisfies(check -> assertThat(check.sources())
                .isEmpty());
        assertThat(claims.differences(bedrock, register.now())).isZero();
        assertThat(claims.address(bedrock)).isEqualTo("catalogue/aws_bedrock_claude");
    }

    private CatalogueUpdates updates(Edition edition) {
        return new CatalogueUpdates(
                edition, new Catalogue(edition, register), register, beans.getBean(EntryJson.class));
    }

    private int facts(CatalogueEntry entry) {
        return (int) catalogue.facts(entry).stream()
                .filter(fact ->
                        fact.kind() != Kind.VENDOR && fact.kind() != Kind.PRODUCT && fact.kind() != Kind.APPLICATION)
                .count();
    }

    private Entry<?> fact(Entry<?> product, String path) {
        Snapshot now = register.now();
        return now.of(product.id()).stream()
                .filter(entry -> entry.basis().catalogueKey().equals(API + "/" + path))
                .findFirst()
                .orElseThrow();
    }

    private static Integer days(Entry<?> window) {
        return ((RetentionWindow) window.content()).days();
    }

    private static RetentionWindow with(RetentionWindow window, String region) {
        return new RetentionWindow(
                window.data(),
                window.detail(),
                window.days(),
                window.qualifier(),
                window.model(),
                region,
                window.mode(),
                window.otherDays(),
                window.zeroRetention(),
                window.zeroRetentionHow(),
                window.notes());
    }
}
