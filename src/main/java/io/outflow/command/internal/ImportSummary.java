package io.outflow.command.internal;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;

/** What an import did: a row for each state that files ended in, and by name the files that stand out. */
final class ImportSummary {
    private static final int MOST_NAMED = 50;

    private final ImportRun run;
    private final List<ImportFile> files;

    ImportSummary(ImportRun run, List<ImportFile> files) {
        this.run = run;
        this.files = files;
    }

    void print(PrintWriter out) {
        out.println(sentence());
        if (run.message() != null) {
            out.println(Table.printable(run.message()));
        }
        out.println();
        var states = new EnumMap<FileState, Integer>(FileState.class);
        var counts = new EnumMap<FileState, Counts>(FileState.class);
        for (ImportFile file : files) {
            states.merge(file.state(), 1, Integer::sum);
            counts.merge(file.state(), file.counts(), Counts::plus);
        }
        var table = new Table("Files", "Count", "Read", "Inserted", "Duplicate", "Skipped", "Quarantined");
        states.forEach((state, count) -> add(table, words(state), count, counts.getOrDefault(state, Counts.ZERO)));
        add(table, "all", run.files(), run.totals());
        table.print(out);
        standOut(out);
    }

    private void standOut(PrintWriter out) {
        List<ImportFile> named = files.stream()
                .filter(file -> file.state() != FileState.DONE && file.state() != FileState.SKIPPED_DUPLICATE)
                .toList();
        if (named.isEmpty()) {
            return;
        }
        out.println();
        var table = new Table("File that stands out", "State", "Quarantined", "Reason");
        named.stream().limit(MOST_NAMED).forEach(file -> {
            String reason = file.reason() == null ? "" : file.reason();
            table.row(file.name(), words(file.state()), file.counts().quarantined(), reason);
        });
        table.print(out);
        if (named.size() > MOST_NAMED) {
            out.println("and " + Table.grouped(named.size() - MOST_NAMED) + " more; the page Imports shows them all");
        }
    }

    private String sentence() {
        return switch (run.state()) {
            case RUNNING -> "The import still runs.";
            case DONE -> "Imported. Every record was taken or skipped with a reason.";
            case DONE_WITH_QUARANTINE ->
                "Imported, with something set aside: what is named below could not be read or stored; all else is safe.";
            case FAILED -> "Nothing could be read. Nothing was stored.";
            case CANCELLED -> "Cancelled. What was read until then is stored; the page Imports can go on with it.";
        };
    }

    private static void add(Table table, String name, int count, Counts counts) {
        table.row(
                name,
                count,
                counts.read(),
                counts.inserted(),
                counts.duplicate(),
                counts.skipped(),
                counts.quarantined());
    }

    private static String words(FileState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case READING -> "reading";
            case DONE -> "done";
            case DONE_WITH_QUARANTINE -> "done, with quarantine";
            case FAILED -> "failed";
            case SKIPPED_DUPLICATE -> "imported before";
            case SET_ASIDE -> "set aside";
            case CANCELLED -> "cancelled";
        };
    }
}
