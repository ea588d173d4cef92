package io.outflow.classification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.Shown;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import io.outflow.classification.Detector;
import io.outflow.classification.Detectors;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = DetectorListView.class)
class UC25DetectorListViewTest extends SettingsScreenTest {

    private static final class Settings implements Detectors {
        final List<Setting> stored = new ArrayList<>(
                List.of(new Setting(Detector.EMAIL, true, "PERSONAL"), new Setting(Detector.CARD, false, "PUBLIC")));
        boolean somebodyWasFirst;

        @Override
        public List<Setting> list() {
            return List.copyOf(stored);
        }

        @Override
        public Setting change(Setting seen, boolean enabled, String dataClass, String reason) {
            if (somebodyWasFirst) {
                throw new RuleChangedMeanwhile("Somebody changed it first.");
            }
            if (reason.isBlank()) {
                throw new RuleRefused(List.of(new Problem("reason", "Say why.")));
            }
            var made = new Setting(seen.detector(), enabled, dataClass);
            stored.replaceAll(one -> one.equals(seen) ? made : one);
            return made;
        }
    }

    private final Settings settings = new Settings();

    @Test
    void detectorsAreListedWithClassStateAndWhatItTakes() {
        assertThat(Shown.text(open(Role.LEGAL, "")))
                .contains(
                        "never the text",
                        "A change applies to what is imported from now on.",
                        "E-mail address Personal On",
                        "Payment card Public Off");
    }

    @Test
    void aDetectorIsSwitchedOffWithAReason() {
        open(Role.CISO, "EMAIL");
        test(find(Checkbox.class).single()).click();
        test(find(TextArea.class).single()).setValue("Too many");
        test(find(Button.class).withText("Save detector").single()).click();

        assertThat(settings.stored).contains(new Detectors.Setting(Detector.EMAIL, false, "PERSONAL"));
        assertThat(Shown.text(find(DetectorListView.class).single())).contains("E-mail address Personal Off");
    }

    @Test
    void withoutAReasonNothingIsSaved() {
        open(Role.CISO, "EMAIL");
        test(find(Checkbox.class).single()).click();
        test(find(Button.class).withText("Save detector").single()).click();

        assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("Say why.");
        assertThat(settings.stored).contains(new Detectors.Setting(Detector.EMAIL, true, "PERSONAL"));
    }

    @Test
    void theSecondToSaveSeesThatSomebodyWasFirst() {
        settings.somebodyWasFirst = true;
        open(Role.CISO, "EMAIL");
        test(find(TextArea.class).single()).setValue("Mine");
        test(find(Button.class).withText("Save detector").single()).click();

        assertThat(Shown.text(find(DetectorEditor.class).single())).contains("Somebody changed it first.");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Mine");
    }

    @Test
    void whoMayNotDecideReadsOnly() {
        for (var role : List.of(Role.ADMIN, Role.LEGAL, Role.AUDITOR)) {
            var view = open(role, "EMAIL");

            assertThat(Shown.text(view)).contains("Detectors are changed by people with the role CISO.");
            assertThat(find(Button.class, view).all()).isEmpty();
            assertThat(find(Select.class).single().isReadOnly()).isTrue();
        }
    }

    private DetectorListView open(Role role, String picked) {
        As.role(role);
        FakeBeans.use(rules, rules.classes, settings, new CurrentPerson());
        UI.getCurrent()
                .navigate(
                        DetectorListView.class,
                        picked.isEmpty() ? QueryParameters.empty() : QueryParameters.of("detector", picked));
        return find(DetectorListView.class).single();
    }
}
