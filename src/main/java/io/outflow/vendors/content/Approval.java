package io.outflow.vendors.content;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision whether a product may be used with classes of data. Where several hold for one call, a refusal counts before a
 * permission; what nobody decided is not approved.
 *
 * @param dataClasses codes of data classes, such as {@code PERSONAL}; {@code *} stands for all
 * @param regions where the calls may be made from; empty means everywhere
 * @param models names or ids with {@code *} for any text; empty means all
 * @param callers ids, names or roles of callers with {@code *} for any text; empty means all
 * @param application the application that it is for; nothing means all
 * @param from the first instant at which it holds; nothing means always
 * @param until the first instant at which it holds no more; nothing means until further notice
 * @param approver who decided
 */
public record Approval(
        @Label(value = "Data classes", help = "Codes, one a line, such as PERSONAL; * for all")
        List<String> dataClasses,

        @Label("Decision") ApprovalDecision decision,

        @Label(value = "Regions", help = "One a line, * for any text; empty means all")
        List<String> regions,

        @Label(value = "Models", help = "Names or ids, one a line, * for any text; empty means all")
        List<String> models,

        @Label(value = "Callers", help = "Ids, names or roles, one a line, * for any text; empty means all")
        List<String> callers,

        @Label("Application") @Nullable UUID application,

        @Label(value = "From", help = "A date alone means 00:00 in the zone named") @Nullable
        ZonedDateTime from,

        @Label(value = "Until", help = "Empty means until further notice") @Nullable
        ZonedDateTime until,

        @Label(value = "Conditions", lines = true) String conditions,
        @Label("Approver") String approver,
        @Label(value = "Why", lines = true) String why)
        implements Content {

    /** Stands for every class of data. */
    public static final String EVERY_CLASS = "*";

    public Approval {
        dataClasses = Texts.of(dataClasses);
        decision = Texts.or(decision, ApprovalDecision.PROPOSED);
        regions = Texts.of(regions);
        models = Texts.of(models);
        callers = Texts.of(callers);
        conditions = Texts.of(conditions);
        approver = Texts.of(approver);
        why = Texts.of(why);
    }

    /** Whether it is decided and holds at an instant. */
    public boolean holdsAt(Instant at) {
        return decision != ApprovalDecision.PROPOSED
                && (from == null || !at.isBefore(from.toInstant()))
                && (until == null || at.isBefore(until.toInstant()));
    }

    /** Whether it speaks of a class of data. */
    public boolean concerns(String dataClass) {
        return dataClasses.contains(EVERY_CLASS) || dataClasses.contains(dataClass);
    }

    /** Whether it holds for every caller, model, Region and application. */
    public boolean unrestricted() {
        return regions.isEmpty() && models.isEmpty() && callers.isEmpty() && application == null;
    }

    @Override
    public String heading() {
        return String.join(", ", dataClasses) + ": " + decision.label().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.when(dataClasses.isEmpty(), "dataClasses", "Name at least one class of data, or * for all."),
                Problem.when(
                        from != null && until != null && !from.toInstant().isBefore(until.toInstant()),
                        "until",
                        "The end must lie after the start."),
                Problem.when(
                        decision == ApprovalDecision.CONDITIONS && conditions.isEmpty(),
                        "conditions",
                        "Write down the conditions, or allow it without."),
                Problem.when(
                        decision != ApprovalDecision.PROPOSED && approver.isEmpty(), "approver", "Say who decided."),
                Problem.missing("why", why, "Say why, for whoever asks later."));
    }

    @Override
    public List<Deadline> deadlines() {
        return until == null || !decision.allows()
                ? List.of()
                : List.of(new Deadline(
                        DeadlineKind.APPROVAL_END,
                        "Approval ends: " + String.join(", ", dataClasses),
                        until.minus(1, ChronoUnit.NANOS).toLocalDate()));
    }
}
