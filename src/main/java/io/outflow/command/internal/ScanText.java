package io.outflow.command.internal;

import static io.outflow.command.internal.Table.grouped;
import static io.outflow.command.internal.Table.printable;

import io.outflow.trail.Claude;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Place;
import io.outflow.trail.ScanReport;
import java.io.PrintWriter;
import java.util.Locale;

/** A scan report for people: what was used first, then what was kept apart, then what could not be read. */
final class ScanText {
    private final ScanReport report;
    private final PrintWriter out;

    ScanText(ScanReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print(long nanoseconds) {
        double seconds = nanoseconds / 1e9;
        out.println("Read %s in %s, %s MiB, in %s s (%s records/s)."
                .formatted(
                        many(report.records(), "record"),
                        many(report.files(), "file"),
                        String.format(Locale.ROOT, "%,.1f", report.rawBytes() / 1048576.0),
                        String.format(Locale.ROOT, "%.2f", seconds),
                        grouped((long) (report.records() / Math.max(seconds, 0.001)))));
        if (report.files() == 0) {
            out.println("There is no file in the folders that were named.");
        }
        calls();
        keptApart();
        unreadable();
    }

    private void calls() {
        if (report.calls().total() == 0) {
            section("No call of a model is in these files.");
            return;
        }
        section("Calls by channel");
        var channels = new Table("Channel", "Uses", "Denied", "Failed");
        report.channels().forEach((channel, calls) -> add(channels, calls, channel.label()));
        add(channels, report.calls(), "All");
        channels.print(out);

        section("Calls by model");
        var models = new Table("Model", "Claude", "Uses", "Denied", "Failed");
        report.models().forEach(model -> add(models, model.calls(), model.name(), words(model.claude())));
        models.print(out);
    }

    private void keptApart() {
        var rest = new Table("Other records", "Count");
        addUnlessZero(rest, "Model calls inside agents' answers, counted by the answer", report.steps());
        addUnlessZero(rest, "Invocation-log lines of calls that a record tells of too", report.joined());
        addUnlessZero(rest, "Seen before in these files", report.duplicates());
        report.governance().forEach((kind, count) -> rest.row("Change of " + words(kind), count));
        report.skipReasons().forEach((reason, count) -> rest.row("Skipped: " + reason.sentence(), count));
        if (!rest.isEmpty()) {
            out.println();
            rest.print(out);
        }
    }

    private void unreadable() {
        if (report.rejected() > 0) {
            section("%s could not be read.".formatted(many(report.rejected(), "record")));
            for (ScanReport.Rejected rejected : report.firstRejected()) {
                Place place = rejected.record().place();
                out.println("  %s, record %s, byte %s: %s"
                        .formatted(
                                printable(rejected.file() + (place.entry().isEmpty() ? "" : " > " + place.entry())),
                                grouped(place.recordNo()),
                                grouped(place.byteOffset()),
                                printable(rejected.record().sentence())));
            }
            long more = report.rejected() - report.firstRejected().size();
            if (more > 0) {
                out.println("  and %s more".formatted(grouped(more)));
            }
        }
        if (!report.failures().isEmpty()) {
            section("%s could not be read to the end."
                    .formatted(many(report.failures().size(), "file")));
            report.failures()
                    .forEach(failure -> out.println(
                            "  " + printable(failure.file().toString()) + ": " + printable(failure.sentence())));
        }
    }

    private void section(String title) {
        out.println();
        out.println(title);
    }

    private static void add(Table table, ScanReport.Calls calls, Object... names) {
        var cells = new Object[names.length + 3];
        System.arraycopy(names, 0, cells, 0, names.length);
        cells[names.length] = calls.uses();
        cells[names.length + 1] = calls.denied();
        cells[names.length + 2] = calls.failed();
        table.row(cells);
    }

    private static void addUnlessZero(Table table, String name, long count) {
        if (count > 0) {
            table.row(name, count);
        }
    }

    private static String many(long count, String thing) {
        return grouped(count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static String words(Claude claude) {
        return switch (claude) {
            case YES -> "yes";
            case NO -> "no";
            case UNDECIDED -> "undecided";
        };
    }

    private static String words(GovernanceKind kind) {
        return switch (kind) {
            case INVOCATION_LOGGING -> "invocation logging";
            case TRAIL -> "CloudTrail trails";
            case GUARDRAIL -> "guardrails";
            case ACCESS -> "model access";
            case API_KEY -> "API keys";
            case RETENTION -> "data retention";
            case RESOURCE -> "profiles, projects and other resources";
        };
    }
}
