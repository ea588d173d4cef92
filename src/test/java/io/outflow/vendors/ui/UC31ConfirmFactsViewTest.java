package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** UC-31: Legal confirms what so far is only claimed. */
class UC31ConfirmFactsViewTest extends RegisterViewTest {

    @Test
    void aClaimWithASourceIsConfirmedWithOneClickAndSaysWhoAndUntilWhen() {
        var fact = claim("Indemnity", "Capped");
        assertThat(open(product)).contains("Indemnity Capped").contains("Terms, section 2. 2 Sep 2026. not confirmed");

        click("Confirm: Indemnity");

        assertThat(page()).contains("Terms, section 2. 2 Sep 2026. Sample Legal");
        assertThat(now(fact).basis().nextCheck())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusMonths(12));
        assertThat(buttons("Confirm: Indemnity")).isEmpty();
    }

    @Test
    void aClaimWithoutASourceIsNotConfirmedUntilSomebodyNamesOne() {
        var fact = add(product, new Statement("Indemnity", "Capped"), Basis.ours("", null, null));
        open(product);

        click("Confirm: Indemnity");
        click("Confirm");
        var source = find(TextField.class).withTestId("walk-source").single();
        assertThat(source.getErrorMessage()).contains("Say what you read it in");
        assertThat(assurance(fact)).isEqualTo(Assurance.CLAIMED);

        test(source).setValue("Contract, section 4");
        click("Confirm");

        assertThat(assurance(fact)).isEqualTo(Assurance.CONFIRMED);
        assertThat(now(fact).basis().source()).isEqualTo("Contract, section 4");
    }

    @Test
    void theWalkLeadsThroughClaimsOneByOneByKeyboard() {
        var first = claim("Alpha", "1");
        var second = claim("Beta", "2");
        var third = claim("Gamma", "3");
        open(product);

        test(find(com.vaadin.flow.component.button.Button.class)
                        .withTestId("confirm-facts")
                        .single())
                .click();
        assertThat(find(ConfirmWalk.class).single().getHeaderTitle()).isEqualTo("Fact 1 of 3");
        fireShortcut(Key.ENTER);
        fireShortcut(Key.KEY_S, KeyModifier.ALT);
        assertThat(find(ConfirmWalk.class).single().getHeaderTitle()).isEqualTo("Fact 3 of 3");
        test(find(TextField.class).withLabel("Reason").single()).setValue("The terms say otherwise");
        fireShortcut(Key.KEY_R, KeyModifier.ALT);

        assertThat(find(ConfirmWalk.class).all()).isEmpty();
        assertThat(assurance(first)).isEqualTo(Assurance.CONFIRMED);
        assertThat(assurance(second)).isEqualTo(Assurance.CLAIMED);
        assertThat(assurance(third)).isEqualTo(Assurance.REJECTED);
    }

    @Test
    void theHeadCountsWhatWaitsForSomebodyToLook() {
        claim("Alpha", "1");
        claim("Beta", "2");
        assertThat(open(product)).contains("Confirm facts (2)");

        click("Confirm: Alpha");

        assertThat(page()).contains("Confirm facts (1)");
    }

    @Test
    void aRejectedFactStaysToBeSeenAndSaysSo() {
        var fact = claim("Indemnity", "Capped");
        open(product);

        click("Reject: Indemnity");
        give("Section 2 says nothing of it");
        click("Reject");

        assertThat(page()).contains("Indemnity Capped").contains("rejected");
        assertThat(assurance(fact)).isEqualTo(Assurance.REJECTED);
    }

    @Test
    void anEditedFactIsAClaimAgainUntilItIsConfirmed() {
        var fact = claim("Indemnity", "Capped");
        register.confirm(fact.id(), 1, "", null, "Read");
        open(product);

        click("Edit: Indemnity");
        test(find(com.vaadin.flow.component.textfield.TextArea.class)
                        .withLabel("Value")
                        .single())
                .setValue("Uncapped");
        give("Amendment 2");
        click("Save");

        assertThat(page()).contains("Indemnity Uncapped");
        assertThat(assurance(fact)).isEqualTo(Assurance.CLAIMED);
    }

    private Assurance assurance(Entry<?> fact) {
        return now(fact).basis().assurance(LocalDate.now(ZoneOffset.UTC));
    }
}
