package io.outflow.classification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.classification.DataClass;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = RuleListView.class)
class UC06DeclareByARuleTest extends SettingsScreenTest {

    @Test
    void rulesAreListedInOrderWithWhoWhenAndWhatTheyMatch() {
        rules.add("Claims team", "*claims*", "PERSONAL");
        rules.add("Everything else", "*", "PUBLIC");

        var view = open(Role.CISO, "");

        var rows = find(NativeTableRow.class, find(RuleTable.class).single()).all();
        assertThat(Shown.text(rows.get(1)))
                .startsWith("1 Claims team caller is *claims* Personal declared version 1")
                .contains("sample.ciso, 20 Nov 2026, 10:00 UTC", "3,201 calls", "14 callers");
        assertThat(Shown.text(rows.get(2))).startsWith("2 Everything else");
        assertThat(Shown.text(view)).contains("What no rule decides is Unknown.");
    }

    @Test
    void withoutRulesThePageSaysWhatThatMeans() {
        assertThat(Shown.text(open(Role.CISO, ""))).contains("No rules yet, so every call is Unknown.");
    }

    @Test
    void aRuleOnRequestMetadataIsKnownAsTagged() {
        var rule = rules.add("Tagged", "*", "PERSONAL");
        rules.stored.set(
                0,
                new Rule(
                        rule.id(),
                        1,
                        1,
                        "Tagged",
                        new Matcher(List.of(new Condition(Field.METADATA, "data-class", "personal"))),
                        "PERSONAL",
                        true,
                        "sample.ciso",
                        rule.changedAt(),
                        "why"));

        assertThat(Shown.text(open(Role.CISO, "")))
                .contains("request metadata data-class is personal")
                .contains("tagged");
    }

    @Test
    void whatARuleWouldMatchIsSaidWhileItIsTyped() {
        open(Role.CISO, "new");

        assertThat(Shown.text(editor())).contains("Fill in the pattern of every condition");
        test(field("Pattern")).setValue("*claims*");

        assertThat(rules.previewed.getLast().conditions()).containsExactly(new Condition(Field.CALLER, "", "*claims*"));
        assertThat(Shown.text(editor())).contains("matches 14 callers, 3,201 calls; 40 of them Unknown today");
    }

    @Test
    void aNewRuleIsSavedWithItsReasonAndOpened() {
        open(Role.CISO, "new");
        test(field("Name")).setValue("Claims team");
        test(field("Pattern")).setValue("*claims*");
        find(Select.class).withLabel("Calls like this carry").single().setValue(personal());
        test(reason()).setValue("Agreed with Legal");

        test(button("Save rule")).click();

        assertThat(rules.stored).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("Claims team");
            assertThat(rule.dataClass()).isEqualTo("PERSONAL");
            assertThat(rule.reason()).isEqualTo("Agreed with Legal");
        });
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("settings/rules?rule=1");
        assertThat(Shown.text(find(RuleHistory.class).single())).contains("Version 1", "Agreed with Legal");
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingIsSaved() {
        open(Role.CISO, "new");

        test(button("Save rule")).click();

        assertThat(rules.stored).isEmpty();
        assertThat(reason().isInvalid()).isTrue();
        assertThat(reason().getErrorMessage()).isEqualTo("Say why.");
        assertThat(field("Pattern").getErrorMessage()).isEqualTo("Give it a text to match.");
    }

    @Test
    void theSecondToSaveSeesWhoWasFirstAndKeepsWhatWasTyped() {
        var rule = rules.add("Claims team", "*claims*", "PERSONAL");
        open(Role.CISO, "1");
        test(field("Name")).setValue("My name for it");
        test(reason()).setValue("Mine");
        rules.enable(rule.id(), false, "Theirs", 1);

        test(button("Save rule")).click();

        assertThat(Shown.text(editor())).contains("sample.ciso saved version 2 first.");
        assertThat(field("Name").getValue()).isEqualTo("My name for it");
        assertThat(rules.stored.getFirst().name()).isEqualTo("Claims team");

        test(button("Show what is saved now")).click();
        assertThat(field("Name").getValue()).isEqualTo("Claims team");
        assertThat(Shown.text(editor())).contains("version 2");
    }

    @Test
    void rulesMoveByButtonsAndCountOnlyWhenTheOrderIsSavedWithAReason() {
        rules.add("First", "a", "PUBLIC");
        rules.add("Second", "b", "PUBLIC");
        open(Role.CISO, "");

        test(find(Button.class).withAriaLabel("Move Second up").single()).click();
        assertThat(rules.stored).extracting(Rule::name).containsExactly("First", "Second");
        assertThat(Shown.text(find(OrderBar.class).single())).contains("The order is changed and not saved.");

        test(button("Save order")).click();
        test(confirm()).click();
        assertThat(rules.stored).extracting(Rule::name).containsExactly("First", "Second");
        test(dialogReason()).setValue("Narrow before wide");
        test(confirm()).click();

        assertThat(rules.stored).extracting(Rule::name).containsExactly("Second", "First");
        assertThat(find(OrderBar.class).all()).noneMatch(OrderBar::isVisible);
    }

    @Test
    void undoShowsTheStoredOrderAgain() {
        rules.add("First", "a", "PUBLIC");
        rules.add("Second", "b", "PUBLIC");
        open(Role.CISO, "");

        test(find(Button.class).withAriaLabel("Move First down").single()).click();
        test(button("Undo")).click();

        var rows = find(NativeTableRow.class, find(RuleTable.class).single()).all();
        assertThat(Shown.text(rows.get(1))).startsWith("1 First");
    }

    @Test
    void theFirstRuleCannotGoUpAndTheLastNotDown() {
        rules.add("First", "a", "PUBLIC");
        rules.add("Second", "b", "PUBLIC");
        open(Role.CISO, "");

        assertThat(find(Button.class).withAriaLabel("Move First up").single().isEnabled())
                .isFalse();
        assertThat(find(Button.class).withAriaLabel("Move Second down").single().isEnabled())
                .isFalse();
    }

    @Test
    void aRuleIsSwitchedOffWithAReason() {
        rules.add("First", "a", "PUBLIC");
        var view = open(Role.CISO, "");

        test(find(Button.class).withAriaLabel("Switch off First").single()).click();
        test(dialogReason()).setValue("Project ended");
        test(confirm()).click();

        assertThat(rules.stored.getFirst().enabled()).isFalse();
        assertThat(rules.stored.getFirst().reason()).isEqualTo("Project ended");
        assertThat(Shown.text(view)).contains("switched off", "Switch on");
    }

    @Test
    void leavingWithSomethingUnsavedAsksFirst() {
        rules.add("First", "a", "PUBLIC");
        open(Role.CISO, "1");
        test(field("Name")).setValue("Other");

        UI.getCurrent().navigate(ClassListView.class);

        assertThat(getCurrentView()).isInstanceOf(RuleListView.class);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(getCurrentView()).isInstanceOf(ClassListView.class);
    }

    @Test
    void leavingWithNothingUnsavedAsksNothing() {
        rules.add("First", "a", "PUBLIC");
        open(Role.CISO, "1");

        UI.getCurrent().navigate(ClassListView.class);

        assertThat(getCurrentView()).isInstanceOf(ClassListView.class);
    }

    @Test
    void whoMayNotDecideReadsEverythingAndChangesNothing() {
        rules.add("First", "a", "PUBLIC");
        for (var role : List.of(Role.ADMIN, Role.LEGAL, Role.AUDITOR)) {
            var view = open(role, "1");

            assertThat(Shown.text(view)).contains("Rules are changed by people with the role CISO.");
            assertThat(find(Button.class, view).all()).isEmpty();
            assertThat(find(RouterLink.class, view).withText("Add a rule").all())
                    .isEmpty();
            assertThat(field("Name").isReadOnly()).isTrue();
            assertThat(Shown.text(find(RuleHistory.class).single())).contains("Version 1");
        }
    }

    private RuleListView open(Role role, String picked) {
        return open(RuleListView.class, role, "rule", picked);
    }

    private RuleEditor editor() {
        return find(RuleEditor.class).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea reason() {
        return find(TextArea.class, editor()).single();
    }

    private TextArea dialogReason() {
        return find(TextArea.class, find(Dialog.class).single()).single();
    }

    private Button confirm() {
        return find(Button.class).withTestId("reason-confirm").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private DataClass personal() {
        return rules.classes.find("PERSONAL").orElseThrow();
    }
}
