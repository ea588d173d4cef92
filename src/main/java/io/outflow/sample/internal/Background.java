package io.outflow.sample.internal;

import io.outflow.sample.internal.Identity.Federated;
import io.outflow.sample.internal.Identity.Function;
import io.outflow.sample.internal.Identity.Instance;
import io.outflow.sample.internal.Identity.RoleOnly;
import io.outflow.sample.internal.Identity.ServiceRole;
import java.time.Instant;
import java.util.List;

/**
 * Records of other services, which are most of an organisation's trail. Some name Bedrock without being its: a service that
 * takes a role for it, a policy that holds its name, a read of its settings.
 */
final class Background {
    private static final List<Identity> CALLERS = List.of(
            new Instance("web"),
            new Instance("batch"),
            new Function("nightly-export"),
            new RoleOnly("deploy"),
            new Federated("engineer", Cast.people(8, 20)));
    private static final double[] WEIGHTS = {22, 20, 16, 16, 8, 6, 6, 3, 2, 1};

    private final Account account;
    private final String region;
    private final Draw draw;

    Background(Account account, String region, Draw draw) {
        this.account = account;
        this.region = region;
        this.draw = draw;
    }

    void write(Json json, Instant time) {
        record(time).write(json, draw, draw.uuid());
    }

    private TrailRecord record(Instant time) {
        return switch (draw.weighted(WEIGHTS)) {
            case 0 -> describeInstances(time);
            case 1 -> object(time);
            case 2 -> assumeRole(time);
            case 3 -> decrypt(time);
            case 4 -> logEvents(time);
            case 5 -> parameter(time);
            case 6 -> item(time);
            case 7 -> runInstances(time);
            case 8 -> rolePolicy(time);
            default -> settings(time);
        };
    }

    private TrailRecord of(Instant time, String service, String name) {
        Identity identity = draw.of(CALLERS);
        return new TrailRecord(
                account, region, identity.session(account, draw), time, service + ".amazonaws.com", name);
    }

    private TrailRecord describeInstances(Instant time) {
        int count = 1 + draw.below(8);
        return of(time, "ec2", "DescribeInstances").request(json -> {
            json.open("instancesSet").openList("items");
            for (int i = 0; i < count; i++) {
                json.open().put("instanceId", "i-0" + draw.hex(16)).close();
            }
            json.closeList().close().open("filterSet").close();
        });
    }

    private TrailRecord object(Instant time) {
        String bucket = "example-data-" + account.number;
        String key = "in/" + draw.hex(6) + "/part-" + draw.hex(8) + ".parquet";
        return of(time, "s3", draw.chance(0.7) ? "GetObject" : "PutObject")
                .request(json -> json.put("bucketName", bucket)
                        .put("Host", bucket + ".s3." + region + ".amazonaws.com")
                        .put("key", key))
                .extra(json -> json.put("SignatureVersion", "SigV4")
                        .put("CipherSuite", "TLS_AES_128_GCM_SHA256")
                        .put("bytesTransferredIn", 0)
                        .put("SSEApplied", "SSE_KMS")
                        .put("AuthenticationMethod", "AuthHeader")
                        .put("x-amz-id-2", draw.code("", 76))
                        .put("bytesTransferredOut", draw.below(10_000_000)))
                .dataEvent("AWS::S3::Object", "arn:aws:s3:::" + bucket + "/" + key);
    }

    private TrailRecord assumeRole(Instant time) {
        String role = "arn:aws:iam::" + account.number + ":role/team-" + draw.below(60);
        return of(time, "sts", "AssumeRole")
                .request(json -> json.put("roleArn", role)
                        .put("roleSessionName", "s" + draw.hex(20))
                        .put("durationSeconds", 3600))
                .response(json -> json.open("credentials")
                        .put("accessKeyId", draw.code("ASIA", 16))
                        .put("sessionToken", draw.code("IQoJb3JpZ2luX2VjE", 440))
                        .put("expiration", "Jun 20, 2026, 1:02:03 PM")
                        .close()
                        .open("assumedRoleUser")
                        .put("assumedRoleId", draw.code("AROA", 16) + ":s")
                        .put("arn", role)
                        .close());
    }

    private TrailRecord decrypt(Instant time) {
        String key = "arn:aws:kms:" + region + ":" + account.number + ":key/" + draw.uuid();
        var record = draw.chance(0.05)
                ? new TrailRecord(
                        account,
                        region,
                        new ServiceRole(
                                        "AmazonBedrockExecutionRoleForKnowledgeBase_1",
                                        "BedrockQueryKnowledgeBaseSession-X")
                                .session(account, draw),
                        time,
                        "kms.amazonaws.com",
                        "Decrypt")
                : of(time, "kms", draw.chance(0.5) ? "Decrypt" : "GenerateDataKey");
        return record.request(json -> json.open("encryptionContext")
                        .put("aws:s3:arn", "arn:aws:s3:::example-data-" + account.number)
                        .close()
                        .put("keyId", key)
                        .put("encryptionAlgorithm", "SYMMETRIC_DEFAULT"))
                .dataEvent("AWS::KMS::Key", key);
    }

    private TrailRecord logEvents(Instant time) {
        return of(time, "logs", "CreateLogStream")
                .request(json -> json.put("logGroupName", "/aws/lambda/team-" + draw.below(60))
                        .put("logStreamName", "2026/06/01/[$LATEST]" + draw.hex(32)))
                .writes();
    }

    private TrailRecord parameter(Instant time) {
        return of(time, "ssm", "GetParameter").request(json -> json.put("name", "/team-" + draw.below(60) + "/setting")
                .put("withDecryption", true));
    }

    private TrailRecord item(Instant time) {
        String table = "team-" + draw.below(60) + "-state";
        return of(time, "dynamodb", "GetItem")
                .request(json -> json.put("tableName", table)
                        .open("key")
                        .put("pk", draw.uuid())
                        .close()
                        .put("consistentRead", false))
                .dataEvent(
                        "AWS::DynamoDB::Table",
                        "arn:aws:dynamodb:" + region + ":" + account.number + ":table/" + table);
    }

    private TrailRecord runInstances(Instant time) {
        return of(time, "ec2", "RunInstances")
                .request(json -> json.put("userData", "<sensitiveDataRemoved>").put("instanceType", "m7i.large"))
                .response(json -> {
                    json.put("requestId", draw.uuid())
                            .put("reservationId", "r-0" + draw.hex(16))
                            .open("instancesSet")
                            .openList("items")
                            .open()
                            .put("instanceId", "i-0" + draw.hex(16))
                            .put("imageId", "ami-0" + draw.hex(16))
                            .put("privateDnsName", "ip-10-0-1-2.ec2.internal")
                            .put("subnetId", "subnet-0" + draw.hex(16))
                            .put("vpcId", "vpc-0" + draw.hex(16))
                            .put("architecture", "x86_64")
                            .open("tagSet")
                            .openList("items");
                    for (String tag : List.of("team", "cost-centre", "service", "env")) {
                        json.open()
                                .put("key", tag)
                                .put("value", "v" + draw.below(60))
                                .close();
                    }
                    json.closeList().close().close().closeList().close();
                })
                .writes();
    }

    private TrailRecord rolePolicy(Instant time) {
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"bedrock:InvokeModel\","
                        + "\"s3:GetObject\"],\"Resource\":\"*\",\"Principal\":{\"Service\":\"bedrock.amazonaws.com\"}}]}";
        return of(time, "iam", "PutRolePolicy")
                .request(json -> json.put("roleName", "team-" + draw.below(60))
                        .put("policyName", "p")
                        .put("policyDocument", policy))
                .writes();
    }

    private TrailRecord settings(Instant time) {
        return of(time, "bedrock", draw.chance(0.5) ? "ListFoundationModels" : "ListGuardrails");
    }
}
