package io.outflow.evidence.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.PackageTemplate;
import io.outflow.evidence.PackageTemplate.Period;
import io.outflow.evidence.Part;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UC-65: choices of the wizard are kept by name, used again, changed, and made monthly. */
class UC65KeepATemplateViewTest extends ViewTest {

    private final String name = "Monthly audit " + UUID.randomUUID();

    @Autowired
    EvidenceTemplates templates;

    @Test
    void theWizardKeepsAllFourStepsAndTakesThemUpAgain() {
        signInAs(Role.LEGAL);
        open(Map.of("title", List.of("Audit"), "step", List.of("2"), "framework", List.of("GDPR")));
        choosePeriod(Period.LAST_MONTH);
        save(name);

        var kept = kept();
        assertThat(kept.period()).isEqualTo(Period.LAST_MONTH);
        assertThat(kept.savedBy()).isEqualTo("Sample Legal");

        open(Map.of("template", List.of(kept.id().toString())));
        var lastMonth = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
        assertThat(find(TextField.class).withTestId("evidence-title").single().getValue())
                .isEqualTo("Audit");
        assertThat(Shown.text(find(OrderedList.class).single()))
                .contains("last month, " + Formats.period(lastMonth.atDay(1), lastMonth.atEndOfMonth()), "GDPR");
        assertThat(find(MenuBar.class).all()).anyMatch(menu -> menu.getItems().stream()
                .anyMatch(item -> item.getText().equals("Use a template")));
    }

    @Test
    void aTemplateIsChangedFromTheWizardAndNobodysChangeIsOverwritten() {
        signInAs(Role.LEGAL);
        open(Map.of("title", List.of("Audit")));
        save(name);
        var first = kept();
        open(Map.of("template", List.of(first.id().toString())));
        test(find(TextField.class).withTestId("evidence-title").single()).setValue("Audit of the year");
        save(name);
        assertThat(kept().choices().title()).isEqualTo("Audit of the year");

        assertThatThrownBy(() -> templates.change(first, name, first.period(), first.choices()))
                .hasMessageContaining("Somebody else changed this template meanwhile");

        open(Map.of("template", List.of(first.id().toString())));
        test(find(Button.class).withTestId("template-save").single()).click();
        test(find(Checkbox.class).withTestId("template-new").single()).click();
        test(find(Button.class).withTestId("dialog-done").single()).click();
        assertThat(find(TextField.class).withTestId("template-name").single().getErrorMessage())
                .contains("There is a template of this name already");
    }

    @Test
    void theListOfPackagesTellsOfTemplatesAndMakesThemMonthly() {
        signInAs(Role.LEGAL);
        open(Map.of("title", List.of("Audit"), "step", List.of("2")));
        choosePeriod(Period.LAST_QUARTER);
        save(name);

        UI.getCurrent().navigate("evidence");
        press("Make monthly: " + name);
        find(IntegerField.class).withTestId("monthly-day").single().setValue(40);
        test(find(Button.class).withTestId("dialog-done").single()).click();
        assertThat(find(IntegerField.class).withTestId("monthly-day").single().getErrorMessage())
                .contains("1 to 31");
        find(IntegerField.class).withTestId("monthly-day").single().setValue(31);
        find(IntegerField.class).withTestId("monthly-hour").single().setValue(6);
        test(find(Button.class).withTestId("dialog-done").single()).click();

        assertThat(Shown.text(find(TemplateList.class).single()))
                .contains(name, "last quarter", "on day 31 at 06:00 UTC", "set up by Sample Legal", "none yet");
        press("Stop: " + name);
        assertThat(kept().plan()).isNull();
        press("Remove: " + name);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(Acting.asOutflow(() -> templates.list()))
                .noneMatch(one -> one.name().equals(name));
    }

    @Test
    void anAuditorSeesTheirOwnTemplatesOnly() {
        signInAs(Role.LEGAL);
        open(Map.of("title", List.of("Audit")));
        save(name);
        var id = kept().id();

        // With a second role, because all people of tests with one role have the same id.
        signInAs(Role.AUDITOR, Role.ADMIN);

        assertThat(templates.find(id)).isEmpty();
        assertThatThrownBy(() -> templates.remove(id)).hasMessageContaining("not there any more");
        var own = templates.add(name + " own", Period.LAST_MONTH, kept(id).choices());
        assertThat(templates.find(own)).isPresent();
    }

    @Test
    void theDaysOfAQuarterAndAMonthEndBeforeTheyAreUsed() {
        var day = LocalDate.of(2027, 1, 1);

        assertThat(Period.LAST_MONTH.from(day, day)).isEqualTo("2026-12-01");
        assertThat(Period.LAST_MONTH.to(day, day)).isEqualTo("2026-12-31");
        assertThat(Period.LAST_QUARTER.from(day, day)).isEqualTo("2026-10-01");
        assertThat(Period.LAST_QUARTER.to(day, day)).isEqualTo("2026-12-31");
        assertThat(Period.FIXED.to(day, day)).isEqualTo(day);
        var draft = Draft.of(new QueryParameters(Map.of("days", List.of("LAST_QUARTER"))), day);
        assertThat(Draft.of(draft.address(), day).request()).isEqualTo(draft.request());
        assertThat(draft.parts).isEqualTo(Set.of(Part.REGISTER, Part.USAGE, Part.LOGS, Part.HISTORY));
    }

    private void press(String label) {
        test(find(Button.class).withAriaLabel(label).single()).click();
    }

    private void choosePeriod(Period period) {
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Period> choice =
                find(RadioButtonGroup.class).withTestId("evidence-period").single();
        choice.setValue(period);
    }

    private void save(String called) {
        test(find(Button.class).withTestId("template-save").single()).click();
        test(find(TextField.class).withTestId("template-name").single()).setValue(called);
        test(find(Button.class).withTestId("dialog-done").single()).click();
    }

    private PackageTemplate kept() {
        return templates.list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PackageTemplate kept(UUID id) {
        return Acting.asOutflow(() -> templates.find(id).orElseThrow());
    }

    private void open(Map<String, List<String>> parameters) {
        UI.getCurrent().navigate("evidence/new", new QueryParameters(parameters));
    }
}
