package io.outflow.command.internal;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in plain words that another Outflow holds the embedded database, where it would show as a long trace. */
class DataFolderInUse implements FailureAnalyzer {

    static final String SENTENCE =
            "Another Outflow works on this data folder: a server, or an import in a terminal. Nothing was changed.";
    private static final int LONGEST_CHAIN = 50;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return isIn(failure)
                ? new FailureAnalysis(
                        SENTENCE, "Wait until it has ended, or set OUTFLOW_HOME to another folder.", failure)
                : null;
    }

    static boolean isIn(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < LONGEST_CHAIN; i++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return true;
            }
        }
        return false;
    }
}
