package io.outflow.sample;

import io.outflow.sample.internal.BulkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * Many CloudTrail files for measurements: the trail of an organisation, of which a part calls models.
 *
 * @param seed the same seed and sizes give the same bytes
 * @param from time of the first record
 * @param period the files are spread over this
 * @param bedrock share of records that call models, 0 to 1; the rest is of other services
 */
public record BulkLogs(long seed, Instant from, Duration period, int files, int recordsPerFile, double bedrock) {

    /** Writes the files into one folder, on all cores. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            IntStream.range(0, files).parallel().forEach(number -> write(folder, number));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    public long records() {
        return (long) files * recordsPerFile;
    }

    private void write(Path folder, int number) {
        Duration each = period.dividedBy(files);
        var file = new BulkFile(seed, number, from.plus(each.multipliedBy(number)), each);
        try {
            Files.write(folder.resolve(file.name()), file.bytes(recordsPerFile, bedrock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
