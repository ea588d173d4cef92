package io.outflow.vendors.content;

/** A yes, a no, or nothing known: unknown is a value and never a no. */
public enum YesNo implements Choice {
    UNKNOWN("Unknown"),
    YES("Yes"),
    NO("No");

    private final String label;

    YesNo(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    public static YesNo of(boolean yes) {
        return yes ? YES : NO;
    }
}
