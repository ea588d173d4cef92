package io.outflow.usage.ui;

import io.outflow.classification.Decision;
import io.outflow.usage.UsageReport.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column of the callers' table; its name in lower case stands in addresses. */
enum CallerColumn {
    CALLER("Caller", Comparator.comparing((Row row) -> row.caller().name(), String.CASE_INSENSITIVE_ORDER)),
    GRADE("Grade", Comparator.comparing((Row row) -> row.caller().grade())),
    ACCOUNT("Account", Comparator.comparing(Row::account)),
    REGION("Region", Comparator.comparing(Row::region)),
    CHANNEL("Channel", Comparator.comparing((Row row) -> row.channel().label())),
    MODEL("Model", Comparator.comparing(Row::model)),
    CLASS("Data class", Comparator.comparing((Row row) -> code(row.decision()))),
    PROVENANCE("How the class is known", Comparator.comparing((Row row) -> row.decision()
            .provenance())),
    CALLS("Calls", Comparator.comparingLong(Row::calls)),
    DENIED("Denied", Comparator.comparingLong(Row::denied)),
    FAILED("Failed", Comparator.comparingLong(Row::failed)),
    INPUT("Input tokens", Comparator.comparingLong(Row::inputTokens)),
    OUTPUT("Output tokens", Comparator.comparingLong(Row::outputTokens));

    private final String header;
    private final Comparator<Row> order;

    CallerColumn(String header, Comparator<Row> order) {
        this.header = header;
        this.order = order;
    }

    static Set<CallerColumn> usual() {
        return Collections.unmodifiableSet(EnumSet.range(CALLER, CALLS));
    }

    static Optional<CallerColumn> read(String written) {
        return Arrays.stream(values()).filter(c -> c.written().equals(written)).findFirst();
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    String header() {
        return header;
    }

    Comparator<Row> order() {
        return order;
    }

    boolean isNumber() {
        return ordinal() >= CALLS.ordinal();
    }

    private static String code(Decision decision) {
        return decision.dataClass() == null ? "" : decision.dataClass();
    }
}
