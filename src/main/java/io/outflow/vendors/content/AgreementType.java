package io.outflow.vendors.content;

/** The sort of an agreement. */
public enum AgreementType implements Choice {
    /** Data processing agreement, GDPR article 28. */
    DPA("DPA"),
    /** Business associate agreement, 45 CFR 164.504(e). */
    BAA("BAA"),
    /** Standard contractual clauses, Commission decision (EU) 2021/914. */
    SCC("SCC"),
    /** The UK's international data transfer agreement. */
    IDTA("IDTA"),
    /** EU-US Data Privacy Framework certification. */
    DPF("DPF"),
    COMMERCIAL_TERMS("Commercial terms"),
    NDA("NDA"),
    OTHER("Other");

    private final String label;

    AgreementType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
