package io.outflow.vendors.internal.files;

import java.util.List;

/** The first words of an exported file: what it is, and how it comes back. */
final class AboutFile {

    static final String NAME = "About";

    private AboutFile() {}

    static List<String> lines(String asOf, String generated) {
        return List.of(
                "Register of vendors and products, exported from Outflow",
                "As of: " + asOf,
                "Generated: " + generated,
                "A row with an id changes that entry, a row without an id adds one, a row that is missing changes nothing.",
                "Leave id and version as they are. Who confirmed what is written by Outflow alone.",
                "A text that begins like a formula has an apostrophe in front; it goes away when the file is imported.");
    }
}
