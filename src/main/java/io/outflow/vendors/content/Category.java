package io.outflow.vendors.content;

/** What sort of product it is; the terms differ most between these. */
public enum Category implements Choice {
    UNKNOWN("Unknown"),
    CONSUMER_CHAT("Consumer chat"),
    BUSINESS_CHAT("Business chat"),
    API("API"),
    CLOUD_HOSTED_MODEL("Model hosted by a cloud"),
    DEVELOPER_TOOL("Developer tool"),
    BUSINESS_SUITE_AI("AI in a business suite"),
    EMBEDDED_AI("AI inside a SaaS product"),
    /** A SaaS baseline to compare with. */
    SAAS("SaaS without AI"),
    SUPPORTING_CONTROL("Control services of a cloud"),
    SELF_HOSTED("Self-hosted model"),
    INTERNAL("Internal workload");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
