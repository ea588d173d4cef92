package io.outflow.imports.ui;

import io.outflow.imports.Counts;
import io.outflow.imports.ImportFile;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** An order of the files of a run that somebody picked; equal ones stand in the order of the run. */
record FileSort(Column by, boolean descending) {

    /** The columns of the list of files. */
    enum Column {
        FILE("File", Comparator.comparing(ImportFile::name)),
        READ("Read", Counts::read),
        INSERTED("Inserted", Counts::inserted),
        DUPLICATE("Duplicate", Counts::duplicate),
        SKIPPED("Skipped", Counts::skipped),
        QUARANTINED("Quarantined", Counts::quarantined);

        private final String title;
        private final Comparator<ImportFile> order;

        Column(String title, Comparator<ImportFile> order) {
            this.title = title;
            this.order = order;
        }

        Column(String title, ToLongFunction<Counts> count) {
            this(title, Comparator.comparingLong(file -> count.applyAsLong(file.counts())));
        }

        String title() {
            return title;
        }
    }

    /** Reads {@code read} or {@code -read}, the way round. */
    static Optional<FileSort> of(String text) {
        boolean descending = text.startsWith("-");
        for (var column : Column.values()) {
            if (column.name().equalsIgnoreCase(descending ? text.substring(1) : text)) {
                return Optional.of(new FileSort(column, descending));
            }
        }
        return Optional.empty();
    }

    String text() {
        return (descending ? "-" : "") + by.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a click on a column's heading leads to: names from A, numbers from the largest; then the way round; then those that
     * stand out first, as at the start.
     */
    static @Nullable FileSort after(@Nullable FileSort now, Column clicked) {
        boolean first = clicked != Column.FILE;
        if (now == null || now.by != clicked) {
            return new FileSort(clicked, first);
        }
        return now.descending == first ? new FileSort(clicked, !first) : null;
    }

    Comparator<ImportFile> order() {
        var order = descending ? by.order.reversed() : by.order;
        return order.thenComparingInt(ImportFile::number);
    }
}
