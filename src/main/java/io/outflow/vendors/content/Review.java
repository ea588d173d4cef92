package io.outflow.vendors.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at a product, with the questions any cloud vendor is asked.
 *
 * @param dueOn when it has to be done
 * @param doneOn when it was done; nothing while it is open
 */
public record Review(
        @Label("Due on") @Nullable LocalDate dueOn,
        @Label("Reviewer") String reviewer,
        @Label("Questions and answers") List<Answer> answers,
        @Label("Outcome") ReviewOutcome outcome,
        @Label("Done on") @Nullable LocalDate doneOn,
        @Label(value = "Conditions and notes", lines = true) String notes)
        implements Content {

    /** The questions of a first review. */
    public static final List<String> QUESTIONS = List.of(
            "What is stored?",
            "How long is it stored?",
            "Who can access it?",
            "Is a data processing agreement in force?",
            "Within how many hours are we told of a breach?",
            "Which certificates are held?",
            "In which Regions is data stored and processed?",
            "What carries data across borders?",
            "Is our content used for training?");

    /** A question and what was found. */
    public record Answer(String question, String answer) {

        public Answer {
            question = Texts.of(question);
            answer = Texts.of(answer);
        }
    }

    public Review {
        reviewer = Texts.of(reviewer);
        answers = Texts.list(answers);
        outcome = Texts.or(outcome, ReviewOutcome.OPEN);
        notes = Texts.of(notes);
    }

    /** A review to come, with the questions of a first review and no answers. */
    public static Review first(@Nullable LocalDate dueOn, String reviewer) {
        return new Review(
                dueOn,
                reviewer,
                QUESTIONS.stream().map(question -> new Answer(question, "")).toList(),
                ReviewOutcome.OPEN,
                null,
                "");
    }

    /** The next review: the same questions with the answers of this one, to be looked at again. */
    public Review again(@Nullable LocalDate due) {
        return new Review(due, reviewer, answers, ReviewOutcome.OPEN, null, "");
    }

    @Override
    public String heading() {
        return "Review";
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.when(
                        outcome != ReviewOutcome.OPEN && doneOn == null,
                        "doneOn",
                        "Give the day on which the review was done."),
                Problem.when(
                        outcome == ReviewOutcome.OPEN && doneOn != null,
                        "outcome",
                        "Say how the review ended, or leave the day empty."));
    }

    @Override
    public List<Deadline> deadlines() {
        return dueOn == null || doneOn != null
                ? List.of()
                : List.of(new Deadline(DeadlineKind.REVIEW, "Review is due", dueOn));
    }
}
