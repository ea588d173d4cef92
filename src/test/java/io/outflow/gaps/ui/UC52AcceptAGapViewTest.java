package io.outflow.gaps.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.As;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.gaps.GapState;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** UC-52: a gap with what was agreed and seen, and its acceptance until a day. */
@ViewPackages(classes = {GapListView.class, GapView.class, GapKindsView.class})
class UC52AcceptAGapViewTest extends GapScreenTest {

    @Test
    void thePageSaysWhatWasFoundWhenAndHowSure() {
        var view = open("gaps/147");

        assertThat(Shown.text(view))
                .contains("G-147 · No agreement in force")
                .contains("51,782 calls ran while no DPA was in force for Claude on Amazon Bedrock.")
                .contains("1 Oct 2026, 00:00 UTC to 14 Oct 2026, 09:30 UTC")
                .contains("Log files: 98")
                .contains("Not in these numbers: the direct Claude API");
    }

    @Test
    void theClauseLeadsToItsFactAndEachRowToExactlyItsCalls() {
        open("gaps/G-147");

        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("products/%s?fact=%s".formatted(SampleGaps.BEDROCK, SampleGaps.DPA))
                .anySatisfy(href -> assertThat(href)
                        .startsWith("usage/calls?from=2026-10-01T00:00:04Z&to=2026-10-14T09:29:51.001Z")
                        .contains("class=PERSONAL", "outcome=use", "provenance=declared"));
    }

    @Test
    void aGapIsAcceptedUntilADayWithAReasonAndTheHistoryTellsIt() {
        open("gaps/147");
        choice().setValue(Choice.ACCEPT);
        until().setValue(LocalDate.of(2026, 12, 31));
        why().setValue("Vendor confirmed in writing that terms were applied");

        decide();

        assertThat(gaps.gap(147)).satisfies(gap -> {
            assertThat(gap.state()).isEqualTo(GapState.ACCEPTED);
            assertThat(gap.acceptedUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
        });
        assertThat(Shown.text(find(HandlingPanel.class).single()))
                .contains("Accepted until 31 Dec 2026")
                .contains("Sample CISO, 22 Nov 2026, 08:00 UTC: accepted. Vendor confirmed");
    }

    @Test
    void anAcceptanceWithoutADayIsRefusedAtTheDayAndKeepsTheReason() {
        open("gaps/147");
        choice().setValue(Choice.ACCEPT);
        why().setValue("Signature is on its way");

        decide();

        assertThat(until().isInvalid()).isTrue();
        assertThat(why().getValue()).isEqualTo("Signature is on its way");
        assertThat(gaps.gap(147).state()).isEqualTo(GapState.OPEN);
    }

    @Test
    void aPastPeriodCannotBeCalledFixed() {
        open("gaps/147");
        choice().setValue(Choice.FIX);
        why().setValue("It was renewed");

        decide();

        assertThat(Shown.text(find(HandlingPanel.class).single())).contains("cannot be fixed");
        assertThat(gaps.gap(147).state()).isEqualTo(GapState.OPEN);
    }

    @Test
    void whereSomebodyWasQuickerNothingIsSaved() {
        open("gaps/147");
        gaps.touch(147);
        choice().setValue(Choice.ACKNOWLEDGE);

        decide();

        assertThat(Shown.text(find(HandlingPanel.class).single())).contains("Nothing was saved.");
    }

    @Test
    void aCommentChangesNothingAndStaysInTheHistory() {
        open("gaps/147");
        find(TextArea.class).withTestId("gap-comment").single().setValue("Only with the letter");

        test(find(Button.class).withTestId("gap-comment-add").single()).click();

        assertThat(gaps.gap(147).state()).isEqualTo(GapState.OPEN);
        assertThat(Shown.text(find(HandlingPanel.class).single())).contains("comment. Only with the letter");
    }

    @Test
    void whatTheLogsDoNotSettleIsMarkedSo() {
        assertThat(Shown.text(open("gaps/148"))).contains("Cannot tell", "The register of Claude on Amazon Bedrock");
    }

    @Test
    void anAuditorReadsAndIsToldWhoHandles() {
        As.role(Role.AUDITOR);

        var view = open("gaps/147");

        assertThat(Shown.text(view)).contains("Gaps are handled by people with the role CISO or Legal.");
        assertThat(find(RadioButtonGroup.class).all()).isEmpty();
    }

    @Test
    void aNumberThatNoGapHasSaysSo() {
        assertThat(Shown.text(open("gaps/9"))).contains("There is no such gap.");
        assertThat(Shown.text(open("gaps/nothing"))).contains("There is no such gap.");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Choice> choice() {
        return find(RadioButtonGroup.class).withTestId("gap-choice").single();
    }

    private DatePicker until() {
        return find(DatePicker.class).withTestId("gap-until").single();
    }

    private TextArea why() {
        return find(TextArea.class).withTestId("gap-why").single();
    }

    private void decide() {
        test(find(Button.class).withTestId("gap-decide").single()).click();
    }
}
