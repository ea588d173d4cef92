package io.outflow.aws;

import io.outflow.aws.AwsTrouble.Extent;
import java.net.ConnectException;
import java.net.UnknownHostException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in words why AWS did not give what was asked for. */
public final class AwsWords {
    private static final String AGAIN = " Nothing is lost: the next look takes up what is left.";

    /** Said where this server's disk, not AWS, is in the way. */
    public static final String DISK =
            "The disk of this server took no more bytes. Make room in the data folder." + AGAIN;

    private AwsWords() {}

    /**
     * @param doing what was asked for, after "to": {@code list the bucket example-logs}
     * @param action the IAM action that it needs
     * @param one whether one object was asked for
     */
    public static AwsTrouble of(SdkException failure, String doing, String action, boolean one) {
        return failure instanceof AwsServiceException answer
                ? answered(answer, doing, action, one)
                : new AwsTrouble(Extent.SOURCE, unanswered(failure), failure);
    }

    private static AwsTrouble answered(AwsServiceException answer, String doing, String action, boolean one) {
        var details = answer.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "" : details.errorCode();
        var text = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        var asking =
                details != null && "Sts".equalsIgnoreCase(details.serviceName()) && text.contains("sts:AssumeRole");
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired" ->
                trouble(
                        Extent.EXPIRED,
                        answer,
                        "The credentials have expired while Outflow was at work. Renew them on the server, or use a role, "
                                + "which Outflow renews by itself." + AGAIN);
            case "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "InvalidToken",
                    "IncompleteSignature" ->
                trouble(
                        Extent.SOURCE,
                        answer,
                        "AWS does not know the credentials that Outflow uses (" + code
                                + "). Check the profile, the environment or the role on the server.");
            case "RequestTimeTooSkewed" ->
                trouble(
                        Extent.SOURCE,
                        answer,
                        "The clock of this server differs from that of AWS by more than 15 minutes, so AWS refuses to "
                                + "answer. Set the clock, best by NTP." + AGAIN);
            case "NoSuchBucket" ->
                trouble(
                        Extent.SOURCE,
                        answer,
                        "There is no bucket of this name. Check the name and the Region's partition.");
            case "NoSuchKey" ->
                trouble(
                        Extent.OBJECT,
                        answer,
                        "The object was in the list and is gone now. Nothing of it was read. A lifecycle rule of the bucket "
                                + "may have removed it.");
            case "InvalidObjectState" ->
                trouble(
                        Extent.OBJECT,
                        answer,
                        "The object is in an archive class of S3 and cannot be read from there. Restore it, and the next "
                                + "look takes it.");
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                trouble(
                        Extent.SOURCE,
                        answer,
                        "The bucket lies in another Region than the source says, and AWS did not lead on to it. Set the "
                                + "bucket's Region.");
            case "PreconditionFailed" ->
                trouble(
                        Extent.CHANGED,
                        answer,
                        "The object was changed each time while Outflow fetched it. Nothing of it was read. The next look "
                                + "tries it again.");
            default -> other(answer, code, text, doing, action, one, asking);
        };
    }

    private static AwsTrouble other(
            AwsServiceException answer,
            String code,
            String text,
            String doing,
            String action,
            boolean one,
            boolean asking) {
        if (answer.statusCode() == 412) {
            return trouble(Extent.CHANGED, answer, "The object was changed while Outflow fetched it.");
        }
        if (answer.isThrottlingException() || answer.statusCode() == 503 || answer.statusCode() == 429) {
            return trouble(
                    Extent.SOURCE,
                    answer,
                    "AWS asks Outflow to be slower (" + named(code, answer) + "), and waiting did not help." + AGAIN);
        }
        if (answer.statusCode() == 403 || code.startsWith("AccessDenied") || code.startsWith("Unauthorized")) {
            if (asking) {
                return trouble(
                        Extent.SOURCE,
                        answer,
                        "AWS does not let Outflow take the role. Its trust policy must name the identity that Outflow has "
                                + "on the server, and the external id as it is written here; that identity needs "
                                + "sts:AssumeRole on the role.");
            }
            var kms = code.startsWith("KMS") || text.contains("kms:") || text.contains("KMS");
            return trouble(
                    one ? Extent.REFUSED : Extent.SOURCE,
                    answer,
                    kms
                            ? "The object is encrypted with a KMS key that Outflow may not use. Allow kms:Decrypt with that "
                                    + "key, in its key policy as well when it belongs to another account."
                            : "AWS does not let Outflow " + doing + ". It needs " + action
                                    + "; the policy to copy is on the source's page. A bucket policy or an organisation's "
                                    + "policy can refuse it too.");
        }
        if (answer.statusCode() == 404 && one) {
            return trouble(
                    Extent.OBJECT, answer, "The object was in the list and is gone now. Nothing of it was read.");
        }
        if (answer.statusCode() >= 500) {
            return trouble(
                    Extent.SOURCE, answer, "AWS has a trouble of its own (" + named(code, answer) + ")." + AGAIN);
        }
        return trouble(
                one ? Extent.OBJECT : Extent.SOURCE,
                answer,
                "AWS refused to " + doing + ": " + (text.isBlank() ? named(code, answer) : text) + ".");
    }

    private static String unanswered(SdkException failure) {
        if (failure instanceof NonRetryableException && DISK.equals(failure.getMessage())) {
            return DISK;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "The address of AWS cannot be found (" + cause.getMessage()
                        + "). Check name resolution and the Region." + AGAIN;
            }
            if (cause instanceof ConnectException) {
                return "AWS cannot be reached from this server. Check the network, the proxy and the firewall." + AGAIN;
            }
        }
        var text = String.valueOf(failure.getMessage());
        if (text.contains("credentials")) {
            return "Outflow found no credentials for AWS. Give the server a role or a profile, or name a profile or a role "
                    + "for this source.";
        }
        return "AWS gave no whole answer: the connection broke again and again." + AGAIN;
    }

    private static String named(String code, AwsServiceException answer) {
        return code.isEmpty() ? "status " + answer.statusCode() : code;
    }

    private static AwsTrouble trouble(Extent extent, AwsServiceException answer, String sentence) {
        return new AwsTrouble(extent, sentence, answer);
    }
}
