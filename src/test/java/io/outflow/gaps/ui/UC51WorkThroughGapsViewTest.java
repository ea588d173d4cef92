package io.outflow.gaps.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import io.outflow.As;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapState;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.ui.GapSelection.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** UC-51: the list of gaps, its filters and groups, and handling several at once. */
@ViewPackages(classes = {GapListView.class, GapView.class, GapKindsView.class})
class UC51WorkThroughGapsViewTest extends GapScreenTest {

    @Test
    void theSentenceSaysHowManyWaitAndHowSureTheyAre() {
        open("gaps");

        assertThat(Shown.text(find(GapSentence.class).single()))
                .contains("3 gaps wait for somebody: 3 of high severity, 3 without an owner")
                .contains("2 contradict the register; in 1 a claim or the logs do not settle it.");
    }

    @Test
    void whatWaitsIsShownFirstAndTheRestByTheAddress() {
        gaps.handle(148, 1, new GapStep.CallFalse("The profile stays in Europe"));
        open("gaps");
        assertThat(shown()).containsExactly(147L, 149L);

        open("gaps?state=any");
        assertThat(shown()).containsExactly(147L, 149L, 148L);

        open("gaps?state=FALSE");
        assertThat(shown()).containsExactly(148L);
    }

    @Test
    void kindProductAndOwnerNarrowTheList() {
        gaps.handle(147, 1, new GapStep.Assign("Legal"));

        open("gaps?kind=REGION");
        assertThat(shown()).containsExactly(148L);
        open("gaps?product=-");
        assertThat(shown()).containsExactly(149L);
        open("gaps?owner=Legal");
        assertThat(shown()).containsExactly(147L);
    }

    @Test
    void anAddressThatCannotBeReadShowsWhatWaits() {
        open("gaps?sort=-nothing&group=moon");

        assertThat(shown()).hasSize(3);
    }

    @Test
    void aFilterThatNothingMatchesSaysWhatIsOutsideIt() {
        var view = open("gaps?kind=TRAINING");

        assertThat(Shown.text(view)).contains("No gap matches. 3 gaps are outside this filter.");
        test(find(Button.class).withText("Clear").single()).click();
        assertThat(shown()).hasSize(3);
        assertThat(address()).isEqualTo("gaps?state=any");
    }

    @Test
    void groupsHaveATableEachAndStandInTheAddress() {
        open("gaps?group=product");

        assertThat(find(GapGrid.class).all()).hasSize(2);
        assertThat(Shown.text(UI.getCurrent().getCurrentView()))
                .contains("Claude on Amazon Bedrock 2 gaps")
                .contains("of no product 1 gap");
        assertThat(GapSelection.START.grouped(Group.PRODUCT).write().getQueryString())
                .isEqualTo("group=product");
    }

    @Test
    void tickedGapsAreAcknowledgedTogether() {
        open("gaps");
        tick(147, 149);

        test(find(Button.class).withTestId("bulk-acknowledge").single()).click();
        test(find(Button.class).withTestId("step-done").single()).click();

        assertThat(gaps.gap(147).state()).isEqualTo(GapState.ACKNOWLEDGED);
        assertThat(gaps.gap(149).state()).isEqualTo(GapState.ACKNOWLEDGED);
        assertThat(gaps.gap(148).state()).isEqualTo(GapState.OPEN);
    }

    @Test
    @SuppressWarnings("unchecked")
    void ownerAndDueDateAreSetTogether() {
        open("gaps");
        tick(147, 148);
        test(find(Button.class).withTestId("bulk-assign").single()).click();
        ((ComboBox<String>) find(ComboBox.class).withTestId("gap-owner").single()).setItems("Legal");
        ((ComboBox<String>) find(ComboBox.class).withTestId("gap-owner").single()).setValue("Legal");
        test(find(Button.class).withTestId("step-done").single()).click();

        tick(147, 148);
        test(find(Button.class).withTestId("bulk-due").single()).click();
        find(DatePicker.class).withLabel("Due").single().setValue(LocalDate.of(2026, 11, 27));
        test(find(Button.class).withTestId("step-done").single()).click();

        assertThat(List.of(gaps.gap(147), gaps.gap(148))).allSatisfy(gap -> {
            assertThat(gap.owner()).isEqualTo("Legal");
            assertThat(gap.due()).isEqualTo(LocalDate.of(2026, 11, 27));
        });
    }

    @Test
    void whereSomebodyWasQuickerNothingIsDoneToAny() {
        open("gaps");
        tick(147, 149);
        test(find(Button.class).withTestId("bulk-acknowledge").single()).click();
        gaps.touch(149);

        test(find(Button.class).withTestId("step-done").single()).click();

        assertThat(gaps.gap(147).state()).isEqualTo(GapState.OPEN);
        assertThat(Shown.text(find(StepDialog.class).single())).contains("Nothing was changed.");
    }

    @Test
    void anAuditorReadsAndTicksNothing() {
        As.role(Role.AUDITOR);

        open("gaps");

        assertThat(shown()).hasSize(3);
        assertThat(find(GapGrid.class).single().getSelectionModel())
                .isInstanceOf(com.vaadin.flow.component.grid.GridNoneSelectionModel.class);
    }

    @Test
    void nothingFoundSaysWhatWasLookedAt() {
        use(new SampleGaps());

        assertThat(Shown.text(open("gaps")))
                .contains(
                        "No gap was found in calls from 24 Aug 2026, 00:00 UTC to 21 Nov 2026, 23:59 UTC, by 13 of 13 kinds")
                .contains("Days and channels without logs are not in this.");
    }

    @Test
    void withoutLogsNothingIsSaidToBeFine() {
        use(new SampleGaps());
        when(usage.evidenced()).thenReturn(Optional.empty());

        assertThat(Shown.text(open("gaps"))).contains("nothing was looked at", "is unknown");
    }

    @Test
    void beforeTheFirstLookTheListSaysSo() {
        var none = new SampleGaps();
        none.counted = false;
        use(none);

        assertThat(Shown.text(open("gaps"))).contains("Gaps are being looked for.");
    }

    private List<Long> shown() {
        return find(GapGrid.class).all().stream()
                .flatMap(grid -> grid.getGenericDataView().getItems())
                .map(Gap::number)
                .toList();
    }

    private void tick(long... numbers) {
        var grid = find(GapGrid.class).single();
        var wanted = Set.copyOf(java.util.Arrays.stream(numbers).boxed().toList());
        grid.getGenericDataView()
                .getItems()
                .filter(gap -> wanted.contains(gap.number()))
                .forEach(grid::select);
    }
}
