package io.outflow.posture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.notification.Notification;
import io.outflow.As;
import io.outflow.Shown;
import io.outflow.access.Role;
import io.outflow.posture.Posture;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** UC-16: look at what AWS is set to. */
@ViewPackages(classes = CoverageView.class)
class UC16LookAtAwsTest extends CoverageScreen {

    private static PostureLook look(@Nullable String problem) {
        return new PostureLook(
                1,
                1,
                "Sample Admin",
                MadePosture.NOW,
                MadePosture.NOW,
                MadePosture.ACCOUNT,
                List.of(MadePosture.REGION),
                9,
                2,
                problem);
    }

    private void source() {
        posture.sources.add(new Posture.Place(1, "Example logs", false));
    }

    @Test
    void administratorLooksNowAndNewAnswersAreShown() {
        As.role(Role.ADMIN);
        source();
        assertThat(open("")).contains("Example logs never");
        test(find(Button.class).withText("Look now").single()).click();
        assertThat(posture.asked).containsExactly(1L);

        posture.setting(Question.DATA_RETENTION, Setting.State.WATCH, "Mode aws_review: kept up to 30 days.");
        posture.looks.add(look(null));
        posture.answer.complete(Optional.of(look(null)));
        roundTrip();

        assertThat(page())
                .contains("Mode aws_review: kept up to 30 days.")
                .contains("22 Nov 2026, 09:12 UTC, by Sample Admin")
                .contains("Account 111122223333, eu-central-1: 9 questions answered, of 2 something may not be seen.");
    }

    @Test
    void whatWentWrongIsSaidAndEarlierAnswersStay() {
        As.role(Role.ADMIN);
        source();
        posture.setting(Question.GUARDRAILS, Setting.State.ON, "Status READY.");
        open("");
        test(find(Button.class).withText("Look now").single()).click();

        posture.answer.complete(Optional.of(look("Guardrails in eu-central-1: AWS has a trouble of its own.")));
        roundTrip();

        assertThat(Shown.text(find(Notification.class).single())).contains("AWS has a trouble of its own");
        assertThat(page()).contains("Status READY.");
    }

    @Test
    void aLookThatBreaksOffSaysThatNothingWasLost() {
        As.role(Role.ADMIN);
        source();
        open("");
        test(find(Button.class).withText("Look now").single()).click();

        posture.answer.completeExceptionally(new IllegalStateException("for a test"));
        roundTrip();

        assertThat(Shown.text(find(Notification.class).single())).contains("Earlier answers are kept.");
        assertThat(find(Button.class).withText("Look now").single().isEnabled()).isTrue();
    }

    @Test
    void othersReadWhenAwsWasAskedButDoNotAskIt() {
        source();
        posture.looks.add(look(null));

        assertThat(open("")).contains("Example logs 22 Nov 2026, 09:12 UTC, by Sample Admin");
        assertThat(find(Button.class).withText("Look now").all()).isEmpty();
    }

    @Test
    void settingThatCannotBeSeenNamesThePermissionAndIsNotAbsent() {
        posture.setting(
                Question.API_KEYS,
                Setting.State.CANNOT_BE_SEEN,
                "Cannot be seen. To see it, allow iam:ListServiceSpecificCredentials.");

        assertThat(open("observation=8"))
                .contains("cannot be seen Cannot be seen. To see it, allow iam:ListServiceSpecificCredentials.")
                .contains("It may not be seen. Allow iam:ListServiceSpecificCredentials, and the next look shows it.");
    }

    @Test
    void everyQuestionNamesItsActionsWithTheReason() {
        source();
        open("");
        find(Details.class).single().setOpened(true);

        var text = page();
        for (var question : Question.values()) {
            question.actions().forEach(action -> assertThat(text).contains(action.name() + " " + action.reason()));
        }
    }
}
