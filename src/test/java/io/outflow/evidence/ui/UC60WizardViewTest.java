package io.outflow.evidence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.Framework;
import io.outflow.evidence.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UC-60: a package is put together in four steps, made, and shown with its verdict. */
class UC60WizardViewTest extends ViewTest {

    @Autowired
    EvidencePackages packages;

    @Test
    void fourStepsLeadToAPackageWithItsVerdict() {
        signInAs(Role.LEGAL);
        open(Map.of());
        test(find(TextField.class).withTestId("evidence-title").single()).setValue("Yearly audit");
        @SuppressWarnings("unchecked")
        ComboBox<String> recipient =
                find(ComboBox.class).withTestId("evidence-recipient").single();
        recipient.setValue("Example Audit");
        next();
        next();
        var box = find(Checkbox.class).withTestId("framework-GDPR").single();
        test(box).click();
        assertThat(find(Checkbox.class)
                        .withTestId("part-PROCESSING_RECORD")
                        .single()
                        .getValue())
                .isTrue();
        assertThat(find(Checkbox.class).withTestId("part-GAPS").single().getValue())
                .isTrue();
        next();
        next();

        var number = packages.list().getFirst().number();
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> packages.find(number).orElseThrow().state() == State.MADE);
        UI.getCurrent().navigate("evidence/package/" + number);
        var page = Shown.text(find(EvidencePackageView.class).single());
        assertThat(page)
                .contains("Evidence package " + number)
                .contains("Complete and unchanged:")
                .contains("Yearly audit.", "for Example Audit, pseudonymised")
                .contains("data/report.pdf", "data/art30.pdf", "Do the counts agree?", "What is missing, and why");
        assertThat(find(Anchor.class).withTestId("evidence-download").single().getText())
                .startsWith("Download ");

        test(find(TextArea.class).withTestId("evidence-note").single()).setValue("Where is the DPA of 2025?");
        test(find(Button.class).withTestId("evidence-note-send").single()).click();
        assertThat(Shown.text(find(NoteThread.class).single()))
                .contains("Sample Legal", "Where is the DPA of 2025?", "open");
        UI.getCurrent().navigate("evidence");
        assertThat(Shown.text(find(EvidenceListView.class).single())).contains("1 open question");
        signInAs(Role.CISO);
        UI.getCurrent().navigate("evidence/package/" + number);
        test(find(Button.class).withTestId("evidence-answer-open").single()).click();
        test(find(TextArea.class).withTestId("evidence-answer").single()).setValue("In data/documents.");
        test(find(Button.class).withTestId("evidence-answer-send").single()).click();
        assertThat(Shown.text(find(NoteThread.class).single()))
                .contains("In data/documents.", "answered by Sample CISO");
        signInAs(Role.LEGAL);

        UI.getCurrent().navigate("evidence");
        assertThat(Shown.text(find(EvidenceListView.class).single()))
                .contains("Package " + number, "Yearly audit", "made");
    }

    @Test
    void aDraftThatWasLeftIsFoundFromTheList() {
        signInAs(Role.LEGAL);
        open(Map.of());
        test(find(TextField.class).withTestId("evidence-title").single()).setValue("Half a draft");
        UI.getCurrent().navigate("evidence");

        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> link.getText().equals("Go on with the draft: Half a draft")))
                .singleElement()
                .satisfies(link -> assertThat(link.getHref()).contains("step=1", "title=Half%20a%20draft"));
    }

    @Test
    void theAddressHoldsTheDraft() {
        var draft = Draft.of(
                new QueryParameters(Map.of(
                        "step", List.of("3"),
                        "title", List.of("A & B"),
                        "from", List.of("2026-01-01"),
                        "to", List.of("nonsense"),
                        "framework", List.of("SOC_2", "NO_SUCH"),
                        "part", List.of("EVENTS"))),
                LocalDate.of(2026, 11, 26));

        assertThat(draft.step).isEqualTo(3);
        assertThat(draft.from).isEqualTo("2026-01-01");
        assertThat(draft.to).isEqualTo("2026-11-25");
        assertThat(draft.frameworks).containsExactly(Framework.SOC_2);
        assertThat(draft.parts).isEqualTo(EnumSet.of(Part.EVENTS, Part.HISTORY));
        var again = Draft.of(draft.address(), LocalDate.of(2026, 11, 26));
        assertThat(again.request()).isEqualTo(draft.request());
    }

    @Test
    void withoutATitleNothingIsMadeAndTheReasonIsSaid() {
        signInAs(Role.LEGAL);
        var before = packages.list().size();
        open(Map.of("step", List.of("4")));
        next();

        assertThat(Shown.text(find(EvidenceWizardView.class).single())).contains("Say in 1 to 200 characters");
        assertThat(packages.list()).hasSize(before);
    }

    @Test
    void thePreviewTellsFilesAndWhatWillBeMissing() {
        signInAs(Role.AUDITOR);
        open(Map.of());

        assertThat(Shown.text(find(Aside.class).single()))
                .contains("Preview", "report.pdf", "records/vendors.jsonl", "What will be missing, and why")
                .contains(Part.POSTURE.label());
        assertThat(Shown.text(find(OrderedList.class).single())).contains("1 Scope", "4 Privacy");
    }

    @Test
    void whoSeesNoNamesIsToldSo() {
        signInAs(Role.LEGAL);
        open(Map.of("step", List.of("4")));

        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> choice =
                find(RadioButtonGroup.class).withTestId("evidence-named").single();
        assertThat(choice.getHelperText()).isEqualTo("Your role sees no names, so the package shows none.");
    }

    @Test
    void aPackageThatIsNotThereIsSaidInWords() {
        signInAs(Role.AUDITOR);
        UI.getCurrent().navigate("evidence/package/999999");

        assertThat(find(H1.class).single().getText()).isEqualTo("There is no package 999999 that you may open");
    }

    private void open(Map<String, List<String>> parameters) {
        UI.getCurrent().navigate("evidence/new", new QueryParameters(parameters));
    }

    private void next() {
        test(find(Button.class).withTestId("evidence-next").single()).click();
    }
}
