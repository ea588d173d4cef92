package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.catalogue.Catalogue;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.YesNo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EntryPagesViewTest extends RegisterViewTest {

    @Autowired
    Catalogue catalogue;

    @Test
    void anEmptyProductSaysOfEachPartWhatIsThereforeUnknown() {
        assertThat(open(product))
                .contains("None recorded Whether there is one is unknown.")
                .contains("How long data is kept is unknown.")
                .contains("Whether the vendor trains on our content is unknown.")
                .contains("Where data is stored and processed is unknown.")
                .contains("contracting entity unknown")
                .contains("Not known whether in use")
                .contains("No application is linked.");
    }

    @Test
    void anOptOutThatNothingProvesAndValuesInConflictAreSaidBesideTheFact() {
        add(product, new Training(TrainingUse.USED, TrainingChoice.OPTED_OUT, "", null, "", null, null, ""), CLAIM);
        add(
                product,
                new RetentionWindow(
                        DataKind.PROMPTS_AND_OUTPUTS,
                        "",
                        30,
                        "up to",
                        "Claude Opus",
                        "",
                        "",
                        List.of(0, 30),
                        YesNo.YES,
                        "on request",
                        null,
                        ""),
                CLAIM);

        assertThat(open(product))
                .contains("Up to 30 days for model Claude Opus")
                .contains("Other sources say 0 days")
                .contains("Zero retention can be had: on request")
                .contains("Used for training by default")
                .contains("Opted out, but nothing proves it");
    }

    @Test
    void aSubProcessorStandsBelowTheOneItWorksFor() {
        var cloud = add(product, processor("Zeta cloud", null), CLAIM);
        add(product, processor("Alpha mail", cloud), CLAIM);

        open(product);

        assertThat(find(FactLine.class).all())
                .extracting(line -> line.getElement().getStyle().get("--depth"))
                .containsExactly("0", "1");
        assertThat(page()).containsSubsequence("Zeta cloud", "Alpha mail");
    }

    @Test
    void aFactIsAddedInItsSectionAndConfirmedAtOnce() {
        open(product);

        click("Add: fact");
        test(find(TextField.class).withLabel("Field").single()).setValue("Indemnity");
        give("New");
        click("Save and confirm");
        assertThat(find(TextArea.class).withLabel("Source").single().getErrorMessage())
                .contains("Say what you read it in");
        test(find(TextArea.class).withLabel("Source").single()).setValue("Contract, section 4");
        click("Save and confirm");

        assertThat(page()).contains("Indemnity Unknown Contract, section 4. As-of date unknown. Sample Legal");
    }

    @Test
    void theCisoProposesAStatusAndLegalDecides() {
        signInAs(Role.CISO);
        open(product);
        click("Propose a status: " + product.title());
        status().setValue(ProductStatus.RESTRICTED);
        test(find(TextArea.class).withLabel("Why").single()).setValue("No DPA");
        test(find(Button.class).withTestId("proposal-save").single()).click();
        assertThat(page()).contains("Open Restricted No DPA Proposed by Sample CISO");
        assertThat(buttons("Accept: Proposed: Restricted")).isEmpty();

        signInAs(Role.LEGAL);
        open(product);
        click("Accept: Proposed: Restricted");
        give("Agreed");
        click("Accept");

        assertThat(((Product) now(product).content()).status()).isEqualTo(ProductStatus.RESTRICTED);
        assertThat(page()).contains("Accepted Restricted").contains("Status now: Restricted");
    }

    @Test
    void aCommentMayCallOnSomebodyAndStaysWhileItIsNotSent() {
        signInAs(Role.CISO);
        open(product);
        var text = find(TextArea.class).withTestId("comment-text").single();
        test(text).setValue("Please look, @legal");
        test(find(Button.class).withTestId("comment-send").single()).click();

        assertThat(page()).contains("Sample CISO").contains("Please look, @legal");
        assertThat(find(TextArea.class).withTestId("comment-text").single().getValue())
                .isEmpty();
    }

    @Test
    void thePastIsReadOnlyAndReadsAsItThenRead() {
        var fact = claim("Indemnity", "Capped");
        var then = now(fact).changedAt();
        register.change(
                fact.id(), 1, new io.outflow.vendors.content.Statement("Indemnity", "Uncapped"), CLAIM, "New", null);

        var page = open(product, Map.of("asOf", then.toString(), "known", "then"));

        assertThat(page).contains("Nothing can be changed here.");
        assertThat(find(FactLine.class).all())
                .extracting(Shown::text)
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("Indemnity Capped");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .containsExactlyInAnyOrder("Show", "Back to now");
    }

    @Test
    void theHistoryStandsBesideThePageAndNarrowsToAPickedFact() {
        var fact = claim("Indemnity", "Capped");
        claim("Liability", "Capped");
        register.confirm(fact.id(), 1, "", null, "Read in the contract");

        open(product);
        assertThat(history())
                .contains("Product: Name")
                .contains("Fact: Confirmed by")
                .contains("Read in the contract");
        open(product, Map.of("fact", fact.id().toString(), "history", "open"));

        assertThat(history())
                .contains("Only: Fact, Indemnity")
                .contains("Fact: Confirmed by")
                .doesNotContain("Liability")
                .doesNotContain("Product: Name");
        assertThat(find(FactLine.class).all())
                .filteredOn(line -> line.getElement().getClassList().contains("picked"))
                .hasSize(1);
    }

    @Test
    void theHistoryBesideThePastTellsWhatWasKnownThenUnlessTodaysKnowledgeIsAskedFor() {
        var fact = claim("Indemnity", "Capped");
        var then = now(fact).changedAt().toString();
        register.confirm(fact.id(), 1, "", null, "Read in the contract");

        open(product, Map.of("asOf", then, "known", "then"));
        assertThat(history())
                .contains("What was recorded later is left out.")
                .contains("Capped")
                .doesNotContain("Read in the contract");
        open(product, Map.of("asOf", then, "known", "now"));

        assertThat(history()).contains("Read in the contract").doesNotContain("left out");
    }

    @Test
    void whatIsOftenSaidOfAProductOfTheCatalogueStandsBesideItsFactsOnce() {
        var entry = catalogue.list().stream()
                .filter(known -> !catalogue.checks(known).isEmpty()
                        && catalogue.added(register.now()).get(known.id()) == null)
                .findFirst()
                .orElseThrow();

        var added = catalogue.add(entry.id());
        open(added);

        assertThat(find(OftenSaid.class).all()).hasSameSizeAs(catalogue.checks(entry));
        assertThat(page())
                .contains("Confirm facts (")
                .contains(catalogue.checks(entry).getFirst().claim());
    }

    @Test
    void beforeItWasAddedAProductIsNotThereAndThePageSaysSo() {
        assertThat(open(product, Map.of("asOf", "2020-01-01T00:00:00Z", "known", "then")))
                .contains("This product was not in the register then.");
    }

    @Test
    void anUnknownProductIsSaidToBeMissing() {
        UI.getCurrent().navigate("products/00000000-0000-0000-0000-000000000001");

        assertThat(page()).contains("There is no such product in the register.");
    }

    @Test
    void vendorPageShowsWhoItIsAndItsProductsAndLeadsOn() {
        add(vendor, new io.outflow.vendors.content.Statement("Parent", "None"), CLAIM);

        assertThat(open(vendor))
                .contains("Legal entity unknown")
                .contains("Contracting entities not recorded")
                .contains(product.title() + " Proposed Unknown")
                .contains("Parent None");
        click("Add a product: " + vendor.title());
        test(find(TextField.class).withLabel("Name").single()).setValue("Second");
        give("New plan");
        click("Save");

        assertThat(getCurrentView()).isInstanceOf(ProductView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Second");
    }

    @Test
    void applicationIsLinkedWithTheProductsItUses() {
        var application = application();

        assertThat(open(application))
                .contains("web UI")
                .contains(product.title())
                .contains("Summarise claims");
        assertThat(open(product)).contains(application.title() + " Summarise claims Claims");
        UI.getCurrent().navigate("applications");
        assertThat(page()).contains(application.title() + " Summarise claims " + product.title());
    }

    @Test
    void rolesReadProposeOrChangeAsTheTableSays() {
        claim("Indemnity", "Capped");
        var application = application();
        for (var page : List.of(vendor, product, application)) {
            signInAs(Role.AUDITOR);
            assertThat(open(page)).contains(page.title());
            assertThat(buttons("Edit")).isEmpty();
            assertThat(buttons("Confirm: Indemnity")).isEmpty();
            assertThat(buttons("Comment")).isEmpty();
            signInAs(Role.CISO);
            open(page);
            assertThat(buttons("Edit")).isEmpty();
            assertThat(buttons("Comment")).hasSize(1);
            signInAs(Role.LEGAL);
            open(page);
            assertThat(buttons("Edit")).hasSize(1);
            signInAs(Role.ADMIN);
            UI.getCurrent().navigate(page.kind().path() + "/" + page.id());
            assertThat(page()).contains("Not open to you").contains("Legal");
        }
    }

    private String history() {
        return Shown.text(find(HistoryDrawer.class).single());
    }

    private Entry<?> application() {
        return register.add(
                new Draft(
                        null,
                        new Application(
                                "Claims desk " + product.id(),
                                "Summarise claims",
                                "Claims",
                                List.of("web UI", "model"),
                                List.of(product.id()),
                                ""),
                        Basis.ours("", null, null)),
                "Test");
    }

    private static SubProcessor processor(String name, Entry<?> under) {
        return new SubProcessor(
                name, "DE", "Hosting", under == null ? null : under.id(), null, null, YesNo.UNKNOWN, "");
    }

    @SuppressWarnings("unchecked")
    private Select<ProductStatus> status() {
        return find(Select.class).withLabel("Status").single();
    }
}
