package io.outflow.imports.internal.aws;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.aws.AwsWords;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceTest;
import io.outflow.imports.SourceTest.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Tries to reach a source, step by step, and stops at the first that does not work. Stores nothing. */
public final class Trial {
    private static final Duration RECENT = Duration.ofDays(1);

    private final AwsDoor door;
    private final LookupPace pace;
    private final SourceSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    public Trial(SourceSettings settings, AwsDoor door, LookupPace pace) {
        this.door = door;
        this.pace = pace;
        this.settings = settings;
    }

    public SourceTest run(Instant now) {
        try {
            identity();
            if (settings.kind().isBucket()) {
                bucket();
            } else {
                history(now);
            }
        } catch (AwsTrouble trouble) {
            findings.add(new Finding(false, trouble.sentence()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.add(new Finding(false, "The test was interrupted."));
        }
        return new SourceTest(findings);
    }

    private void identity() throws AwsTrouble {
        try {
            var identity = door.sts().getCallerIdentity();
            good("Outflow reaches AWS as " + identity.arn() + ".");
        } catch (SdkException e) {
            throw AwsWords.of(e, "ask who it is", "sts:GetCallerIdentity", false);
        }
    }

    private void bucket() throws AwsTrouble {
        var bucket = new Bucket(door, settings.bucket());
        var places = Folders.of(settings, bucket);
        var root = "s3://" + settings.bucket() + "/" + Folders.root(settings);
        if (places.isEmpty()) {
            findings.add(
                    new Finding(
                            false,
                            "Outflow may list the bucket, but below " + root + " there is no folder of " + what()
                                    + ". Check prefix, organisation and accounts, and that logs are delivered to this bucket."));
            return;
        }
        good("Outflow may list the bucket and found logs of %d accounts and Regions below %s."
                .formatted(places.size(), root));
        for (var place : places) {
            var some = new ArrayList<Bucket.Item>();
            bucket.list(place, null, items -> {
                items.stream()
                        .filter(item -> Folders.isLog(settings.kind(), item))
                        .limit(1)
                        .forEach(some::add);
                return false;
            });
            if (!some.isEmpty()) {
                bucket.touch(some.getFirst().key());
                good("Outflow may read a log file: " + some.getFirst().key() + ".");
                digests(bucket);
                return;
            }
        }
        findings.add(
                new Finding(false, "The folders hold no log file yet, so whether they may be read cannot be told."));
    }

    /** Whether log files can be verified: nothing that keeps a source from being read. */
    private void digests(Bucket bucket) throws AwsTrouble {
        if (settings.kind() != SourceKind.TRAIL_BUCKET) {
            return;
        }
        if (Folders.ofDigests(settings, bucket).isEmpty()) {
            good(
                    "There are no digest files, so log files are read and nothing proves them. Switch on log file validation "
                            + "for the trail.");
            return;
        }
        door.ask(
                () -> door.cloudTrail(settings.homeRegion()).listPublicKeys(),
                "list the public keys that sign digests",
                "cloudtrail:ListPublicKeys",
                false);
        good("There are digest files, and Outflow may ask AWS for the public keys that prove them.");
    }

    private String what() {
        return settings.kind() == SourceKind.TRAIL_BUCKET ? "CloudTrail log files" : "Bedrock invocation logs";
    }

    private void history(Instant now) throws AwsTrouble, InterruptedException {
        var history = new EventHistory(door, pace);
        for (var region : settings.regions()) {
            history.read(region, EventHistory.EVENT_SOURCES.getFirst(), now.minus(RECENT), now, page -> {});
            good("Outflow may read the event history of " + region + ".");
        }
        good(
                "Event history holds management events of 90 days only: what it shows is a floor. Agents, knowledge bases, "
                        + "Bedrock mantle and Claude Platform calls are never in it.");
    }

    private void good(String sentence) {
        findings.add(new Finding(true, sentence));
    }
}
