package io.outflow.posture.internal.aws;

import org.jspecify.annotations.Nullable;

/** The Region knows no such call, or the service is not there. */
final class NotOffered extends Exception {
    private static final long serialVersionUID = 1L;

    NotOffered(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
