package io.outflow.vendors.content;

/** A law or standard whose duties the register answers. */
public enum Regime implements Choice {
    GDPR("GDPR"),
    HIPAA("HIPAA"),
    PIPEDA("PIPEDA"),
    AU_PRIVACY("Australian Privacy Act"),
    MAS_TRM("MAS TRM"),
    EU_AI_ACT("EU AI Act, deployer"),
    ISO_42001("ISO 42001");

    private final String label;

    Regime(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
