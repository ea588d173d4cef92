package io.outflow.vendors.content;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the vendor trains on our content, and what we chose. Kept apart from retention, because one does not settle the other.
 *
 * @param mechanism how to opt out
 * @param provedOn the day of the evidence that we opted out
 * @param provedBy who made sure
 * @param proof the attachment that shows it
 */
public record Training(
        @Label("By default") TrainingUse byDefault,
        @Label("Our choice") TrainingChoice choice,
        @Label(value = "How to opt out", lines = true) String mechanism,
        @Label("Opt-out proved on") @Nullable LocalDate provedOn,
        @Label("Proved by") String provedBy,
        @Label("Proof") @Nullable UUID proof,

        @Label(value = "Prove again by", help = "Settings change; evidence gets old") @Nullable
        LocalDate proveAgainBy,

        @Label(value = "Exceptions", lines = true) String exceptions)
        implements Content {

    public Training {
        byDefault = Texts.or(byDefault, TrainingUse.UNKNOWN);
        choice = Texts.or(choice, TrainingChoice.NOT_DECIDED);
        mechanism = Texts.of(mechanism);
        provedBy = Texts.of(provedBy);
        exceptions = Texts.of(exceptions);
    }

    @Override
    public String heading() {
        return "Training";
    }

    /** Whether an opt-out is more than a word: there is a day and somebody or something that shows it. */
    public boolean optOutProved() {
        return choice == TrainingChoice.OPTED_OUT && provedOn != null && (proof != null || !provedBy.isEmpty());
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.when(
                        provedOn != null && proveAgainBy != null && proveAgainBy.isBefore(provedOn),
                        "proveAgainBy",
                        "The day to prove it again must lie after the proof."),
                Problem.when(
                        provedOn != null && provedBy.isEmpty() && proof == null,
                        "provedBy",
                        "Say who made sure, or attach the proof."));
    }

    @Override
    public List<Deadline> deadlines() {
        return proveAgainBy == null || choice == TrainingChoice.OPTED_IN || choice == TrainingChoice.NOT_APPLICABLE
                ? List.of()
                : List.of(new Deadline(DeadlineKind.OPT_OUT, "Evidence of the training opt-out is due", proveAgainBy));
    }
}
