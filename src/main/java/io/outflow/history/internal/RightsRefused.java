package io.outflow.history.internal;

import org.jspecify.annotations.Nullable;

/** The roles in the database are not what the settings promise; Outflow does not start. Its message is made to be shown. */
class RightsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RightsRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
