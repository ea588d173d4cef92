package io.outflow.access;

import java.util.Set;

/** What a person is in Outflow. A person may hold several. */
public enum Role {
    ADMIN("Admin"),
    CISO("CISO"),
    LEGAL("Legal"),
    AUDITOR("Auditor"),
    /** Somebody from outside, until a day: sees what evidence was made for them. Never held beside another role. */
    INVITED("Invited auditor");

    /** The roles that an administrator gives to people of the house. */
    public static final Set<Role> OF_THE_HOUSE = Set.of(ADMIN, CISO, LEGAL, AUDITOR);

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
