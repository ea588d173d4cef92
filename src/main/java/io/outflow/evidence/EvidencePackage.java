package io.outflow.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package as it is kept.
 *
 * @param number counts from 1 without gaps
 * @param fileName empty until it is made
 * @param sha256 of the archive
 * @param signer fingerprint of the key that signed
 * @param stampedAt the time of the stamp, in the package or beside it; nothing for none
 * @param previous the number of the package before it, 0 for the first
 * @param message why it could not be made
 */
public record EvidencePackage(
        long number,
        State state,
        PackageRequest request,
        String madeBy,
        Instant requestedAt,
        @Nullable Instant madeAt,
        String fileName,
        long bytes,
        String sha256,
        String tagManifest,
        String signer,
        @Nullable Instant stampedAt,
        long previous,
        String message) {

    /** How far it is. */
    public enum State {
        MAKING("being made"),
        MADE("made"),
        FAILED("not made");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A file in it.
     *
     * @param rows -1 for a file without rows
     */
    public record File(String name, long bytes, String sha256, long rows) {}

    /** The name of its folder when it is unpacked. */
    public String folder() {
        return fileName.replaceFirst("\\.zip$", "");
    }
}
