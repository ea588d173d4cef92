package io.outflow.aws;

import io.outflow.aws.AwsTrouble.Extent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The AWS clients that work with one set of credentials. For use by several threads; close it when done. */
public final class AwsDoor implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(60);
    private static final Set<Integer> MOVED = Set.of(301, 307);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** Requests at a time that find a connection open; the JDK keeps five for a host, and opens and closes the others anew. */
    private static final String KEPT = "64";

    static {
        var property = "http.maxConnections";
        if (System.getProperty(property) == null) {
            System.setProperty(property, KEPT);
        }
    }

    private final AwsAccess access;
    private final String homeRegion;
    private final AwsConfig config;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(READ)
            .build();
    private final Map<String, SdkAutoCloseable> clients = new HashMap<>();
    private final List<SdkAutoCloseable> left = new ArrayList<>();
    private @Nullable AwsCredentialsProvider credentials;
    /** Whether a bucket was somewhere else than at home. To look for it before each request costs a tenth of the request. */
    private volatile boolean elsewhere;

    /** @param homeRegion where credentials are asked for and buckets are looked for first */
    public AwsDoor(AwsAccess access, String homeRegion, AwsConfig config) {
        this.access = access;
        this.homeRegion = homeRegion;
        this.config = config;
    }

    public synchronized S3Client s3() {
        var found = credentials();
        return (S3Client) clients.computeIfAbsent("s3", k -> ready(S3Client.builder(), homeRegion)
                .credentialsProvider(found)
                .crossRegionAccessEnabled(elsewhere)
                .forcePathStyle(config.endpoint() != null)
                // Trails are delivered to ordinary buckets, whose requests are each signed.
                .disableS3ExpressSessionAuth(true)
                .build());
    }

    public synchronized CloudTrailClient cloudTrail(String region) {
        var found = credentials();
        return (CloudTrailClient)
                clients.computeIfAbsent("cloudtrail " + region, k -> ready(CloudTrailClient.builder(), region)
                        .credentialsProvider(found)
                        .build());
    }

    public synchronized BedrockClient bedrock(String region) {
        var found = credentials();
        return (BedrockClient) clients.computeIfAbsent("bedrock " + region, k -> ready(BedrockClient.builder(), region)
                .credentialsProvider(found)
                .build());
    }

    public synchronized Ec2Client ec2(String region) {
        var found = credentials();
        return (Ec2Client) clients.computeIfAbsent("ec2 " + region, k -> ready(Ec2Client.builder(), region)
                .credentialsProvider(found)
                .build());
    }

    public synchronized IamClient iam() {
        var found = credentials();
        return (IamClient) clients.computeIfAbsent("iam", k -> ready(IamClient.builder(), homeRegion)
                .credentialsProvider(found)
                .build());
    }

    public synchronized KmsClient kms(String region) {
        var found = credentials();
        return (KmsClient) clients.computeIfAbsent("kms " + region, k -> ready(KmsClient.builder(), region)
                .credentialsProvider(found)
                .build());
    }

    public synchronized StsClient sts() {
        var found = credentials();
        return (StsClient) clients.computeIfAbsent("sts", k -> ready(StsClient.builder(), homeRegion)
                .credentialsProvider(found)
                .build());
    }

    /**
     * Asks AWS, and once more with new credentials when they have expired meanwhile, or where a bucket says it is elsewhere.
     *
     * @param doing what is asked, for the sentence of a refusal
     * @param action the IAM action that it needs
     * @param one whether it is about one object, so that a refusal ends that object and not the run
     */
    public <T> T ask(Supplier<T> question, String doing, String action, boolean one) throws AwsTrouble {
        // As it was for this request: others may learn it meanwhile.
        var followed = elsewhere;
        try {
            return question.get();
        } catch (SdkException e) {
            var trouble = AwsWords.of(e, doing, action, one);
            if (!followed && pointsElsewhere(e)) {
                // A bucket says where it is; requests follow it there from now on.
                elsewhere = true;
            } else if (trouble.extent() != Extent.EXPIRED) {
                throw trouble;
            }
        }
        renew();
        try {
            return question.get();
        } catch (SdkException e) {
            throw AwsWords.of(e, doing, action, one);
        }
    }

    private static boolean pointsElsewhere(SdkException e) {
        return e instanceof S3Exception refused
                && (MOVED.contains(refused.statusCode())
                        || refused.awsErrorDetails() != null
                                && "AuthorizationHeaderMalformed"
                                        .equals(refused.awsErrorDetails().errorCode()));
    }

    /** Lets go of the credentials, so that new ones are asked for. What other threads still use is closed at the end. */
    public synchronized void renew() {
        left.addAll(clients.values());
        clients.clear();
        if (credentials instanceof SdkAutoCloseable held) {
            left.add(held);
        }
        credentials = null;
    }

    private AwsCredentialsProvider credentials() {
        var found = credentials;
        if (found == null) {
            found = switch (access) {
                case AwsAccess.DefaultChain chain ->
                    DefaultCredentialsProvider.builder().build();
                case AwsAccess.Profile(String name) ->
                    ProfileCredentialsProvider.builder().profileName(name).build();
                case AwsAccess.Role(String arn, String externalId) -> role(arn, externalId);
            };
            credentials = found;
        }
        return found;
    }

    private AwsCredentialsProvider role(String arn, String externalId) {
        var asking = ready(StsClient.builder(), homeRegion)
                .credentialsProvider(DefaultCredentialsProvider.builder().build())
                .build();
        clients.put("sts for the role", asking);
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(asking)
                .refreshRequest(request -> request.roleArn(arn)
                        .roleSessionName("Outflow")
                        .externalId(externalId.isEmpty() ? null : externalId))
                .build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B ready(B builder, String region) {
        var waits = BackoffStrategy.exponentialDelay(config.firstWait(), LONGEST_WAIT);
        builder.region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(config.tries())
                                .backoffStrategy(waits)
                                .throttlingBackoffStrategy(waits)
                                .build())
                        .build());
        if (config.endpoint() != null) {
            builder.endpointOverride(config.endpoint());
        }
        return builder;
    }

    @Override
    public synchronized void close() {
        renew();
        left.forEach(SdkAutoCloseable::close);
        left.clear();
        http.close();
    }
}
