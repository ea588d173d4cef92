package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.Shown;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.ui.Conflict.Side;
import org.junit.jupiter.api.Test;

/** UC-32: the second of two people to save sees both versions and decides; nothing is overwritten. */
class UC32TwoPeopleEditOneRecordViewTest extends RegisterViewTest {

    @Test
    void theSecondToSaveSeesBothVersionsFieldByField() {
        var fact = claim("Indemnity", "Capped");
        mineAndTheirs(fact);

        var panel = Shown.text(find(ConflictPanel.class).single());

        assertThat(panel).contains("Nothing of theirs was overwritten and yours is not saved yet.");
        assertThat(panel).contains("Value Was: Capped");
        assertThat(now(fact).content()).isEqualTo(new Statement("Indemnity", "Theirs"));
    }

    @Test
    void aFieldThatBothChangedMustBeChosen() {
        var fact = claim("Indemnity", "Capped");
        mineAndTheirs(fact);

        click("Save these");

        assertThat(Shown.text(find(ConflictPanel.class).single()))
                .contains("Choose for each field that both of you changed. Nothing is saved yet.");
        assertThat(now(fact).version()).isEqualTo(2);
    }

    @Test
    void whatIsChosenIsSavedOnTopOfTheirs() {
        var fact = claim("Indemnity", "Capped");
        mineAndTheirs(fact);

        choice("value").setValue(Side.MINE);
        click("Save these");

        assertThat(now(fact).content()).isEqualTo(new Statement("Indemnity", "Mine"));
        assertThat(now(fact).version()).isEqualTo(3);
        assertThat(page()).contains("Indemnity Mine");
    }

    @Test
    void allOfTheirsCanBeLeftAsItIs() {
        var fact = claim("Indemnity", "Capped");
        mineAndTheirs(fact);

        click("Leave theirs as it is");

        assertThat(page()).contains("Indemnity Theirs");
        assertThat(now(fact).version()).isEqualTo(2);
        UI.getCurrent().navigate("change-log");
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
    }

    @Test
    void whoeverSavesWhatWasRemovedMeanwhileKeepsWhatWasTyped() {
        var fact = claim("Indemnity", "Capped");
        type(fact, "Mine");
        register.remove(fact.id(), 1, "Entered twice");

        click("Save");

        assertThat(Shown.text(find(EntryForm.class).single())).contains("Somebody removed this entry meanwhile.");
        assertThat(find(TextArea.class).withLabel("Value").single().getValue()).isEqualTo("Mine");
    }

    @Test
    void leavingWithSomethingUnsavedAsksFirst() {
        var fact = claim("Indemnity", "Capped");
        type(fact, "Mine");

        UI.getCurrent().navigate("change-log");

        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(ProductView.class);
    }

    @Test
    void closingTheFormWithSomethingUnsavedAsksFirst() {
        var fact = claim("Indemnity", "Capped");
        type(fact, "Mine");

        click("Cancel");
        assertThat(find(EntryDialog.class).single().isOpened()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(EntryDialog.class).all()).isEmpty();
        assertThat(now(fact).version()).isEqualTo(1);
    }

    @Test
    void aProblemIsSaidAtItsFieldAndNothingIsSaved() {
        open(product);
        click("Edit");
        test(find(TextField.class).withLabel("Name").single()).setValue("");
        give("No name");

        click("Save");

        assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
                .isEqualTo("Give the product a name.");
        assertThat(now(product).version()).isEqualTo(1);
    }

    private void mineAndTheirs(Entry<?> fact) {
        type(fact, "Mine");
        register.change(fact.id(), 1, new Statement("Indemnity", "Theirs"), fact.basis(), "Amendment", null);
        test(find(Button.class).withTestId("entry-save").single()).click();
    }

    private void type(Entry<?> fact, String value) {
        open(product);
        click("Edit: " + fact.title());
        test(find(TextArea.class).withLabel("Value").single()).setValue(value);
        give("Read again");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Side> choice(String field) {
        return find(RadioButtonGroup.class).withTestId("conflict-" + field).single();
    }
}
