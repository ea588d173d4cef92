package io.outflow.imports.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.imports.FileState;
import io.outflow.trail.BadRecord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is picked on the page of a run, as its address says it.
 *
 * @param state lists files of this state alone
 * @param sort order of the files; null for those that stand out first
 * @param file id of the file picked
 * @param reason shows records kept aside for this reason alone
 * @param record which of the records kept aside, from 1
 */
record RunAddress(
        @Nullable FileState state,
        @Nullable FileSort sort,
        @Nullable Long file,
        BadRecord.@Nullable Reason reason,
        int record) {

    /** Nothing is picked. */
    static final RunAddress START = new RunAddress(null, null, null, null, 1);

    /** Reads an address; what makes no sense in it is left out. */
    static RunAddress of(QueryParameters query) {
        return new RunAddress(
                query.getSingleParameter("state")
                        .flatMap(text -> named(FileState.values(), text))
                        .orElse(null),
                query.getSingleParameter("sort").flatMap(FileSort::of).orElse(null),
                query.getSingleParameter("file").flatMap(RunAddress::id).orElse(null),
                query.getSingleParameter("reason")
                        .flatMap(text -> named(BadRecord.Reason.values(), text))
                        .orElse(null),
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
        if (sort != null) {
            parameters.put("sort", sort.text());
        }
        if (file != null) {
            parameters.put("file", Long.toString(file));
        }
        if (reason != null) {
            parameters.put("reason", reason.name().toLowerCase(Locale.ROOT));
        }
        if (record > 1) {
            parameters.put("record", Integer.toString(record));
        }
        return QueryParameters.simple(parameters);
    }

    RunAddress withState(@Nullable FileState other) {
        return new RunAddress(other, sort, file, reason, record);
    }

    RunAddress withSort(@Nullable FileSort other) {
        return new RunAddress(state, other, file, reason, record);
    }

    RunAddress withFile(@Nullable Long id) {
        return new RunAddress(state, sort, id, reason, 1);
    }

    RunAddress withReason(BadRecord.@Nullable Reason other) {
        return new RunAddress(state, sort, file, other, 1);
    }

    RunAddress withRecord(int number) {
        return new RunAddress(state, sort, file, reason, number);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
        for (var value : values) {
            if (value.name().equalsIgnoreCase(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
