package io.outflow.catalogue;

/** How near a source is to what the vendor itself says, the nearest first. */
public enum Evidence {
    OFFICIAL_ARCHIVED("official text"),
    OFFICIAL_EXCERPT("part of an official page"),
    SECONDARY_QUOTING_OFFICIAL("third party that quotes the official text"),
    SECONDARY("third party"),
    /** It proves that a word appears, not that the product is meant. */
    WEAK_PROBE("only mentioned on the vendor's portal");

    private final String label;

    Evidence(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
