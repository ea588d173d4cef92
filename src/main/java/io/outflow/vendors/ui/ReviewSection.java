package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reviews of a product, newest first: started new or from the last one, answered, finished. */
final class ReviewSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    ReviewSection(Entry<Product> product, PageState state, Editing editing) {
        var reviews = state.register().of(product.id(), Review.class).stream()
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNullElse(entry.content().doneOn(), LocalDate.MAX),
                        Comparator.reverseOrder()))
                .toList();
        var section = getContent();
        section.addClassNames("sec", "facts");
        section.setId("reviews");
        section.setAriaLabel("Reviews");
        section.add(
                new SectionHead("Reviews", next(product.content(), reviews), starts(product, reviews, state, editing)));
        if (reviews.isEmpty()) {
            var none = new Paragraph("No review is recorded.");
            none.addClassNames("s", "q", "none");
            section.add(none);
        }
        reviews.forEach(review -> section.add(line(product, review, state, editing)));
    }

    private static Component[] starts(
            Entry<Product> product, List<Entry<Review>> reviews, PageState state, Editing editing) {
        var isOpen = reviews.stream().anyMatch(review -> review.content().doneOn() == null);
        if (!state.mayChange() || isOpen) {
            return new Component[0];
        }
        var due = product.content()
                .reviewDue(
                        last(reviews).map(review -> review.content().doneOn()).orElse(null));
        var starts = new ArrayList<Component>();
        starts.add(FactLine.action(
                "Start a review",
                product.title(),
                e -> editing.add(
                        product.id(), Review.first(due, product.content().owner()))));
        last(reviews)
                .ifPresent(last -> starts.add(FactLine.action(
                        "Start from the last one",
                        product.title(),
                        e -> editing.add(product.id(), last.content().again(due)))));
        return starts.toArray(Component[]::new);
    }

    private static Div line(Entry<Product> product, Entry<Review> entry, PageState state, Editing editing) {
        var review = entry.content();
        var label = new Anchor(state.link(Optional.of(entry.id()), true), when(review));
        label.getElement().setAttribute("router-link", true);
        label.setId(FactLine.anchor(entry));
        label.addClassName("lab");
        var value = new Span(review.outcome().label() + (review.reviewer().isEmpty() ? "" : ", " + review.reviewer()));
        value.addClassName("v");
        var agreed = new Div(value);
        agreed.addClassName("ag");
        var more = new Div(answered(review) + (review.notes().isEmpty() ? "" : ". " + review.notes()));
        more.addClassName("more");
        agreed.add(more);
        var row = new Div(label, agreed);
        row.addClassName("fact");
        row.setClassName("picked", state.picked().filter(entry.id()::equals).isPresent());
        if (state.mayChange()) {
            var actions = new Div();
            actions.addClassName("fact-acts");
            if (review.doneOn() == null) {
                actions.add(
                        FactLine.action("Answer", when(review), e -> editing.edit(entry)),
                        FactLine.action(
                                "Finish", when(review), e -> new FinishReview(product, entry, state.today(), editing)
                                        .open()));
            } else {
                actions.add(FactLine.action("Edit", when(review), e -> editing.edit(entry)));
            }
            row.add(actions);
        }
        return row;
    }

    private static String when(Review review) {
        if (review.doneOn() != null) {
            return "Done " + Formats.day(review.doneOn());
        }
        return review.dueOn() == null ? "Open, no day set" : "Due " + Formats.day(review.dueOn());
    }

    private static String answered(Review review) {
        var open = review.answers().stream()
                .filter(answer -> answer.answer().isEmpty())
                .map(Review.Answer::question)
                .toList();
        return "%d of %d questions answered%s"
                .formatted(
                        review.answers().size() - open.size(),
                        review.answers().size(),
                        open.isEmpty() ? "" : open.stream().collect(Collectors.joining(" ", ". Open: ", "")));
    }

    private static String next(Product product, List<Entry<Review>> reviews) {
        var due = product.reviewDue(
                last(reviews).map(review -> review.content().doneOn()).orElse(null));
        if (due != null) {
            return "Next due " + Formats.day(due);
        }
        return product.reviewMonths() == null
                ? "No next day is set and no cycle"
                : "Every %d months, none done yet".formatted(product.reviewMonths());
    }

    private static Optional<Entry<Review>> last(List<Entry<Review>> reviews) {
        return reviews.stream()
                .filter(review -> review.content().doneOn() != null)
                .findFirst();
    }
}
