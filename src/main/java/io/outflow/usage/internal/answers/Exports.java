package io.outflow.usage.internal.answers;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.history.ChangeLog;
import io.outflow.usage.Invocation;
import io.outflow.usage.SmallGroups;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.Call;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class Exports implements UsageExport {
    private static final List<String> ROW_NAMES = List.of(
            "caller",
            "callerGrade",
            "account",
            "sourceRegion",
            "channel",
            "model",
            "claude",
            "dataClass",
            "provenance",
            "rule",
            "ruleVersion",
            "calls",
            "denied",
            "failed",
            "inputTokens",
            "outputTokens",
            "mergedGroups");
    private static final int CALLER = Invocation.names().indexOf("caller");
    private static final String MERGED = "Fewer than %d people each, merged".formatted(SmallGroups.LEAST);

    private final Usage usage;
    private final UsageColumns columns;
    private final StoredCalls calls;
    private final CallerNames names;
    private final ChangeLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Exports(
            Usage usage,
            UsageColumns columns,
            StoredCalls calls,
            CallerNames names,
            ChangeLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.usage = usage;
        this.columns = columns;
        this.calls = calls;
        this.names = names;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String fileName(UsageFilter filter, Content content, Format format) {
        var now = columns.now();
        var period = Period.of(filter.from(), filter.to(), now);
        return "outflow-%s-%s-to-%s.%s"
                .formatted(
                        content == Content.ROWS ? "usage" : "calls",
                        period.first(),
                        period.last(),
                        format.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void write(UsageFilter filter, Content content, Format format, OutputStream out) throws IOException {
        transaction.executeWithoutResult(_ -> log.append(
                "usage exported",
                "%s as %s".formatted(content == Content.ROWS ? "table" : "calls", format),
                "Period %s. Filter: %s.".formatted(FilterWords.period(filter), FilterWords.discreet(filter))));
        var rows = usage.report(filter).rows();
        var small = names.mergesSmallGroups() ? SmallGroups.among(rows) : SmallGroups.none();
        var split = small.split(rows);
        var file = format == Format.CSV ? new CsvFile(out) : new JsonFile(out);
        file.about("title", "Outflow: " + (content == Content.ROWS ? "use of models" : "calls of models"));
        file.about("generated", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        file.about("period", FilterWords.period(filter));
        file.about("filter", FilterWords.of(filter));
        file.about("coverage", FilterWords.of(usage.coverage(filter.from(), filter.to())));
        if (split.merged().groups() > 0) {
            file.about("merged", merged(split.merged().groups(), content));
        }
        if (content == Content.ROWS) {
            file.names(ROW_NAMES);
            for (var row : split.rows()) {
                file.line(values(row));
            }
            if (split.merged().groups() > 0) {
                file.line(values(split.merged()));
            }
        } else {
            file.names(Invocation.names());
            writeCalls(filter, small, file);
        }
        file.end();
    }

    private static String merged(int groups, Content content) {
        return "%s of fewer than %d people %s, because your role sees no names. Nothing is left out of the sums."
                .formatted(
                        Formats.count(groups, "group", "groups"),
                        SmallGroups.LEAST,
                        content == Content.ROWS ? "are merged in the last row" : "share one caller");
    }

    private void writeCalls(UsageFilter filter, SmallGroups small, ExportFile file) throws IOException {
        var now = columns.now();
        var selection = Selection.of(filter, now.subjects(), names);
        var shown = new ShownCalls(now, names);
        try {
            // By the day, newest first, because H2 holds a whole answer before it gives the first row.
            for (var day : now.days().reversed()) {
                if (selection.overlaps(day)) {
                    calls.each(day.start(), day.start() + Day.MILLIS, call -> {
                        if (shown.takes(filter, selection, call)) {
                            line(file, small, shown.of(call));
                        }
                    });
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private static void line(ExportFile file, SmallGroups small, Call call) {
        try {
            var values = Invocation.of(call).values();
            if (small.holds(call)) {
                values.set(CALLER, MERGED);
            }
            file.line(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> values(Row row) {
        var decided = row.decision().rule() > 0;
        return Arrays.asList(
                row.caller().name(),
                row.caller().grade(),
                row.account(),
                row.region(),
                row.channel(),
                row.model(),
                row.claude(),
                dataClass(row.decision().dataClass()),
                row.decision().provenance(),
                decided ? row.decision().rule() : null,
                decided ? row.decision().version() : null,
                row.calls(),
                row.denied(),
                row.failed(),
                row.inputTokens(),
                row.outputTokens(),
                null);
    }

    private static List<@Nullable Object> values(SmallGroups.Merged merged) {
        var values = new ArrayList<@Nullable Object>(Collections.nCopies(ROW_NAMES.size(), null));
        values.set(0, MERGED);
        var sums =
                List.of(merged.calls(), merged.denied(), merged.failed(), merged.inputTokens(), merged.outputTokens());
        for (var index = 0; index < sums.size(); index++) {
            values.set(ROW_NAMES.indexOf("calls") + index, sums.get(index));
        }
        values.set(ROW_NAMES.size() - 1, merged.groups());
        return values;
    }

    private static String dataClass(@Nullable String code) {
        return code == null ? SubjectIndex.UNKNOWN : code;
    }
}
