package io.outflow.vendors.content;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who processes for the vendor. Sub-processors form a chain: one may stand under another.
 *
 * @param country ISO 3166 code of two letters, or a region in words
 * @param under the sub-processor it works for; nothing means the vendor itself
 * @param noticeOn when the vendor told of it
 * @param objectionDays how many days from the notice we may object
 * @param objected whether we did
 */
public record SubProcessor(
        @Label("Name") String name,
        @Label("Country") String country,
        @Label("Purpose") String purpose,
        @Label("Works for") @Nullable UUID under,
        @Label("Notice of the change") @Nullable LocalDate noticeOn,

        @Label(value = "Time to object", help = "In days from the notice") @Nullable
        Integer objectionDays,

        @Label("We objected") YesNo objected,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public SubProcessor {
        name = Texts.of(name);
        country = Texts.of(country);
        purpose = Texts.of(purpose);
        objected = Texts.or(objected, YesNo.UNKNOWN);
        notes = Texts.of(notes);
    }

    @Override
    public String heading() {
        return name;
    }

    /** The last day to object; nothing when either the notice or the term is not known. */
    public @Nullable LocalDate objectBy() {
        return noticeOn == null || objectionDays == null ? null : noticeOn.plusDays(objectionDays);
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.missing("name", name, "Name the sub-processor, or the list it stands for."),
                Problem.when(
                        objectionDays != null && (objectionDays < 0 || objectionDays > 365),
                        "objectionDays",
                        "Give the time in days, 0 to 365."));
    }

    @Override
    public List<Deadline> deadlines() {
        var last = objectBy();
        return last == null || objected != YesNo.UNKNOWN
                ? List.of()
                : List.of(new Deadline(DeadlineKind.OBJECTION, "Last day to object to " + name, last));
    }
}
