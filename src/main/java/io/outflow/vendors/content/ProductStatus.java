package io.outflow.vendors.content;

/** How far a product has come in our house. */
public enum ProductStatus implements Choice {
    PROPOSED("Proposed"),
    UNDER_REVIEW("Under review"),
    APPROVED("Approved"),
    RESTRICTED("Restricted"),
    RETIRED("Retired");

    private final String label;

    ProductStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
