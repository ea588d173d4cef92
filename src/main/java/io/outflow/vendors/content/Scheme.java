package io.outflow.vendors.content;

/** What a product is certified against. */
public enum Scheme implements Choice {
    SOC2_TYPE2("SOC 2 II"),
    ISO_27001("ISO 27001"),
    ISO_27017("ISO 27017"),
    ISO_27018("ISO 27018"),
    ISO_27701("ISO 27701"),
    ISO_42001("ISO 42001"),
    HIPAA_BAA("HIPAA BAA"),
    FEDRAMP("FedRAMP"),
    PCI_DSS("PCI DSS"),
    CSA_STAR("CSA STAR"),
    C5("C5"),
    IRAP("IRAP"),
    MTCS("MTCS"),
    OTHER("Other");

    private final String label;

    Scheme(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
