package io.outflow.vendors.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of data is kept.
 *
 * @param detail which part of the kind, when there are several, such as "training on"
 * @param days how long, in days; nothing means that no number is known, which is not zero
 * @param qualifier how the number is meant: "up to", "within", "default"
 * @param model the models it holds for; empty means all
 * @param region the Regions it holds for; empty means all
 * @param mode the account's retention mode it holds for; empty means any
 * @param otherDays numbers that other sources give
 * @param zeroRetention whether nothing can be kept
 * @param exceptionUntil the last day on which the window holds as an exception for us; nothing when it is no exception, or one
 *     without an end
 */
public record RetentionWindow(
        @Label("Data") DataKind data,
        @Label("Detail") String detail,

        @Label(value = "Days", help = "Empty means that no number is known, which is not zero") @Nullable
        Integer days,

        @Label(value = "Meant as", help = "Such as: up to, within, default")
        String qualifier,

        @Label(value = "Model", help = "Empty means all") String model,
        @Label(value = "Region", help = "Empty means all") String region,

        @Label(value = "Mode", help = "The account's retention mode; empty means any")
        String mode,

        @Label(value = "Other values", help = "What other sources say, in days")
        List<Integer> otherDays,

        @Label("Zero retention can be had") YesNo zeroRetention,

        @Label(value = "How to get zero retention", lines = true)
        String zeroRetentionHow,

        @Label(value = "Exception until", help = "The last day of an exception that the vendor granted us") @Nullable
        LocalDate exceptionUntil,

        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public RetentionWindow {
        data = Texts.or(data, DataKind.OTHER);
        detail = Texts.of(detail);
        qualifier = Texts.of(qualifier);
        model = Texts.of(model);
        region = Texts.of(region);
        mode = Texts.of(mode);
        otherDays = Texts.list(otherDays);
        zeroRetention = Texts.or(zeroRetention, YesNo.UNKNOWN);
        zeroRetentionHow = Texts.of(zeroRetentionHow);
        notes = Texts.of(notes);
    }

    /** A window that is no exception. */
    public RetentionWindow(
            DataKind data,
            String detail,
            @Nullable Integer days,
            String qualifier,
            String model,
            String region,
            String mode,
            List<Integer> otherDays,
            YesNo zeroRetention,
            String zeroRetentionHow,
            String notes) {
        this(
                data,
                detail,
                days,
                qualifier,
                model,
                region,
                mode,
                otherDays,
                zeroRetention,
                zeroRetentionHow,
                null,
                notes);
    }

    @Override
    public String heading() {
        return detail.isEmpty() ? data.label() : data.label() + ", " + detail;
    }

    /** The window in words: {@code up to 30 days}, {@code 0 days}, {@code no number known}. */
    public String inWords() {
        if (days == null) {
            return qualifier.isEmpty() ? "no number known" : qualifier;
        }
        var number = days == 1 ? "1 day" : String.format(java.util.Locale.ENGLISH, "%,d days", days);
        return qualifier.isEmpty() ? number : qualifier + " " + number;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(Problem.when(
                days != null && (days < 0 || days > 36_500), "days", "Give the days as a number of 0 to 36,500."));
    }

    @Override
    public List<Deadline> deadlines() {
        return exceptionUntil == null
                ? List.of()
                : List.of(new Deadline(
                        DeadlineKind.RETENTION_EXCEPTION, "Retention exception ends: " + heading(), exceptionUntil));
    }
}
