package io.outflow.gaps.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.As;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How each kind is looked for, and what it would have found. */
@ViewPackages(classes = {GapListView.class, GapView.class, GapKindsView.class})
class GapKindsViewTest extends GapScreenTest {

    @Test
    void allTwelveKindsAreListedWithWhatTheyLookFor() {
        var text = Shown.text(open("settings/gap-kinds"));

        for (var kind : GapKind.values()) {
            assertThat(text).contains(kind.label(), kind.meaning());
        }
        assertThat(text).contains("Days unseen: 90", "as shipped");
    }

    @Test
    void aKindIsReplayedOverTheLastQuarterWithTheSettingsOnTheScreen() {
        when(rules.replay(any(), any(), any())).thenReturn(List.of(SampleGaps.lapse()));
        open("settings/gap-kinds?kind=AGREEMENT");
        threshold().setValue(500);

        test(find(Button.class).withTestId("replay").single()).click();

        verify(rules)
                .replay(
                        eq(GapRule.initial(GapKind.AGREEMENT).with(true, 500, GapKind.AGREEMENT.severity())),
                        eq(Instant.parse("2026-07-01T00:00:00Z")),
                        eq(Instant.parse("2026-10-01T00:00:00Z")));
        assertThat(Shown.text(find(Div.class).withTestId("replay-result").single()))
                .contains("1 gap in 1 Jul–30 Sep 2026:", "51,782 calls ran while no DPA was in force");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsNotReplayed() {
        open("settings/gap-kinds?kind=AGREEMENT");
        find(DatePicker.class).withTestId("replay-to").single().setValue(LocalDate.of(2026, 1, 1));

        test(find(Button.class).withTestId("replay").single()).click();

        assertThat(Shown.text(find(Div.class).withTestId("replay-result").single()))
                .contains("Choose a first day and a last day");
    }

    @Test
    void theCisoSavesWithAReason() {
        open("settings/gap-kinds?kind=CALLER");
        threshold().setValue(50);
        why().setValue("Fifty a quarter are noise");
        when(rules.save(any(), anyString())).thenAnswer(call -> call.getArgument(0));

        test(find(Button.class).withTestId("kind-save").single()).click();

        verify(rules)
                .save(
                        GapRule.initial(GapKind.CALLER).with(true, 50, GapKind.CALLER.severity()),
                        "Fifty a quarter are noise");
    }

    @Test
    void aRefusedThresholdIsSaidAtItsField() {
        when(rules.save(any(), anyString())).thenThrow(new GapRefused("threshold", "Give a number from 0 to 100."));
        open("settings/gap-kinds?kind=UNKNOWN_CLASS");
        threshold().setValue(300);

        test(find(Button.class).withTestId("kind-save").single()).click();

        assertThat(threshold().getErrorMessage()).isEqualTo("Give a number from 0 to 100.");
        assertThat(threshold().isInvalid()).isTrue();
    }

    @Test
    void legalMayReplayAndSavesNothing() {
        As.role(Role.LEGAL);

        var view = open("settings/gap-kinds?kind=AGREEMENT");

        assertThat(Shown.text(view)).contains("Kinds are changed by people with the role CISO.");
        assertThat(find(Button.class).withTestId("replay").all()).hasSize(1);
        assertThat(find(Button.class).withTestId("kind-save").all()).isEmpty();
    }

    private IntegerField threshold() {
        return find(IntegerField.class).withTestId("kind-threshold").single();
    }

    private TextArea why() {
        return find(TextArea.class).withTestId("kind-why").single();
    }
}
