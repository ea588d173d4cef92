package io.outflow.access;

/** What a person is in Outflow. A person may hold several. */
public enum Role {
    ADMIN("Admin"),
    CISO("CISO"),
    LEGAL("Legal"),
    AUDITOR("Auditor");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
