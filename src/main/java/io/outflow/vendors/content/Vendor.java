package io.outflow.vendors.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The company with whom there is a contract.
 *
 * @param name what it is called in our house
 * @param legalEntity the company that owns the product
 * @param contractingEntities who signs with us, one a line: "EEA, UK, CH: Anthropic Ireland, Limited"
 * @param hqCountry ISO 3166 code of two letters; empty when unknown
 * @param parent the vendor that owns it, also in this register
 */
public record Vendor(
        @Label("Name") String name,
        @Label("Legal entity") String legalEntity,

        @Label(value = "Contracting entities", help = "One a line, led by the region: EEA: Example Ireland, Limited")
        List<String> contractingEntities,

        @Label(value = "Country of headquarters", help = "Two letters, such as US or DE")
        String hqCountry,

        @Label(value = "Notes on jurisdiction", lines = true)
        String jurisdictionNotes,

        @Label(value = "Contacts", help = "One a line") List<String> contacts,

        @Label(value = "Owner", help = "Who looks after it in our house")
        String owner,

        @Label("Criticality") Criticality criticality,
        @Label("Parent company") @Nullable UUID parent,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Vendor {
        name = Texts.of(name);
        legalEntity = Texts.of(legalEntity);
        contractingEntities = Texts.of(contractingEntities);
        hqCountry = Texts.of(hqCountry).toUpperCase(java.util.Locale.ROOT);
        jurisdictionNotes = Texts.of(jurisdictionNotes);
        contacts = Texts.of(contacts);
        owner = Texts.of(owner);
        criticality = Texts.or(criticality, Criticality.UNKNOWN);
        notes = Texts.of(notes);
    }

    public static Vendor named(String name) {
        return new Vendor(name, "", List.of(), "", "", List.of(), "", Criticality.UNKNOWN, null, "");
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.missing("name", name, "Give the vendor a name."),
                Problem.when(
                        !hqCountry.isEmpty() && !hqCountry.matches("[A-Z]{2}"),
                        "hqCountry",
                        "Give the country as two letters, such as US or DE."));
    }
}
