package io.outflow.sample;

import io.outflow.sample.internal.DigestWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * Signs made-up log files as CloudTrail does, with a key of its own, so that they can be verified. One digest covers a day
 * instead of an hour, which keeps the folder small. For one day of one account and Region there is none, one log file is named
 * by none, and a file that ends too early is not as its digest says.
 *
 * @param until no digest covers a time after this
 */
public record SampleDigests(Instant until) {

    /**
     * Adds digests, their metadata and the public key to a folder of sample logs. The key is new each time.
     *
     * @param folder what {@link SampleLogs#writeTo} wrote to
     * @param keys folder for the public key, in the form that the AWS command line prints
     */
    public void addTo(Path folder, Path keys) throws IOException {
        try {
            new DigestWriter(folder, until).write(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has RSA and SHA-256", e);
        }
    }
}
