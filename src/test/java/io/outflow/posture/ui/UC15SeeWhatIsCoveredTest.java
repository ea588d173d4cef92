package io.outflow.posture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import io.outflow.As;
import io.outflow.access.Role;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** UC-15: see which days logs can tell of. */
@ViewPackages(classes = CoverageView.class)
class UC15SeeWhatIsCoveredTest extends CoverageScreen {

    @Test
    void sentencesSayHowMuchIsCoveredWhatIsBlindSinceWhenAndWhatCannotBeSeen() {
        posture.setting(Question.TRAILS, Setting.State.WATCH, "Logging.");
        posture.setting(Question.GUARDRAILS, Setting.State.CANNOT_BE_SEEN, "Cannot be seen.");

        assertThat(open(""))
                .contains(
                        "11 of 31 days of Bedrock runtime were covered in 1 account, 1 Region; 20 not covered, 0 unknown.")
                .contains("23 Oct–22 Nov 2026")
                .contains("Bedrock mantle on 0")
                .contains("their use is unknown, not zero")
                .contains("Not covered since 3 Nov 2026: The trail main was stopped. This concerns Bedrock runtime in"
                        + " 111122223333, eu-central-1.")
                .contains(
                        "Not covered on every day since 23 Oct 2026, perhaps longer: The trail main has no selector for"
                                + " their data events.")
                .contains("1 of 2 settings cannot be seen: Guardrails.");
    }

    @Test
    void blindDaysAreDrawnAsBlindWithLetterAndWordAndUnknownOnesApart() {
        open("");

        assertThat(find(Link.class).all().stream()
                        .filter(link -> link.hasClassName("piece"))
                        .map(link -> link.getText() + " " + link.getElement().getAttribute("aria-label")))
                .containsExactly(
                        "C 23 Oct–2 Nov 2026: covered",
                        "P 3 Nov 2026: partly not covered",
                        "N 4 Nov–22 Nov 2026: not covered",
                        "? 23 Oct–22 Nov 2026: unknown",
                        "N 23 Oct–22 Nov 2026: not covered",
                        "? 23 Oct–22 Nov 2026: unknown",
                        "? 23 Oct–22 Nov 2026: unknown");
    }

    @Test
    void pieceLeadsToItsReasonAndOnToTheAnswerOfAws() {
        open("");
        var piece = find(Link.class).all().stream()
                .filter(link -> link.hasClassName("blind"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(piece.getHref()).contains("cell=111122223333%2Feu-central-1%2FBEDROCK_MANTLE%2F2026-10-23");

        assertThat(open(piece.getHref().replaceFirst(".*\\?", "")))
                .contains(
                        "Not covered. The trail main has no selector for their data events. It rests on what AWS answered");
        var answer = find(Link.class).withText("Open the answer").single();
        assertThat(open(answer.getHref().replaceFirst(".*\\?", "")))
                .contains("AWS answered so first on 21 Nov 2026, 09:12 UTC and last on 22 Nov 2026, 09:12 UTC.")
                .contains("\"name\" : \"main\"");
    }

    @Test
    void dayThatAChangeMadeBlindShowsTheRecordOfTheChange() {
        assertThat(open("cell=111122223333/eu-central-1/BEDROCK_RUNTIME/2026-11-05"))
                .contains("It rests on the governance event StopLogging of 3 Nov 2026, 10:00:00 UTC")
                .contains("Made by dana; record 5 of logs.json.gz.");
        assertThat(find(Pre.class).all()).extracting(Pre::getText).contains("{\"eventName\":\"StopLogging\"}");
    }

    @Test
    void tableSaysTheSameAsTheMap() {
        assertThat(open("view=table"))
                .contains(
                        "111122223333 eu-central-1 Bedrock runtime 4 Nov–22 Nov 2026 not covered The trail main was stopped.")
                .contains("Claude Platform on AWS 23 Oct–22 Nov 2026 unknown No log of this day was read.");
        assertThat(find(Link.class).withText("Map").single().getHref()).doesNotContain("view=table");
    }

    @Test
    void periodIsInTheAddressAndWhatCannotBeReadIsLeftOut() {
        assertThat(open("from=2026-11-01&to=2026-11-10")).contains("1 Nov–10 Nov 2026");
        assertThat(find(Link.class).withText("Earlier").single().getHref())
                .contains("from=2026-10-22", "to=2026-10-31");
        assertThat(open("from=2026-11-10&to=2026-11-01&cell=x&observation=y")).contains("2 Oct–1 Nov 2026");
        assertThat(open("observation=99")).contains("There is no answer 99 of AWS.");
        assertThat(open("cell=111122223333/eu-west-3/BEDROCK_MANTLE/2026-11-05"))
                .contains("The map does not hold this day.");
        assertThat(find(Anchor.class).withText("CSV").all()).hasSize(1);
    }

    @Test
    void withoutAnyEvidenceThePageSaysThatUseIsUnknown() {
        posture.evidence = false;

        assertThat(open(""))
                .contains("No logs yet, and AWS was not asked. Use is unknown.")
                .contains("AWS was not asked yet. What it is set to is unknown.")
                .contains("No source is set up, so there are no credentials to ask AWS with.");
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleReadsIt(Role role) {
        As.role(role);

        assertThat(open("")).contains("days of Bedrock runtime were covered");
    }
}
