package io.outflow.classification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = ClassListView.class)
class ClassListViewTest extends SettingsScreenTest {

    @Test
    void classesAreListedByRankWithLettersAndMeaning() {
        assertThat(Shown.text(open(Role.LEGAL, "")))
                .contains("1 Public Pu Published anyway. 5 Personal Pe About a person.");
    }

    @Test
    void aClassIsChangedWithAReason() {
        open(Role.CISO, "PERSONAL");
        test(find(TextField.class).withLabel("Name").single()).setValue("Personal data");
        test(area("Reason")).setValue("As the law calls it");

        test(find(Button.class).withText("Save class").single()).click();

        assertThat(rules.classes.stored).extracting(DataClass::name).containsExactly("Public", "Personal data");
        assertThat(Shown.text(find(ClassListView.class).single())).contains("Personal data");
    }

    @Test
    void withoutAReasonNothingIsSaved() {
        open(Role.CISO, "PERSONAL");
        test(find(TextField.class).withLabel("Name").single()).setValue("Personal data");

        test(find(Button.class).withText("Save class").single()).click();

        assertThat(area("Reason").getErrorMessage()).isEqualTo("Say why.");
        assertThat(rules.classes.stored).extracting(DataClass::name).contains("Personal");
    }

    @Test
    void theSecondToSaveSeesThatSomebodyWasFirst() {
        var seen = rules.classes.find("PERSONAL").orElseThrow();
        open(Role.CISO, "PERSONAL");
        test(area("Meaning")).setValue("Mine");
        test(area("Reason")).setValue("Mine");
        rules.classes.change(seen, new DataClasses.Draft("Personal", "Pe", 6, 5, "Theirs"), "Theirs");

        test(find(Button.class).withText("Save class").single()).click();

        assertThat(Shown.text(find(ClassEditor.class).single())).contains("Somebody changed Personal first.");
        assertThat(area("Meaning").getValue()).isEqualTo("Mine");
        test(find(Button.class).withText("Show what is saved now").single()).click();
        assertThat(area("Meaning").getValue()).isEqualTo("Theirs");
    }

    @Test
    void leavingWithSomethingUnsavedAsksFirst() {
        open(Role.CISO, "PERSONAL");
        test(area("Meaning")).setValue("Other");

        UI.getCurrent().navigate(RuleListView.class);

        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(ClassListView.class);
    }

    @Test
    void whoMayNotDecideReadsOnly() {
        for (var role : List.of(Role.ADMIN, Role.LEGAL, Role.AUDITOR)) {
            var view = open(role, "PERSONAL");

            assertThat(Shown.text(view)).contains("Data classes are changed by people with the role CISO.");
            assertThat(find(Button.class, view).all()).isEmpty();
            assertThat(find(RouterLink.class, view).withText("Add a class").all())
                    .isEmpty();
            assertThat(area("Meaning").isReadOnly()).isTrue();
        }
    }

    private ClassListView open(Role role, String picked) {
        return open(ClassListView.class, role, "class", picked);
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }
}
