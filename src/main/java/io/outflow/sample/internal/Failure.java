package io.outflow.sample.internal;

import org.jspecify.annotations.Nullable;

/** How an attempt failed, as CloudTrail spells it. */
record Failure(@Nullable String code, @Nullable String message) {
    static final Failure NONE = new Failure(null, null);

    boolean denied() {
        return "AccessDenied".equals(code);
    }

    static Failure drawn(Draw draw, double denied, String arn, String model) {
        if (draw.chance(denied)) {
            return new Failure(
                    "AccessDenied",
                    "User: " + arn + " is not authorized to perform: bedrock:InvokeModel on resource: " + model
                            + " because no identity-based policy allows the bedrock:InvokeModel action");
        }
        if (draw.chance(0.004)) {
            return new Failure("ThrottlingException", "Too many requests, please wait before trying again.");
        }
        if (draw.chance(0.002)) {
            return new Failure("ValidationException", "The provided model identifier is invalid.");
        }
        return NONE;
    }
}
