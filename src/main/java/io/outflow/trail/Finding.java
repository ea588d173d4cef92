package io.outflow.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that a verification found. */
public sealed interface Finding {

    /** What became of a digest or a log file, and why, as a sentence. */
    sealed interface OfFile extends Finding {
        String name();

        Proof proof();

        String reason();
    }

    /**
     * A digest file. One that is named by its successor and not there is INVALID as well.
     *
     * @param from the time that it covers begins here; null where it could not be read
     * @param to the time that it covers ends here
     */
    record OfDigest(String name, Chain chain, @Nullable Instant from, Instant to, Proof proof, String reason)
            implements OfFile {}

    /**
     * A log file.
     *
     * @param digest name of the digest that names it; null where none does
     */
    record OfLog(String name, @Nullable String digest, Proof proof, String reason) implements OfFile {
        /** Why a log file is verified. */
        public static final String VERIFIED = "A digest signed by AWS names it and its content.";

        /** @param why the end of a sentence */
        public static String changed(String why) {
            return "This log file was changed: " + why + ".";
        }
    }

    /**
     * A log file that a digest names and whose content is not known yet; what becomes of it can be told when it is read.
     *
     * @param digest name of the digest that names it
     * @param sha256 of its content as the digest names it, in hex
     */
    record Awaited(String name, String digest, String sha256) implements Finding {}

    /**
     * A time for which nothing is proven: neither that its files are whole nor that there were none.
     *
     * @param chain the standard chain that ought to cover it
     * @param hours digests that are missing, one for each hour begun
     */
    record NotCovered(Chain chain, Instant from, Instant to, long hours, String reason) implements Finding {}
}
