package io.outflow.vendors.content;

/** What protects the data, or who may get at it. */
public enum ControlType implements Choice {
    HUMAN_ACCESS("Human access"),
    GOVERNMENT_REQUESTS("Government requests"),
    METADATA("Metadata"),
    ENCRYPTION("Encryption and keys (KMS)"),
    PRIVATE_NETWORKING("Private networking (PrivateLink, VPC endpoints)"),
    AUDIT_LOGGING("Audit logging"),
    ACCESS_CONTROL("Access control (IAM)");

    private final String label;

    ControlType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
