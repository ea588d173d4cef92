package io.outflow.trail;

import static io.outflow.trail.Channel.BEDROCK_AGENTS;
import static io.outflow.trail.Channel.BEDROCK_MANTLE;
import static io.outflow.trail.Channel.BEDROCK_RUNTIME;
import static io.outflow.trail.Channel.CLAUDE_PLATFORM;
import static io.outflow.trail.GovernanceKind.ACCESS;
import static io.outflow.trail.GovernanceKind.API_KEY;
import static io.outflow.trail.GovernanceKind.GUARDRAIL;
import static io.outflow.trail.GovernanceKind.INVOCATION_LOGGING;
import static io.outflow.trail.GovernanceKind.RESOURCE;
import static io.outflow.trail.GovernanceKind.RETENTION;
import static io.outflow.trail.GovernanceKind.TRAIL;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of what each operation of each event source is to Outflow. */
final class Operations {
    static final String BEDROCK = "bedrock.amazonaws.com";
    static final String MANTLE = "bedrock-mantle.amazonaws.com";
    static final String PLATFORM = "aws-external-anthropic.amazonaws.com";
    static final String AGENTCORE = "bedrock-agentcore.amazonaws.com";
    static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
    static final String IAM = "iam.amazonaws.com";

    /** What an operation is. */
    sealed interface Verdict {
        /** It calls a model. */
        record Call(Channel channel) implements Verdict {}

        /** It changes how models may be used. */
        record Change(GovernanceKind kind) implements Verdict {}

        /** It is neither. */
        record Skip(SkipReason reason) implements Verdict {}
    }

    private static final Verdict OTHER_SERVICE = new Verdict.Skip(SkipReason.OTHER_SERVICE);
    private static final Verdict READ_ONLY = new Verdict.Skip(SkipReason.READ_ONLY);
    private static final Verdict OTHER_OPERATION = new Verdict.Skip(SkipReason.OTHER_OPERATION);
    private static final Verdict NOT_INFERENCE = new Verdict.Skip(SkipReason.NOT_INFERENCE);
    private static final Verdict COUNT_TOKENS = new Verdict.Skip(SkipReason.COUNT_TOKENS);

    private static final Map<String, Verdict> ON_BEDROCK = table(
            calls(
                    BEDROCK_RUNTIME,
                    "InvokeModel InvokeModelWithResponseStream InvokeModelWithBidirectionalStream Converse ConverseStream"
                            + " StartAsyncInvoke StartAsyncInvokes CreateModelInvocationJob"),
            calls(
                    BEDROCK_AGENTS,
                    "InvokeAgent InvokeInlineAgent InvokeFlow StartFlowExecution Retrieve RetrieveAndGenerate"
                            + " RetrieveAndGenerateStream Rerank GenerateQuery OptimizePrompt"),
            skips(
                    NOT_INFERENCE,
                    "GetAsyncInvoke ApplyGuardrail InvokeGuardrailChecks RenderPrompt CreateSession GetSession UpdateSession"
                            + " EndSession DeleteSession CreateInvocation PutInvocationStep"),
            changes(
                    INVOCATION_LOGGING,
                    "PutModelInvocationLoggingConfiguration DeleteModelInvocationLoggingConfiguration"),
            changes(
                    GUARDRAIL,
                    "CreateGuardrail UpdateGuardrail DeleteGuardrail CreateGuardrailVersion"
                            + " PutEnforcedGuardrailConfiguration DeleteEnforcedGuardrailConfiguration"),
            changes(
                    ACCESS,
                    "PutFoundationModelEntitlement DeleteFoundationModelEntitlement CreateFoundationModelAgreement"
                            + " DeleteFoundationModelAgreement PutUseCaseForModelAccess PutResourcePolicy"
                            + " DeleteResourcePolicy"),
            changes(RETENTION, "PutAccountDataRetention DeleteAccountDataRetention"),
            changes(
                    RESOURCE,
                    "CreateInferenceProfile UpdateInferenceProfile DeleteInferenceProfile"
                            + " CreateProvisionedModelThroughput UpdateProvisionedModelThroughput"
                            + " DeleteProvisionedModelThroughput CreateCustomModelDeployment"
                            + " UpdateCustomModelDeployment DeleteCustomModelDeployment CreatePromptRouter"
                            + " DeletePromptRouter CreateMarketplaceModelEndpoint UpdateMarketplaceModelEndpoint"
                            + " DeleteMarketplaceModelEndpoint RegisterMarketplaceModelEndpoint"
                            + " DeregisterMarketplaceModelEndpoint"));

    private static final Map<String, Verdict> ON_MANTLE = table(
            calls(BEDROCK_MANTLE, "CreateInference"),
            skips(
                    NOT_INFERENCE,
                    "GetInference CancelInference DeleteInference ListFiles CreateFile GetFile DeleteFile"));

    private static final Map<String, Verdict> ON_PLATFORM = table(
            calls(CLAUDE_PLATFORM, "CreateInference CreateBatchInference"),
            skips(
                    NOT_INFERENCE,
                    "GetInference CancelInference DeleteInference GetBatchInference ListBatchInferences"
                            + " ListBatchInference CancelBatchInference DeleteBatchInference GetBatchInferenceResults"
                            + " CreateFile GetFile ListFiles DeleteFile DownloadFile GetFileContent"));

    private static final Map<String, Verdict> ON_CLOUDTRAIL = table(changes(
            TRAIL,
            "StartLogging StopLogging CreateTrail UpdateTrail DeleteTrail PutEventSelectors PutInsightSelectors"
                    + " PutEventConfiguration"));

    private static final List<String> READS =
            List.of("Get", "List", "Describe", "BatchGet", "Search", "Check", "Head", "Lookup");
    private static final List<String> CHANGES = List.of(
            "Create",
            "Update",
            "Put",
            "Delete",
            "Archive",
            "Unarchive",
            "Restore",
            "Add",
            "Remove",
            "Set",
            "Enable",
            "Disable",
            "Attach",
            "Detach",
            "Associate",
            "Disassociate",
            "Rotate",
            "Revoke",
            "Invite");
    /** What calls of mantle and of the Claude Platform run through, or are allowed by. */
    private static final List<String> MANAGED = List.of(
            "Project",
            "Workspace",
            "Reservation",
            "Environment",
            "Runtime",
            "Vault",
            "Member",
            "Policy",
            "Permission",
            "RateLimit",
            "SpendLimit",
            "CustomizedModel");

    private Operations() {}

    /** The verdict on an operation, by its event source and name and, for names that are new, by the request's shape. */
    static Verdict verdict(String source, String operation, Json.Obj record) {
        return switch (source) {
            case BEDROCK,
                    "bedrock-runtime.amazonaws.com",
                    "bedrock-agent.amazonaws.com",
                    "bedrock-agent-runtime.amazonaws.com" -> bedrock(operation, record);
            case MANTLE -> managed(ON_MANTLE, BEDROCK_MANTLE, operation, record);
            case PLATFORM -> managed(ON_PLATFORM, CLAUDE_PLATFORM, operation, record);
            case AGENTCORE -> agentCore(operation);
            case CLOUDTRAIL ->
                ON_CLOUDTRAIL.getOrDefault(operation, startsWith(operation, READS) ? READ_ONLY : OTHER_SERVICE);
            case IAM -> ApiKeyCredentials.concerns(operation, record) ? new Verdict.Change(API_KEY) : OTHER_SERVICE;
            default -> OTHER_SERVICE;
        };
    }

    /** The verdict on an operation of an invocation log: everything there is a call, save what is known to be none. */
    static Verdict logged(String operation) {
        Verdict verdict = ON_BEDROCK.get(operation);
        if (verdict != null) {
            return verdict instanceof Verdict.Change ? new Verdict.Skip(SkipReason.LOG_OPERATION) : verdict;
        }
        if (operation.equals("CountTokens")) {
            return COUNT_TOKENS;
        }
        return operation.isEmpty() || operation.startsWith("Invoke") || operation.startsWith("Converse")
                ? new Verdict.Call(BEDROCK_RUNTIME)
                : new Verdict.Skip(SkipReason.LOG_OPERATION);
    }

    private static Verdict bedrock(String operation, Json.Obj record) {
        Verdict known = ON_BEDROCK.get(operation);
        return known != null ? known : unknown(BEDROCK_RUNTIME, operation, record);
    }

    /** Sources whose changes of projects, workspaces and keys are named after what they change. */
    private static Verdict managed(Map<String, Verdict> table, Channel channel, String operation, Json.Obj record) {
        Verdict known = table.get(operation);
        if (known != null) {
            return known;
        }
        if (startsWith(operation, CHANGES)) {
            String lower = operation.toLowerCase(Locale.ROOT);
            if (lower.contains("key") || lower.contains("credential")) {
                return new Verdict.Change(API_KEY);
            }
            if (lower.contains("retention")) {
                return new Verdict.Change(RETENTION);
            }
            if (operation.contains("Skill") || operation.contains("File")) {
                return NOT_INFERENCE;
            }
            if (MANAGED.stream().anyMatch(operation::contains)) {
                return new Verdict.Change(namesRetention(record) ? RETENTION : RESOURCE);
            }
        }
        return unknown(channel, operation, record);
    }

    private static boolean namesRetention(Json.Obj record) {
        Json.Obj request = record.object("requestParameters");
        for (int i = 0; i < request.size(); i++) {
            if (request.name(i).toLowerCase(Locale.ROOT).contains("retention")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Names that came after this was written. A use that goes unseen is worse than one shown under a new name, so what is
     * named like inference, or names a model and has the marks of inference, counts; the rest is no call.
     */
    private static Verdict unknown(Channel channel, String operation, Json.Obj record) {
        if (operation.equals("CountTokens")) {
            return COUNT_TOKENS;
        }
        if (startsWith(operation, READS)) {
            return READ_ONLY;
        }
        boolean namedLikeInference = operation.startsWith("InvokeModel")
                || operation.startsWith("Converse")
                || operation.startsWith("CreateInference")
                        && !operation.startsWith("CreateInferenceProfile")
                        && channel != BEDROCK_RUNTIME;
        boolean invokes = operation.startsWith("Invoke") && Requests.namesModel(record);
        return namedLikeInference || invokes || (Requests.namesModel(record) && Requests.looksLikeInference(record))
                ? new Verdict.Call(channel)
                : OTHER_OPERATION;
    }

    /** What runs inside of AgentCore calls models by events of its own role, so its entries are no further calls. */
    private static Verdict agentCore(String operation) {
        if (startsWith(operation, READS)) {
            return READ_ONLY;
        }
        return operation.startsWith("Invoke") ? NOT_INFERENCE : OTHER_OPERATION;
    }

    private static boolean startsWith(String operation, List<String> prefixes) {
        return prefixes.stream().anyMatch(operation::startsWith);
    }

    private static Map<String, Verdict> calls(Channel channel, String names) {
        return skips(new Verdict.Call(channel), names);
    }

    private static Map<String, Verdict> changes(GovernanceKind kind, String names) {
        return skips(new Verdict.Change(kind), names);
    }

    private static Map<String, Verdict> skips(Verdict verdict, String names) {
        Map<String, Verdict> table = new HashMap<>();
        for (String name : names.split(" ")) {
            table.put(name, verdict);
        }
        return table;
    }

    @SafeVarargs
    private static Map<String, Verdict> table(Map<String, Verdict>... parts) {
        Map<String, Verdict> table = new HashMap<>();
        for (Map<String, Verdict> part : parts) {
            table.putAll(part);
        }
        return Map.copyOf(table);
    }
}
