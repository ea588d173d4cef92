package io.outflow.evidence;

import java.util.Set;

/** What can go into a package. */
public enum Part {
    REGISTER("Register: products, facts, agreements with their files"),
    USAGE("Usage: totals per day, caller, model and class, rules with versions, finds in text"),
    EVENTS("Usage: single calls and steps of agents, without prompts"),
    LOGS("Log files, digests and what they say, and days that were logged"),
    HISTORY("Change history with its hash chain"),
    PROCESSING_RECORD("Record of processing, GDPR Art. 30"),
    APPROVALS("Approvals"),
    GAPS("Gaps and how they were handled"),
    POSTURE("Settings of AWS accounts, as observed"),
    OSCAL("Index of controls as OSCAL assessment results");

    /** What goes into a package unless somebody says otherwise. */
    public static final Set<Part> USUAL = Set.of(REGISTER, USAGE, LOGS, HISTORY);

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
