package io.outflow.command.internal;

import io.outflow.sample.BulkLogs;
import io.outflow.sample.Counted;
import io.outflow.sample.SampleDigests;
import io.outflow.sample.SampleLogs;
import io.outflow.trail.KeyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes made-up logs to files, for trying things out. */
@Command(
        name = "sample",
        hidden = true,
        description = "Writes made-up logs to files. The same options give the same bytes.",
        mixinStandardHelpOptions = true)
public final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "folder to write to")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "random seed (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--until", paramLabel = "TIME", description = "end of the logs in UTC (default: now)")
    private @Nullable Instant until;

    @Option(names = "--days", defaultValue = "90", description = "days of logs (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--calls", defaultValue = "1600", description = "calls a day (default: ${DEFAULT-VALUE})")
    private int callsPerDay;

    @Option(names = "--clean", description = "no damaged, contradictory or redelivered records")
    private boolean clean;

    @Option(names = "--digests", description = "digest files too, signed by a new key, which lies in public-keys")
    private boolean digests;

    @Option(
            names = "--bulk",
            paramLabel = "FILES",
            description = "instead: this many files of 2,500 records of an organisation's trail")
    private int bulk;

    @Option(
            names = "--bedrock",
            defaultValue = "0.02",
            description = "share of model calls in --bulk (default: ${DEFAULT-VALUE})")
    private double bedrock;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    SampleCommand() {}

    @Override
    public Integer call() throws IOException {
        Instant end = until == null ? Instant.now() : until;
        var print = spec.commandLine().getOut();
        if (bulk > 0) {
            Duration period = Duration.ofDays(days);
            var logs = new BulkLogs(seed, end.minus(period), period, bulk, 2_500, bedrock);
            logs.writeTo(out);
            print.println("Wrote " + Table.grouped(logs.records()) + " records to " + out + ".");
        } else {
            Map<Counted, Long> written = new SampleLogs(seed, end, days, callsPerDay, !clean).writeTo(out);
            if (digests) {
                new SampleDigests(end).addTo(out, out.resolve(KeyFiles.FOLDER));
            }
            var table = new Table("Written to " + out, "Count");
            for (Counted counted : Counted.values()) {
                table.row(
                        counted.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Objects.requireNonNull(written.get(counted)));
            }
            table.print(print);
        }
        print.flush();
        return 0;
    }
}
