package io.outflow.testing;

import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.LocalAws.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An AWS account on the loopback that says what it is set to, in the protocols of CloudTrail, Bedrock, S3, EC2, IAM and STS.
 * What a test does not say otherwise is an account in which nothing is set up.
 */
public final class LocalAccount implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";

    static {
        // What the default chain finds; no server ever compares it.
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "made-up");
    }

    private static final Map<String, String> BEDROCK_PATHS = Map.ofEntries(
            Map.entry("/logging/modelinvocations", "GetModelInvocationLoggingConfiguration"),
            Map.entry("/data-retention", "GetAccountDataRetention"),
            Map.entry("/guardrails", "ListGuardrails"),
            Map.entry("/guardrails/", "GetGuardrail"),
            Map.entry("/inference-profiles", "ListInferenceProfiles"),
            Map.entry("/listTagsForResource", "ListTagsForResource"),
            Map.entry("/custom-models", "ListCustomModels"),
            Map.entry("/custom-models/", "GetCustomModel"),
            Map.entry("/provisioned-model-throughputs", "ListProvisionedModelThroughputs"),
            Map.entry("/foundation-models", "ListFoundationModels"),
            Map.entry("/foundation-model-availability/", "GetFoundationModelAvailability"),
            Map.entry("/model-invocation-jobs", "ListModelInvocationJobs"));

    private final LocalAws aws = new LocalAws();
    private final Map<String, Function<Request, Reply>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public LocalAccount() {
        aws.fault(this::reply);
        answers.put("sts:GetCallerIdentity", request -> xml("""
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::111122223333:user/sample</Arn><UserId>A</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>"""));
        json("cloudtrail:DescribeTrails", "{\"trailList\":[]}");
        json("bedrock:GetModelInvocationLoggingConfiguration", "{}");
        json("bedrock:GetAccountDataRetention", "{\"mode\":\"default\"}");
        json("bedrock:ListGuardrails", "{\"guardrails\":[]}");
        json("bedrock:ListInferenceProfiles", "{\"inferenceProfileSummaries\":[]}");
        json("bedrock:ListTagsForResource", "{\"tags\":[]}");
        json("bedrock:ListCustomModels", "{\"modelSummaries\":[]}");
        json("bedrock:ListProvisionedModelThroughputs", "{\"provisionedModelSummaries\":[]}");
        json("bedrock:ListFoundationModels", "{\"modelSummaries\":[]}");
        json("bedrock:ListModelInvocationJobs", "{\"invocationJobSummaries\":[]}");
        answers.put("ec2:DescribeVpcEndpoints", request -> xml("""
                <DescribeVpcEndpointsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>
                <vpcEndpointSet/></DescribeVpcEndpointsResponse>"""));
        answers.put("iam:ListServiceSpecificCredentials", request -> xml("""
                <ListServiceSpecificCredentialsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
                <ListServiceSpecificCredentialsResult><ServiceSpecificCredentials/><IsTruncated>false</IsTruncated>
                </ListServiceSpecificCredentialsResult></ListServiceSpecificCredentialsResponse>"""));
        answers.put("s3:GetEncryptionConfiguration", request -> xml("""
                <ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>
                <ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>
                </Rule></ServerSideEncryptionConfiguration>"""));
        answers.put("s3:GetBucketPublicAccessBlock", request -> xml("""
                <PublicAccessBlockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                <BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>
                <BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>
                </PublicAccessBlockConfiguration>"""));
    }

    public URI address() {
        return aws.address();
    }

    /** The IAM actions of the calls that were made, in order. */
    public List<String> asked() {
        return asked;
    }

    /** Answers calls that need an IAM action; null leaves it to what was said before. */
    public void answer(String action, Function<Request, Reply> answer) {
        var before = answers.get(action);
        answers.put(action, request -> {
            var reply = answer.apply(request);
            return reply == null && before != null ? before.apply(request) : reply;
        });
    }

    public void json(String action, String json) {
        answers.put(action, request -> jsonReply(200, json));
    }

    /** Refuses an action as its service does. */
    public void refuse(String action) {
        answers.put(action, request -> error(action, 403, accessDenied(action)));
    }

    private static String accessDenied(String action) {
        return switch (action.substring(0, action.indexOf(':'))) {
            case "ec2" -> "UnauthorizedOperation";
            case "iam", "s3", "sts" -> "AccessDenied";
            default -> "AccessDeniedException";
        };
    }

    /** An error in the form of the service that the action belongs to. */
    public static Reply error(String action, int status, String code) {
        return switch (action.substring(0, action.indexOf(':'))) {
            case "bedrock" ->
                Reply.of(
                        status,
                        "{\"message\":\"for a test\"}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "x-amzn-ErrorType",
                        code);
            // CloudTrail tells every fault of the caller as 400.
            case "cloudtrail" ->
                jsonReply(
                        status == 403 ? 400 : status, "{\"__type\":\"%s\",\"message\":\"for a test\"}".formatted(code));
            case "s3" -> Reply.error(status, code);
            case "ec2" ->
                xml(
                        status,
                        "<Response><Errors><Error><Code>%s</Code><Message>for a test</Message></Error></Errors><RequestID>1</RequestID></Response>"
                                .formatted(code));
            default ->
                xml(
                        status,
                        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>for a test</Message></Error><RequestId>1</RequestId></ErrorResponse>"
                                .formatted(code));
        };
    }

    public static Reply jsonReply(int status, String json) {
        return Reply.of(status, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    public static Reply xml(String xml) {
        return xml(200, xml);
    }

    private static Reply xml(int status, String xml) {
        return Reply.of(status, xml.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml");
    }

    private Reply reply(Request request) {
        if (request.signedBy().isEmpty()) {
            return Reply.error(403, "AccessDenied");
        }
        var action = action(request);
        asked.add(action);
        var answer = answers.get(action);
        return answer == null ? error(action, 400, "UnknownOperationException") : answer.apply(request);
    }

    private static String action(Request request) {
        var target = request.headers().get("x-amz-target");
        if (target != null) {
            return "cloudtrail:" + target.substring(target.lastIndexOf('.') + 1);
        }
        var service = request.headers()
                .getOrDefault("authorization", "")
                .replaceAll(".*Credential=[^ ,]*/([a-z0-9]+)/aws4_request.*", "$1");
        if (service.equals("s3")) {
            return request.query().containsKey("encryption")
                    ? "s3:GetEncryptionConfiguration"
                    : "s3:GetBucketPublicAccessBlock";
        }
        if (service.equals("bedrock")) {
            var path = request.path();
            var name = BEDROCK_PATHS.get(path);
            return "bedrock:" + (name != null ? name : BEDROCK_PATHS.get(path.substring(0, path.indexOf('/', 1) + 1)));
        }
        return service + ":" + request.body().replaceAll("(?s)(^|.*&)Action=(\\w+).*", "$2");
    }

    @Override
    public void close() {
        aws.close();
    }
}
