package io.outflow.trail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request, by its error code. CloudTrail and the API spell the same error differently ({@code AccessDenied},
 * {@code AccessDeniedException}), so codes are compared without their endings.
 */
record Failure(
        Outcome outcome, ErrorFamily family, @Nullable String code) {
    private static final Failure NONE = new Failure(Outcome.USE, ErrorFamily.NONE, null);

    static Failure of(@Nullable String code, @Nullable String message) {
        if (code == null && message == null) {
            return NONE;
        }
        ErrorFamily family = code == null ? ErrorFamily.OTHER : family(code);
        // A model that may not be used any more answers "not found", and says in words that access was denied.
        boolean mayMeanDenied = family == ErrorFamily.NOT_FOUND || code == null;
        if (mayMeanDenied && message != null && message.regionMatches(true, 0, "Access denied", 0, 13)) {
            family = ErrorFamily.ACCESS_DENIED;
        }
        Outcome outcome = family == ErrorFamily.ACCESS_DENIED ? Outcome.DENIED : Outcome.FAILED;
        return new Failure(outcome, family, Texts.cleanOrNull(code));
    }

    private static ErrorFamily family(String code) {
        String name = code.substring(Math.max(code.lastIndexOf('#'), code.lastIndexOf('.')) + 1)
                .toLowerCase(Locale.ROOT)
                .replace("_", "");
        for (String ending : new String[] {"exception", "error", "fault"}) {
            name = name.length() > ending.length() && name.endsWith(ending)
                    ? name.substring(0, name.length() - ending.length())
                    : name;
        }
        return switch (name) {
            case "accessdenied",
                    "vpceaccessdenied",
                    "unauthorized",
                    "unauthorizedoperation",
                    "notauthorized",
                    "authorization",
                    "authentication",
                    "permission",
                    "forbidden",
                    "optinrequired",
                    "expiredtoken",
                    "invalidclienttokenid",
                    "unrecognizedclient",
                    "missingauthenticationtoken",
                    "incompletesignature",
                    "invalidsignature",
                    "signaturedoesnotmatch",
                    "invalidtoken" -> ErrorFamily.ACCESS_DENIED;
            case "throttling",
                    "throttled",
                    "throttlingrequest",
                    "toomanyrequests",
                    "requestlimitexceeded",
                    "ratelimit",
                    "ratelimitexceeded",
                    "slowdown" -> ErrorFamily.THROTTLED;
            case "servicequotaexceeded", "quotaexceeded", "limitexceeded", "resourcelimitexceeded" -> ErrorFamily.QUOTA;
            case "modeltimeout", "timeout", "requesttimeout", "requesttimedout", "requestexpired", "gatewaytimeout" ->
                ErrorFamily.TIMEOUT;
            case "internalserver",
                    "internalservice",
                    "internalfailure",
                    "internal",
                    "serviceunavailable",
                    "unavailable",
                    "overloaded",
                    "api",
                    "dependencyfailed",
                    "badgateway" -> ErrorFamily.SERVICE;
            case "validation", "badrequest", "serialization", "malformedquerystring", "requestentitytoolarge" ->
                ErrorFamily.VALIDATION;
            default -> byPattern(name);
        };
    }

    private static ErrorFamily byPattern(String name) {
        if (name.endsWith("notfound") || name.startsWith("nosuch")) {
            return ErrorFamily.NOT_FOUND;
        }
        if (name.startsWith("model")) {
            return ErrorFamily.MODEL;
        }
        return name.startsWith("invalid") || name.startsWith("malformed") || name.startsWith("missing")
                ? ErrorFamily.VALIDATION
                : ErrorFamily.OTHER;
    }
}
