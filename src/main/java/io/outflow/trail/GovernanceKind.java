package io.outflow.trail;

/** What a governance event changes. */
public enum GovernanceKind {
    /** Bedrock model invocation logging. */
    INVOCATION_LOGGING,
    /** CloudTrail trails: logging stopped or started, selectors, a trail made, changed or deleted. */
    TRAIL,
    GUARDRAIL,
    /** Model access, agreements, entitlements, resource policies. */
    ACCESS,
    /** Bedrock API keys (service-specific credentials). */
    API_KEY,
    /** Data retention of the account. */
    RETENTION,
    /** Inference profiles, provisioned throughput, projects and other resources that calls run through. */
    RESOURCE
}
