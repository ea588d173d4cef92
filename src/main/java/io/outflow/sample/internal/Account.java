package io.outflow.sample.internal;

/** The accounts of the sample organisation, an insurer. Their numbers are the ones that AWS uses in its own examples. */
public enum Account {
    CLAIMS("111122223333", "claims-prod"),
    CONTACT_CENTRE("444455556666", "contact-centre"),
    UNDERWRITING("777788889999", "underwriting-prod"),
    SHARED_TOOLS("123456789012", "shared-tools"),
    DATA_LAB("222233334444", "data-lab"),
    SANDBOX("555566667777", "sandbox");

    final String number;
    final String label;

    Account(String number, String label) {
        this.number = number;
        this.label = label;
    }

    public String number() {
        return number;
    }
}
