package io.outflow.vendors.content;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong at a vendor.
 *
 * @param knownToVendor when the vendor knew, from which the agreed hours run
 * @param noticeAt when its notice reached us; nothing means that none came
 */
public record Incident(
        @Label(value = "What happened", lines = true) String what,
        @Label("Happened") @Nullable ZonedDateTime happened,
        @Label("Vendor knew") @Nullable ZonedDateTime knownToVendor,
        @Label("Notice reached us") @Nullable ZonedDateTime noticeAt,
        @Label(value = "Our exposure", lines = true) String exposure,
        @Label("State") IncidentState state,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Incident {
        what = Texts.of(what);
        exposure = Texts.of(exposure);
        state = Texts.or(state, IncidentState.OPEN);
        notes = Texts.of(notes);
    }

    @Override
    public String heading() {
        return what.length() <= 80 ? what : what.substring(0, 79) + "…";
    }

    /** How long after it knew the vendor told us; empty when either is not known. */
    public Optional<Duration> noticeTook() {
        return knownToVendor == null || noticeAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(knownToVendor, noticeAt));
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.missing("what", what, "Say what happened."),
                Problem.when(
                        knownToVendor != null && noticeAt != null && noticeAt.isBefore(knownToVendor),
                        "noticeAt",
                        "The notice cannot come before the vendor knew."));
    }
}
