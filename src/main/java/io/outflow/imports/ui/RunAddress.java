package io.outflow.imports.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.imports.FileState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is picked on the page of a run, as its address says it.
 *
 * @param state lists files of this state alone
 * @param file id of the file picked
 * @param record which of the records kept aside, from 1
 */
record RunAddress(@Nullable FileState state, @Nullable Long file, int record) {

    /** Reads an address; what makes no sense in it is left out. */
    static RunAddress of(QueryParameters query) {
        return new RunAddress(
                query.getSingleParameter("state").flatMap(RunAddress::state).orElse(null),
                query.getSingleParameter("file").flatMap(RunAddress::id).orElse(null),
                query.getSingleParameter("record")
                        .flatMap(RunAddress::id)
                        .filter(n -> n > 0 && n < Integer.MAX_VALUE)
                        .map(Long::intValue)
                        .orElse(1));
    }

    QueryParameters query() {
        var parameters = new LinkedHashMap<String, String>();
        if (state != null) {
            parameters.put("state", state.name().toLowerCase(Locale.ROOT));
        }
        if (file != null) {
            parameters.put("file", Long.toString(file));
        }
        if (record > 1) {
            parameters.put("record", Integer.toString(record));
        }
        return QueryParameters.simple(parameters);
    }

    RunAddress withState(@Nullable FileState other) {
        return new RunAddress(other, file, record);
    }

    RunAddress withFile(long id) {
        return new RunAddress(state, id, 1);
    }

    RunAddress withRecord(int number) {
        return new RunAddress(state, file, number);
    }

    private static Optional<FileState> state(String text) {
        for (var state : FileState.values()) {
            if (state.name().equalsIgnoreCase(text)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
