package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.ReviewOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UC-33: Legal reviews a product: starts, answers, finishes, and the next one is due. */
class UC33ReviewViewTest extends RegisterViewTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @BeforeEach
    void cycleOfAYear() {
        var content = product.kind()
                .make(field -> field.name().equals("reviewMonths") ? (Object) 12 : field.in(product.content()));
        register.change(product.id(), 1, content, product.basis(), "A cycle", null);
    }

    @Test
    void aFirstReviewAsksTheUsualQuestions() {
        assertThat(open(product)).contains("No review is recorded.").contains("Every 12 months, none done yet");

        click("Start a review: " + product.title());
        test(find(TextArea.class).withLabel("What is stored?").single()).setValue("Prompts");
        give("Yearly review");
        click("Save");

        assertThat(page()).contains("1 of 9 questions answered. Open: How long is it stored?");
        assertThat(buttons("Start a review: " + product.title())).isEmpty();
    }

    @Test
    void aFinishedReviewSaysWhenTheNextOneIsDueByTheCycle() {
        var review = add(product, Review.first(today, "Legal counsel"), Basis.ours("", null, null));
        open(product);

        finish();

        assertThat(((Review) now(review).content()).outcome()).isEqualTo(ReviewOutcome.PASSED);
        assertThat(((Review) now(review).content()).doneOn()).isEqualTo(today);
        assertThat(page())
                .contains("Next due " + io.outflow.base.Formats.day(today.plusMonths(12)))
                .contains("Passed, Legal counsel");
    }

    @Test
    void aDayOfOurOwnComesBeforeTheCycle() {
        add(product, Review.first(today, "Legal counsel"), Basis.ours("", null, null));
        open(product);
        click("Finish: Due " + io.outflow.base.Formats.day(today));
        pick();
        find(DatePicker.class).withLabel("Next review").single().setValue(today.plusDays(40));
        click("Finish");

        assertThat(((Product) now(product).content()).nextReview()).isEqualTo(today.plusDays(40));
        assertThat(page()).contains("Next due " + io.outflow.base.Formats.day(today.plusDays(40)));
    }

    @Test
    void whenTheProductWasChangedMeanwhileTheReviewIsNotFinishedEither() {
        var review = add(product, Review.first(today, "Legal counsel"), Basis.ours("", null, null));
        open(product);
        click("Finish: Due " + io.outflow.base.Formats.day(today));
        pick();
        find(DatePicker.class).withLabel("Next review").single().setValue(today.plusDays(40));
        var theirs = ((Product) now(product).content()).ownedBy("Somebody else");
        register.change(product.id(), 2, theirs, product.basis(), "Taken over", null);

        click("Finish");

        assertThat(find(Paragraph.class).withClassName("problem").single().getText())
                .contains("Reload the page to see it.");
        assertThat(now(review)).isEqualTo(review);
        assertThat(now(product).content()).isEqualTo(theirs);
    }

    @Test
    void withoutAnOutcomeAReviewIsNotFinished() {
        var review = add(product, Review.first(today, "Legal counsel"), Basis.ours("", null, null));
        open(product);

        click("Finish: Due " + io.outflow.base.Formats.day(today));
        click("Finish");

        assertThat(find(Select.class).withLabel("Outcome").single().getErrorMessage())
                .isEqualTo("Say how it ended.");
        assertThat(now(review).version()).isEqualTo(1);
    }

    @Test
    void theNextReviewStartsFromTheAnswersOfTheLast() {
        var last = new Review(
                today,
                "Legal counsel",
                java.util.List.of(new Review.Answer("What is stored?", "Prompts")),
                ReviewOutcome.PASSED,
                today,
                "");
        add(product, last, Basis.ours("", null, null));
        open(product);

        click("Start from the last one: " + product.title());
        assertThat(find(TextArea.class).withLabel("What is stored?").single().getValue())
                .isEqualTo("Prompts");
        give("Next round");
        click("Save");

        assertThat(register.now().of(product.id(), Review.class))
                .extracting(Entry::content)
                .extracting(Review::outcome)
                .containsExactlyInAnyOrder(ReviewOutcome.OPEN, ReviewOutcome.PASSED);
    }

    private void finish() {
        click("Finish: Due " + io.outflow.base.Formats.day(today));
        pick();
        click("Finish");
    }

    @SuppressWarnings("unchecked")
    private void pick() {
        find(Select.class).withLabel("Outcome").single().setValue(ReviewOutcome.PASSED);
    }
}
