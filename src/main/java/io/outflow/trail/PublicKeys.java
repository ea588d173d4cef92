package io.outflow.trail;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Public keys with which AWS signs digests: pairs by Region, changed now and then. */
public interface PublicKeys {
    /**
     * Finds a key that was in use within a period, its ends included.
     *
     * @param region where the digest was made; a key that is known without its Region fits every one
     * @return empty where no such key is at hand
     */
    Optional<TrailKey> find(String region, String fingerprint, Instant from, Instant to) throws IOException;
}
