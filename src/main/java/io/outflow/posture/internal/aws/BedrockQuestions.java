package io.outflow.posture.internal.aws;

import io.outflow.aws.AwsTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.FoundationModelSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileModel;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;
import software.amazon.awssdk.services.bedrock.model.S3Config;

/** What Bedrock is set to in one Region. */
final class BedrockQuestions {
    private static final Duration BATCHES = Duration.ofDays(90);

    private final Calls calls;

    BedrockQuestions(Calls calls) {
        this.calls = calls;
    }

    private BedrockClient bedrock() {
        return calls.door.bedrock(calls.region);
    }

    Item invocationLogging() throws Refused, NotOffered, AwsTrouble {
        var set = calls.ask("bedrock:GetModelInvocationLoggingConfiguration", () -> bedrock()
                .getModelInvocationLoggingConfiguration(request -> {})
                .loggingConfig());
        if (set == null) {
            return new Item().with("on", false);
        }
        var logs = set.cloudWatchConfig();
        var item = new Item()
                .with("on", set.s3Config() != null || logs != null)
                .with("text", set.textDataDeliveryEnabled())
                .with("image", set.imageDataDeliveryEnabled())
                .with("embedding", set.embeddingDataDeliveryEnabled())
                .with("video", set.videoDataDeliveryEnabled())
                .with("audio", set.audioDataDeliveryEnabled());
        bucket(item, "", set.s3Config());
        if (logs != null) {
            item.with("logGroup", logs.logGroupName());
            bucket(item, "large", logs.largeDataDeliveryS3Config());
        }
        return item;
    }

    private static void bucket(Item item, String which, @Nullable S3Config place) {
        if (place != null) {
            item.with(which.isEmpty() ? "bucket" : which + "Bucket", place.bucketName())
                    .with(which.isEmpty() ? "prefix" : which + "Prefix", place.keyPrefix());
        }
    }

    /** The mode as AWS writes it: newer modes than the SDK knows are told as well. */
    Item dataRetention() throws Refused, NotOffered, AwsTrouble {
        var answer =
                calls.ask("bedrock:GetAccountDataRetention", () -> bedrock().getAccountDataRetention(request -> {}));
        return new Item()
                .with("mode", answer.modeAsString())
                .with(
                        "updatedAt",
                        answer.updatedAt() == null ? null : answer.updatedAt().toString());
    }

    List<Item> guardrails() throws Refused, NotOffered, AwsTrouble {
        var found = calls.ask("bedrock:ListGuardrails", () -> bedrock().listGuardrailsPaginator(request -> {}).stream()
                .flatMap(page -> page.guardrails().stream())
                .toList());
        var items = new ArrayList<Item>();
        for (var guardrail : found) {
            var item = new Item()
                    .with("arn", guardrail.arn())
                    .with("name", guardrail.name())
                    .with("status", guardrail.statusAsString());
            var across = guardrail.crossRegionDetails();
            item.with("runsAcross", across == null ? null : across.guardrailProfileId());
            try {
                item.with("kmsKeyArn", calls.ask("bedrock:GetGuardrail", () -> bedrock()
                        .getGuardrail(request -> request.guardrailIdentifier(guardrail.arn()))
                        .kmsKeyArn()));
            } catch (Refused refused) {
                item.without(refused.action);
            }
            items.add(item);
        }
        return items;
    }

    List<Item> applicationProfiles() throws Refused, NotOffered, AwsTrouble {
        var found =
                calls.ask("bedrock:ListInferenceProfiles", () -> bedrock()
                        .listInferenceProfilesPaginator(request -> request.typeEquals(InferenceProfileType.APPLICATION))
                        .stream()
                        .flatMap(page -> page.inferenceProfileSummaries().stream())
                        .toList());
        var items = new ArrayList<Item>();
        for (var profile : found) {
            items.add(profile(profile));
        }
        return items;
    }

    private Item profile(InferenceProfileSummary profile) throws NotOffered, AwsTrouble {
        var item = new Item()
                .with("arn", profile.inferenceProfileArn())
                .with("name", profile.inferenceProfileName())
                .with("status", profile.statusAsString())
                .with(
                        "models",
                        profile.models().stream()
                                .map(InferenceProfileModel::modelArn)
                                .sorted()
                                .toList());
        try {
            var tags = new TreeMap<String, String>();
            calls.ask("bedrock:ListTagsForResource", () -> bedrock()
                            .listTagsForResource(request -> request.resourceARN(profile.inferenceProfileArn()))
                            .tags())
                    .forEach(tag -> tags.put(tag.key(), tag.value()));
            item.with("tags", tags);
        } catch (Refused refused) {
            item.without(refused.action);
        }
        return item;
    }

    List<Item> customModels() throws Refused, NotOffered, AwsTrouble {
        var found =
                calls.ask("bedrock:ListCustomModels", () -> bedrock().listCustomModelsPaginator(request -> {}).stream()
                        .flatMap(page -> page.modelSummaries().stream())
                        .toList());
        var items = new ArrayList<Item>();
        for (var model : found) {
            var item = new Item()
                    .with("arn", model.modelArn())
                    .with("name", model.modelName())
                    .with("baseModel", model.baseModelArn());
            try {
                item.with("kmsKeyArn", calls.ask("bedrock:GetCustomModel", () -> bedrock()
                        .getCustomModel(request -> request.modelIdentifier(model.modelArn()))
                        .modelKmsKeyArn()));
            } catch (Refused refused) {
                item.without(refused.action);
            }
            items.add(item);
        }
        return items;
    }

    List<Item> provisionedThroughput() throws Refused, NotOffered, AwsTrouble {
        return calls
                .ask(
                        "bedrock:ListProvisionedModelThroughputs",
                        () -> bedrock().listProvisionedModelThroughputsPaginator(request -> {}).stream()
                                .flatMap(page -> page.provisionedModelSummaries().stream())
                                .toList())
                .stream()
                .map(one -> new Item()
                        .with("arn", one.provisionedModelArn())
                        .with("name", one.provisionedModelName())
                        .with("model", one.modelArn())
                        .with("status", one.statusAsString())
                        .with("units", one.modelUnits()))
                .toList();
    }

    List<Item> modelAccess() throws Refused, NotOffered, AwsTrouble {
        var models = calls.ask("bedrock:ListFoundationModels", () -> bedrock()
                .listFoundationModels(request -> request.byProvider("Anthropic"))
                .modelSummaries());
        var items = new ArrayList<Item>();
        for (var model : models) {
            items.add(access(model));
        }
        return items;
    }

    private Item access(FoundationModelSummary model) throws NotOffered, AwsTrouble {
        var item = new Item().with("id", model.modelId());
        var life = model.modelLifecycle();
        item.with("lifecycle", life == null ? null : life.statusAsString());
        try {
            var access = calls.ask("bedrock:GetFoundationModelAvailability", () -> bedrock()
                    .getFoundationModelAvailability(request -> request.modelId(model.modelId())));
            var agreement = access.agreementAvailability();
            item.with("agreement", agreement == null ? null : agreement.statusAsString())
                    .with("authorization", access.authorizationStatusAsString())
                    .with("entitlement", access.entitlementAvailabilityAsString())
                    .with("region", access.regionAvailabilityAsString());
        } catch (Refused refused) {
            item.without(refused.action);
        }
        return item;
    }

    /** The buckets that batch jobs of the last 90 days wrote to or read from. */
    Set<String> batchBuckets(Instant now) throws Refused, NotOffered, AwsTrouble {
        var buckets = new TreeSet<String>();
        calls.ask(
                        "bedrock:ListModelInvocationJobs", () -> bedrock()
                                .listModelInvocationJobsPaginator(
                                        request -> request.submitTimeAfter(now.minus(BATCHES)))
                                .stream()
                                .flatMap(page -> page.invocationJobSummaries().stream())
                                .toList())
                .forEach(job -> {
                    var input = job.inputDataConfig();
                    var output = job.outputDataConfig();
                    if (input != null && input.s3InputDataConfig() != null) {
                        add(buckets, input.s3InputDataConfig().s3Uri());
                    }
                    if (output != null && output.s3OutputDataConfig() != null) {
                        add(buckets, output.s3OutputDataConfig().s3Uri());
                    }
                });
        return buckets;
    }

    private static void add(Set<String> buckets, @Nullable String uri) {
        if (uri != null && uri.startsWith("s3://")) {
            buckets.add(uri.substring(5).replaceFirst("/.*", ""));
        }
    }
}
