package io.outflow.sample.internal;

import io.outflow.sample.Counted;
import io.outflow.sample.internal.Organisation.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** Puts files where AWS puts them, by the names that AWS gives them. */
final class LogFolder {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final int REDELIVERED = 20;

    private final Path folder;
    private final Tally tally;

    LogFolder(Path folder, Tally tally) {
        this.folder = folder;
        this.tally = tally;
    }

    void trail(Place place, Instant day, Draw draw, DayFile file) throws IOException {
        if (!file.isEmpty()) {
            tally.add(Counted.RECORDS, file.size());
            write(trailPath(place, day, draw), file.asTrailFile());
        }
    }

    /** The last calls of a day once more, as overlapping trails deliver them. */
    void redelivered(Place place, Instant day, Draw draw, DayFile file) throws IOException {
        DayFile again = file.lastKept(REDELIVERED);
        tally.add(Counted.REDELIVERED, again.size());
        trail(place, day, draw, again);
    }

    void invocations(Place place, Instant day, Draw draw, DayFile file) throws IOException {
        if (!file.isEmpty()) {
            tally.add(Counted.LOG_LINES, file.size());
            String name = STAMP.format(day) + "T235900000Z_" + draw.code("", 16) + ".json.gz";
            write(logFolder(place, day).resolve("23").resolve(name), file.asInvocationLog());
        }
    }

    Path trailPath(Place place, Instant day, Draw draw) {
        String number = place.account().number;
        return folder.resolve("AWSLogs")
                .resolve(number)
                .resolve("CloudTrail")
                .resolve(place.region())
                .resolve(DAY.format(day))
                .resolve("%s_CloudTrail_%s_%sT2355Z_%s.json.gz"
                        .formatted(number, place.region(), STAMP.format(day), draw.code("", 16)));
    }

    Path logFolder(Place place, Instant day) {
        return folder.resolve("AWSLogs")
                .resolve(place.account().number)
                .resolve("BedrockModelInvocationLogs")
                .resolve(place.region())
                .resolve(DAY.format(day));
    }

    Path digestPath(Place place, Instant day) {
        String number = place.account().number;
        return folder.resolve("AWSLogs")
                .resolve(number)
                .resolve("CloudTrail-Digest")
                .resolve(place.region())
                .resolve(DAY.format(day))
                .resolve("%s_CloudTrail-Digest_%s_organisation_%s_%sT010000Z.json.gz"
                        .formatted(number, place.region(), place.region(), STAMP.format(day)));
    }

    void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
        tally.add(Counted.FILES);
        tally.add(Counted.BYTES, bytes.length);
    }
}
