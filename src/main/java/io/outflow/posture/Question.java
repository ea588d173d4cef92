package io.outflow.posture;

import java.util.List;

/** What AWS is asked, in the order of asking. Each is asked for every account and Region, unless it is global. */
public enum Question {
    /** Asked first: CloudTrail is in every Region, so where it answers the Region can be reached. */
    TRAILS(
            "Trails",
            new AwsAction("cloudtrail:DescribeTrails", "list the trails, their bucket, key and log file validation"),
            new AwsAction("cloudtrail:GetTrailStatus", "see whether a trail is logging, and since when not"),
            new AwsAction(
                    "cloudtrail:GetEventSelectors",
                    "see whether reads, and data events of mantle, agents, knowledge bases and Claude Platform are recorded")),
    INVOCATION_LOGGING(
            "Model invocation logging",
            new AwsAction("bedrock:GetModelInvocationLoggingConfiguration", "see whether calls are logged, and where")),
    DATA_RETENTION(
            "Data retention of the account",
            new AwsAction("bedrock:GetAccountDataRetention", "see whether AWS may keep prompts, or share them")),
    GUARDRAILS(
            "Guardrails",
            new AwsAction("bedrock:ListGuardrails", "list the guardrails"),
            new AwsAction("bedrock:GetGuardrail", "see the key that a guardrail is encrypted with")),
    APPLICATION_PROFILES(
            "Application inference profiles",
            new AwsAction("bedrock:ListInferenceProfiles", "learn which model stands behind a profile"),
            new AwsAction("bedrock:ListTagsForResource", "read the tags of a profile")),
    CUSTOM_MODELS(
            "Custom models",
            new AwsAction("bedrock:ListCustomModels", "list the models that were trained here"),
            new AwsAction("bedrock:GetCustomModel", "see the key that a model is encrypted with")),
    PROVISIONED_THROUGHPUT(
            "Provisioned throughput",
            new AwsAction(
                    "bedrock:ListProvisionedModelThroughputs",
                    "learn which model stands behind provisioned throughput")),
    MODEL_ACCESS(
            "Access to Claude models",
            new AwsAction("bedrock:ListFoundationModels", "list the Claude models of the Region"),
            new AwsAction("bedrock:GetFoundationModelAvailability", "see which of them the account may call")),
    VPC_ENDPOINTS(
            "VPC endpoints",
            new AwsAction("ec2:DescribeVpcEndpoints", "see whether Bedrock can be reached by a private way")),
    LOG_BUCKETS(
            "Buckets of logs and batches",
            new AwsAction("bedrock:ListModelInvocationJobs", "find the buckets of batch jobs"),
            new AwsAction("s3:GetEncryptionConfiguration", "see how a bucket is encrypted"),
            new AwsAction("s3:GetBucketPublicAccessBlock", "see whether public access to a bucket is blocked")),
    API_KEYS(
            "Long-term API keys",
            new AwsAction("iam:ListServiceSpecificCredentials", "list the API keys of Bedrock and of Claude Platform"));

    /** Stands in the place of the Region for what belongs to none. */
    public static final String GLOBAL = "global";

    private final String label;
    private final List<AwsAction> actions;

    Question(String label, AwsAction... actions) {
        this.label = label;
        this.actions = List.of(actions);
    }

    /** The name on screens. */
    public String label() {
        return label;
    }

    /** The IAM actions that it needs, each with the reason. */
    public List<AwsAction> actions() {
        return actions;
    }

    /** Whether it is asked once for an account. */
    public boolean global() {
        return this == API_KEYS;
    }
}
