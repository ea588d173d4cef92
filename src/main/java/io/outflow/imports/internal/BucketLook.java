package io.outflow.imports.internal;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.imports.internal.RunRows.NewFile;
import io.outflow.imports.internal.SourceRows.NewObject;
import io.outflow.imports.internal.aws.Bucket;
import io.outflow.imports.internal.aws.Folders;
import io.outflow.trail.DigestName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a bucket for log files that are new or changed. Each account's and Region's folder is listed from some days
 * before the last one seen, since files that AWS delivers late lie under the day of their delivery, and a day may not have
 * been over when it was seen.
 */
final class BucketLook {
    private static final int DAYS_AGAIN = 3;
    /** Larger finds become several runs, so that the heap holds one. */
    private static final int RUN = 20_000;

    private final SourceWork work;
    private final Bucket bucket;
    private List<NewObject> found = new ArrayList<>();
    private int newLogs;

    BucketLook(SourceWork work, AwsDoor door) {
        this.work = work;
        this.bucket = new Bucket(door, work.settings().bucket());
    }

    void run() throws AwsTrouble {
        try {
            // A run that holds digests beside the log files that they name need not come back to these.
            for (var place : Folders.ofDigests(work.settings(), bucket)) {
                list(place, true);
            }
            for (var place : Folders.of(work.settings(), bucket)) {
                list(place, false);
            }
        } finally {
            // What was found before a trouble is good.
            begin();
        }
    }

    private void list(String place, boolean digests) throws AwsTrouble {
        bucket.list(place, after(place), items -> {
            page(place, items, digests);
            return true;
        });
    }

    private @Nullable String after(String place) {
        var checkpoint = work.checkpoint(place);
        var first = work.settings().firstDay();
        var again = checkpoint == null
                ? null
                : LocalDate.ofInstant(checkpoint, ZoneOffset.UTC).minusDays(DAYS_AGAIN);
        var day = again == null || first != null && first.isAfter(again) ? first : again;
        return day == null ? null : Folders.before(place, day);
    }

    private void page(String place, List<Bucket.Item> items, boolean digests) {
        var settings = work.settings();
        var logs = items.stream()
                .filter(item -> Folders.isLog(settings.kind(), item) && (!digests || DigestName.isDigest(item.key())))
                .toList();
        if (!digests) {
            work.saw(logs.size());
        }
        var taken = work.taken(logs.stream().map(Bucket.Item::key).toList());
        for (var item : logs) {
            work.sawOf(item.modified());
            Folders.day(place, item.key())
                    .ifPresent(day ->
                            work.reached(place, day.atStartOfDay(ZoneOffset.UTC).toInstant()));
            if (!item.etag().equals(taken.get(item.key()))) {
                var file = new NewFile(item.key(), "s3://" + settings.bucket() + "/" + item.key(), false, item.size());
                found.add(new NewObject(file, item.key(), item.etag(), item.modified()));
                newLogs += digests ? 0 : 1;
                if (found.size() >= RUN) {
                    begin();
                }
            }
        }
    }

    private void begin() {
        if (!found.isEmpty()) {
            work.importObjects(found, newLogs);
            found = new ArrayList<>();
            newLogs = 0;
        }
    }
}
