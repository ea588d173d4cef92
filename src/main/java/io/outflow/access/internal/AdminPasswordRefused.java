package io.outflow.access.internal;

import io.outflow.access.ChangeRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Outflow does not start with a first password that is easy to guess: its door would stand open from the first minute. */
class AdminPasswordRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AdminPasswordRefused(ChangeRefused why) {
        super(
                "OUTFLOW_ADMIN_PASSWORD is not accepted for the first administrator. Nothing was set up. "
                        + why.sentence(),
                why);
    }

    /** Says so in plain words, where it would show as a long trace. */
    static class InWords extends AbstractFailureAnalyzer<AdminPasswordRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, AdminPasswordRefused cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Set OUTFLOW_ADMIN_PASSWORD to a better password, or leave it out and set Outflow up with the code "
                            + "that the console shows.",
                    cause);
        }
    }
}
