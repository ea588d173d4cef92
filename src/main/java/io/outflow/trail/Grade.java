package io.outflow.trail;

/** Attribution grade: how well the evidence tells who the caller is, strongest first. */
public enum Grade {
    /** A person or user whom AWS itself names: Identity Center, source identity, IAM user, root. */
    NAMED("named"),
    /** A session name that looks like a person but is chosen by the caller. */
    CLAIMED("claimed"),
    /** Only the role is known. */
    ROLE_ONLY("role only"),
    /** A long-lived API key that anybody may hold. */
    SHARED_KEY("shared key"),
    /** A workload or an AWS service, not a person. */
    SERVICE("service"),
    /** The record does not say. */
    UNKNOWN("unknown");

    private final String label;

    Grade(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
