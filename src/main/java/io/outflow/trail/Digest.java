package io.outflow.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest whose signature is right.
 *
 * @param sha256 of its content, in hex
 * @param signature its own, in hex
 * @param previous its predecessor; null at the start of a chain
 * @param previousHash hash that its predecessor had when this one was written
 * @param previousSignature signature that its predecessor had
 */
record Digest(
        TrailObject object,
        DigestName name,
        Instant start,
        Instant end,
        String sha256,
        String signature,
        @Nullable ObjectPlace previous,
        @Nullable String previousHash,
        @Nullable String previousSignature,
        List<Log> logs) {

    /**
     * A log file as the digest names it.
     *
     * @param hash SHA-256 of its content, in hex, as it was written down
     */
    record Log(ObjectPlace place, String hash) {}
}
