package io.outflow.posture.internal.aws;

import io.outflow.aws.AwsTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;

/** What other services than CloudTrail and Bedrock are set to, as far as it concerns calls of models and their logs. */
final class OtherQuestions {
    /** What of the names of services belongs to a model: {@code com.amazonaws.eu-central-1.bedrock-runtime} and the like. */
    private static final Predicate<String> MODELS = name -> name.contains("bedrock") || name.contains("anthropic");

    private final Calls calls;

    OtherQuestions(Calls calls) {
        this.calls = calls;
    }

    List<Item> vpcEndpoints() throws Refused, NotOffered, AwsTrouble {
        return calls
                .ask(
                        "ec2:DescribeVpcEndpoints",
                        () -> calls.door.ec2(calls.region).describeVpcEndpointsPaginator(request -> {}).stream()
                                .flatMap(page -> page.vpcEndpoints().stream())
                                .toList())
                .stream()
                .filter(endpoint -> MODELS.test(String.valueOf(endpoint.serviceName())))
                .map(endpoint -> new Item()
                        .with("id", endpoint.vpcEndpointId())
                        .with("service", endpoint.serviceName())
                        .with("vpc", endpoint.vpcId())
                        .with("state", endpoint.stateAsString())
                        .with("privateDns", endpoint.privateDnsEnabled()))
                .toList();
    }

    /** Ids and states; never a secret, which IAM tells only once, when a key is made. */
    List<Item> apiKeys() throws Refused, NotOffered, AwsTrouble {
        var keys = new ArrayList<ServiceSpecificCredentialMetadata>();
        @Nullable String marker = null;
        do {
            var next = marker;
            var page = calls.ask(
                    "iam:ListServiceSpecificCredentials",
                    () -> calls.door.iam().listServiceSpecificCredentials(request -> request.allUsers(true)
                            .marker(next)));
            keys.addAll(page.serviceSpecificCredentials());
            marker = Boolean.TRUE.equals(page.isTruncated()) ? page.marker() : null;
        } while (marker != null);
        return keys.stream()
                .filter(key -> MODELS.test(String.valueOf(key.serviceName())))
                .map(key -> new Item()
                        .with("id", key.serviceSpecificCredentialId())
                        .with("user", key.userName())
                        .with("service", key.serviceName())
                        .with("status", key.statusAsString())
                        .with(
                                "createdAt",
                                key.createDate() == null
                                        ? null
                                        : key.createDate().toString())
                        .with(
                                "expiresAt",
                                key.expirationDate() == null
                                        ? null
                                        : key.expirationDate().toString()))
                .toList();
    }

    List<Item> buckets(Set<String> names) throws NotOffered, AwsTrouble {
        var items = new ArrayList<Item>();
        for (var name : names) {
            var item = new Item().with("name", name);
            encryption(name, item);
            publicAccess(name, item);
            items.add(item);
        }
        return items;
    }

    private void encryption(String bucket, Item item) throws NotOffered, AwsTrouble {
        try {
            calls
                    .ask("s3:GetEncryptionConfiguration", () -> calls.door
                            .s3()
                            .getBucketEncryption(request -> request.bucket(bucket))
                            .serverSideEncryptionConfiguration()
                            .rules())
                    .stream()
                    .map(rule -> rule.applyServerSideEncryptionByDefault())
                    .filter(set -> set != null)
                    .findFirst()
                    .ifPresent(set ->
                            item.with("encryption", set.sseAlgorithmAsString()).with("kmsKeyId", set.kmsMasterKeyID()));
        } catch (Refused refused) {
            item.without(refused.action);
        } catch (AwsTrouble trouble) {
            if (absent(trouble, "ServerSideEncryptionConfigurationNotFoundError")) {
                item.with("encryption", "none");
            } else {
                item.with("gone", true);
            }
        }
    }

    private void publicAccess(String bucket, Item item) throws NotOffered, AwsTrouble {
        try {
            var block = calls.ask("s3:GetBucketPublicAccessBlock", () -> calls.door
                    .s3()
                    .getPublicAccessBlock(request -> request.bucket(bucket))
                    .publicAccessBlockConfiguration());
            item.with(
                    "publicAccessBlocked",
                    Boolean.TRUE.equals(block.blockPublicAcls())
                            && Boolean.TRUE.equals(block.ignorePublicAcls())
                            && Boolean.TRUE.equals(block.blockPublicPolicy())
                            && Boolean.TRUE.equals(block.restrictPublicBuckets()));
        } catch (Refused refused) {
            item.without(refused.action);
        } catch (AwsTrouble trouble) {
            if (absent(trouble, "NoSuchPublicAccessBlockConfiguration")) {
                item.with("publicAccessBlocked", false);
            } else {
                item.with("gone", true);
            }
        }
    }

    /** Whether AWS says that it is not set. A bucket that is gone says so too; anything else proves nothing. */
    private static boolean absent(AwsTrouble trouble, String code) throws AwsTrouble {
        if (trouble.getCause() instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            var told = String.valueOf(answer.awsErrorDetails().errorCode());
            if (told.equals(code)) {
                return true;
            }
            if (told.equals("NoSuchBucket")) {
                return false;
            }
        }
        throw trouble;
    }
}
