package io.outflow.vendors.content;

import java.util.List;

/**
 * Where data is stored and processed. "Offered" is what the vendor can do, "chosen" what we agreed.
 *
 * @param mechanisms what carries data across borders, such as "SCC module 2"
 * @param crossRegion whether inference may run in another Region than the one called
 */
public record Residency(
        @Label(value = "Storage offered", help = "One a line")
        List<String> storageOffered,

        @Label(value = "Storage chosen", help = "Regions, one a line")
        List<String> storageChosen,

        @Label(value = "Processing offered", help = "One a line")
        List<String> processingOffered,

        @Label(value = "Processing chosen", help = "Regions, one a line, such as eu-central-1")
        List<String> processingChosen,

        @Label("We can choose") YesNo selectable,

        @Label(value = "Cross-border mechanisms", help = "One a line")
        List<String> mechanisms,

        @Label("Cross-Region inference") YesNo crossRegion,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Residency {
        storageOffered = Texts.of(storageOffered);
        storageChosen = Texts.of(storageChosen);
        processingOffered = Texts.of(processingOffered);
        processingChosen = Texts.of(processingChosen);
        selectable = Texts.or(selectable, YesNo.UNKNOWN);
        mechanisms = Texts.of(mechanisms);
        crossRegion = Texts.or(crossRegion, YesNo.UNKNOWN);
        notes = Texts.of(notes);
    }

    @Override
    public String heading() {
        return "Residency";
    }
}
