package io.outflow.posture.internal.aws;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.aws.AwsTrouble.Extent;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Calls of AWS in one Region, each with the IAM action that it needs. It tells apart what is not allowed, what is not there to
 * be called, and what went wrong.
 */
final class Calls {
    private static final Set<String> NO_SUCH_CALL = Set.of(
            "UnknownOperationException",
            "UnknownOperation",
            "InvalidAction",
            "UnsupportedOperation",
            "UnsupportedOperationException",
            "OperationNotSupportedException");

    final AwsDoor door;
    final String region;
    private final Set<String> absent = new HashSet<>();
    private boolean reached;

    Calls(AwsDoor door, String region) {
        this.door = door;
        this.region = region;
    }

    /**
     * @throws AwsTrouble where the answer is neither, so that nothing may be concluded
     */
    <T> T ask(String action, Supplier<T> question) throws Refused, NotOffered, AwsTrouble {
        var service = action.substring(0, action.indexOf(':'));
        if (absent.contains(service)) {
            throw new NotOffered(noService(service), null);
        }
        try {
            var answer = door.ask(question, "ask for it in " + region, action, true);
            reached = true;
            return answer;
        } catch (AwsTrouble trouble) {
            if (trouble.extent() == Extent.REFUSED) {
                reached = true;
                throw new Refused(action, trouble);
            }
            if (noSuchCall(trouble.getCause())) {
                throw new NotOffered(
                        "%s knows no call %s.".formatted(region, action.substring(service.length() + 1)), trouble);
            }
            // A service that a Region does not have has no address there; but then another one must have been found.
            if (reached && noAddress(trouble.getCause())) {
                absent.add(service);
                throw new NotOffered(noService(service), trouble);
            }
            throw trouble;
        }
    }

    private String noService(String service) {
        return "%s has no service %s.".formatted(region, service);
    }

    private static boolean noSuchCall(@Nullable Throwable cause) {
        if (!(cause instanceof AwsServiceException answer) || answer.awsErrorDetails() == null) {
            return false;
        }
        var code = answer.awsErrorDetails().errorCode();
        var text = answer.awsErrorDetails().errorMessage();
        return NO_SUCH_CALL.contains(String.valueOf(code))
                || ("ValidationException".equals(code)
                        && String.valueOf(text)
                                .toLowerCase(Locale.ROOT)
                                .matches(".*not (supported|available) in.*region.*"));
    }

    private static boolean noAddress(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
