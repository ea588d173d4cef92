package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.Formats;
import io.outflow.base.ui.Days;
import io.outflow.vendors.Change;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.ReviewOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a review: how it went, on which day, and when the next one is due, by the cycle or on a day of our own. */
final class FinishReview extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Entry<Product> product;
    private final transient Entry<Review> review;
    private final transient Editing editing;
    private final Select<ReviewOutcome> outcome = new Select<>();
    private final DatePicker done = Days.optional("Done on");
    private final DatePicker next = Days.optional("Next review");
    private final TextArea notes = new TextArea("Conditions and notes");
    private final Paragraph problem = new Paragraph();

    FinishReview(Entry<Product> product, Entry<Review> review, LocalDate today, Editing editing) {
        this.product = product;
        this.review = review;
        this.editing = editing;
        setHeaderTitle("Finish the review of " + product.title());
        setWidth("min(520px, 100vw)");
        setCloseOnOutsideClick(false);
        outcome.setLabel("Outcome");
        outcome.setItems(ReviewOutcome.PASSED, ReviewOutcome.PASSED_WITH_CONDITIONS, ReviewOutcome.FAILED);
        outcome.setItemLabelGenerator(ReviewOutcome::label);
        done.setValue(today);
        done.addValueChangeListener(e -> sayNext());
        notes.setValue(review.content().notes());
        notes.addClassName("wide");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        var fields = new Div(outcome, done, next, notes);
        fields.addClassName("entry-fields");
        add(problem, fields);
        var finish = new Button("Finish", e -> finish());
        finish.addThemeVariants(ButtonVariant.PRIMARY);
        finish.setTestId("review-finish");
        getFooter().add(new Button("Cancel", e -> close()), finish);
        sayNext();
    }

    /** The cycle says when the next one is due, unless a day is chosen here. */
    private void sayNext() {
        var months = product.content().reviewMonths();
        @Nullable LocalDate day = done.getValue();
        next.setHelperText(
                months == null || day == null
                        ? "The product has no cycle; without a day none is due"
                        : "Empty means %s, by the cycle of %d months"
                                .formatted(Formats.day(day.plusMonths(months)), months));
    }

    private void finish() {
        var unread =
                List.of(done, next).stream().filter(FieldInput::isUnreadable).findFirst();
        @Nullable ReviewOutcome ended = outcome.getValue();
        @Nullable LocalDate following = next.getValue();
        outcome.setErrorMessage("Say how it ended.");
        outcome.setInvalid(ended == null);
        if (ended == null || unread.isPresent()) {
            return;
        }
        var was = review.content();
        var finished = new Review(was.dueOn(), was.reviewer(), was.answers(), ended, done.getValue(), notes.getValue());
        var reason = "Review finished: " + ended.label();
        var changes = new ArrayList<Change>();
        changes.add(new Change(review.id(), review.version(), finished, review.basis()));
        if (following != null) {
            changes.add(new Change(product.id(), product.version(), reviewedOn(following), product.basis()));
        }
        editing.change(review.id(), () -> editing.register().changeAll(changes, reason))
                .ifPresentOrElse(problem::setText, this::close);
    }

    private Content reviewedOn(LocalDate day) {
        return product.kind().make(field -> field.name().equals("nextReview") ? day : field.in(product.content()));
    }
}
