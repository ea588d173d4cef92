package io.outflow.command.internal;

import io.outflow.trail.Finding;
import io.outflow.trail.KeyFiles;
import io.outflow.trail.TrailFiles;
import io.outflow.trail.TrailVerdict;
import io.outflow.trail.TrailVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Verifies downloaded log files against the digests that AWS signed. Needs no server, no database and no connection. */
@Command(
        name = "verify-trail",
        description = {
            "Verifies downloaded CloudTrail files against the digest files that AWS signed, and says which are not as",
            "AWS wrote them, which no digest names, and for which hours nothing is proven.",
            "",
            "Beside each digest x.json.gz its metadata is expected in x.json.gz.meta.json: what aws s3api get-object",
            "prints. Public keys: what aws cloudtrail list-public-keys prints, one file a Region (eu-central-1.json)."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = VerifyTrailCommand.WRONG_USAGE,
        footer = {
            "",
            "Exit codes: 0 verified, 1 broken (a file is missing, changed or not named by any digest),",
            "2 not covered (nothing is broken, but not everything is proven), 64 wrong usage."
        })
public final class VerifyTrailCommand implements Callable<Integer> {
    static final int WRONG_USAGE = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "folders that stand for a bucket or a part of one; several for several buckets")
    private List<Path> paths;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "start, as 2026-03-01 or 2026-03-01T00:00:00Z, in UTC (default: the oldest file)")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "end (default: the newest file)")
    private @Nullable Instant to;

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = {
                "name of the bucket that the folder was downloaded from; for several folders once for each, in",
                "their order. Without it nobody can tell whether files came from another bucket."
            })
    private List<String> buckets = List.of();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "file or folder of public keys (default: the folder public-keys in each PATH)")
    private List<Path> keys = List.of();

    @Option(names = "--json", description = "print one JSON object instead of text")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    VerifyTrailCommand() {}

    @Override
    public Integer call() throws IOException {
        var files = new TrailFiles();
        if (!buckets.isEmpty() && buckets.size() != paths.size()) {
            throw wrong(
                    "Name the bucket of each folder, or of none: %d for %d.".formatted(buckets.size(), paths.size()));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw wrong("The start must be before the end.");
        }
        for (int i = 0; i < paths.size(); i++) {
            if (!Files.isDirectory(paths.get(i))) {
                throw wrong(
                        "There is no folder at " + Table.printable(paths.get(i).toString()) + ".");
            }
            files.add(paths.get(i), buckets.isEmpty() ? null : buckets.get(i));
        }
        return verify(files, publicKeys());
    }

    private int verify(TrailFiles files, KeyFiles publicKeys) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var found = new ArrayList<Finding>();
        // What is verified is only counted, unless the whole is asked for: there are very many of those.
        Consumer<Finding> keep = finding -> {
            if (json || VerifyTrailText.standsOut(finding)) {
                found.add(finding);
            }
        };
        TrailVerdict verdict = new TrailVerifier(files, publicKeys).verify(from, to, Instant.now(), keep);
        if (json) {
            VerifyTrailJson.print(verdict, found, out);
        } else {
            new VerifyTrailText(verdict, found, out).print();
        }
        out.flush();
        return switch (verdict.result()) {
            case VERIFIED -> 0;
            case BROKEN -> 1;
            case NOT_COVERED -> 2;
        };
    }

    private KeyFiles publicKeys() {
        var read = new KeyFiles();
        try {
            for (Path file : keys) {
                read.add(file);
            }
            for (Path path : paths) {
                Path folder = path.resolve(KeyFiles.FOLDER);
                if (keys.isEmpty() && Files.isDirectory(folder)) {
                    read.add(folder);
                }
            }
        } catch (IOException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (read.isEmpty()) {
            throw wrong(
                    "There are no public keys. Save them once for each Region, with: aws cloudtrail list-public-keys"
                            + " --region REGION --start-time FROM --end-time TO --output json > " + KeyFiles.FOLDER
                            + "/REGION.json, and name the file with --keys.");
        }
        return read;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** A day, which begins at midnight UTC, or a moment. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String written) {
            try {
                return written.length() == 10
                        ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(written);
            } catch (DateTimeException e) {
                throw new TypeConversionException("write it as 2026-03-01 or 2026-03-01T00:00:00Z");
            }
        }
    }
}
