package io.outflow.posture.internal.aws;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.posture.Answer;
import io.outflow.posture.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import tools.jackson.databind.json.JsonMapper;

/** Asks every question in one Region. What cannot be asked is told in the problems and leaves what was known before. */
public final class Inquiry {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ANSWER = 1_000_000;

    private final Calls calls;
    private final BedrockQuestions bedrock;
    private final OtherQuestions others;
    private final Instant now;
    private final Set<String> buckets = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    public Inquiry(AwsDoor door, String region, Instant now) {
        this.calls = new Calls(door, region);
        this.bedrock = new BedrockQuestions(calls);
        this.others = new OtherQuestions(calls);
        this.now = now;
    }

    /** The account that the credentials belong to. */
    public static String account(AwsDoor door) throws AwsTrouble {
        return door.ask(
                () -> door.sts().getCallerIdentity().account(), "ask who it is", "sts:GetCallerIdentity", false);
    }

    /**
     * @param global whether to ask what belongs to no Region, and only that
     * @param answers told of each answer as soon as it is there
     */
    public void run(boolean global, BiConsumer<Question, Answer> answers) {
        for (var question : Question.values()) {
            if (question.global() == global && !ask(question, answers)) {
                return;
            }
        }
    }

    /** What went wrong, in sentences. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns whether it is of use to ask on. */
    private boolean ask(Question question, BiConsumer<Question, Answer> answers) {
        try {
            var json = JSON.writeValueAsString(answer(question));
            if (json.length() > LONGEST_ANSWER) {
                problems.add("%s in %s: the answer of AWS is too long to be kept."
                        .formatted(question.label(), calls.region));
            } else {
                answers.accept(question, new Answer.Seen(json));
            }
            return true;
        } catch (Refused refused) {
            answers.accept(question, new Answer.Refused(List.of(refused.action)));
            return true;
        } catch (NotOffered absent) {
            answers.accept(question, new Answer.NotOffered(String.valueOf(absent.getMessage())));
            return true;
        } catch (AwsTrouble trouble) {
            problems.add("%s in %s: %s".formatted(question.label(), calls.region, trouble.sentence()));
            return isOfThisQuestion(trouble.getCause()) && trouble.extent() != AwsTrouble.Extent.EXPIRED;
        }
    }

    /** A service that is slow or broken leaves others to be asked; credentials that are not known do not. */
    private static boolean isOfThisQuestion(@Nullable Throwable cause) {
        return cause instanceof AwsServiceException answer
                && answer.statusCode() != 403
                && answer.statusCode() != 401
                && (answer.awsErrorDetails() == null
                        || !Set.of(
                                        "UnrecognizedClientException",
                                        "InvalidClientTokenId",
                                        "InvalidAccessKeyId",
                                        "AuthFailure")
                                .contains(
                                        String.valueOf(answer.awsErrorDetails().errorCode())));
    }

    private Object answer(Question question) throws Refused, NotOffered, AwsTrouble {
        return switch (question) {
            case TRAILS -> list(TrailQuestions.trails(calls));
            case INVOCATION_LOGGING -> noting(bedrock.invocationLogging());
            case DATA_RETENTION -> bedrock.dataRetention().fields();
            case GUARDRAILS -> list(bedrock.guardrails());
            case APPLICATION_PROFILES -> list(bedrock.applicationProfiles());
            case CUSTOM_MODELS -> list(bedrock.customModels());
            case PROVISIONED_THROUGHPUT -> list(bedrock.provisionedThroughput());
            case MODEL_ACCESS -> list(bedrock.modelAccess());
            case VPC_ENDPOINTS -> list(others.vpcEndpoints());
            case LOG_BUCKETS -> buckets();
            case API_KEYS -> list(others.apiKeys());
        };
    }

    private Object buckets() throws NotOffered, AwsTrouble {
        var all = new ArrayList<Item>();
        try {
            buckets.addAll(bedrock.batchBuckets(now));
        } catch (Refused refused) {
            all.add(new Item().with("name", "").without(refused.action));
        } catch (NotOffered absent) {
            // Where there are no batch jobs, they have no bucket; the logs may have one.
        }
        all.addAll(others.buckets(buckets));
        return list(all);
    }

    private Object list(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Item::order))
                .map(this::noting)
                .toList();
    }

    /** Remembers the buckets of logs, to be asked about later. */
    private Object noting(Item item) {
        var fields = item.fields();
        for (var name : List.of("bucket", "largeBucket")) {
            if (fields.get(name) instanceof String bucket) {
                buckets.add(bucket);
            }
        }
        return fields;
    }
}
