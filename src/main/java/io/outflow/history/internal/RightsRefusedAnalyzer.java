package io.outflow.history.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why Outflow does not start, and what to do. */
class RightsRefusedAnalyzer extends AbstractFailureAnalyzer<RightsRefused> {

    static final String WHAT_TO_DO =
            "Give OUTFLOW_DB_USER a role of its own that owns neither these tables nor their schema and is no superuser,"
                    + " as docs/settings.md shows. Without OUTFLOW_DB_MIGRATION_USER Outflow starts, and the change log"
                    + " says that it is protected by trigger only.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, RightsRefused cause) {
        @Nullable String sentence = cause.getMessage();
        return new FailureAnalysis(sentence == null ? "" : sentence, WHAT_TO_DO, cause);
    }
}
