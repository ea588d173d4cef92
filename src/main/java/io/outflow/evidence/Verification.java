package io.outflow.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a package found.
 *
 * @param checks one for each thing that was looked at, in a fixed order
 * @param signer SHA-256 fingerprint of the trusted certificate that the signature belongs to; null when it is of none
 * @param stamp what is known of a time outside
 * @param stampedAt when the package existed at the latest, as the time-stamp authority says
 */
public record Verification(
        List<Check> checks,
        @Nullable String signer,
        Stamp stamp,
        @Nullable Instant stampedAt) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /** What is known of a time outside. */
    public enum Stamp {
        /** There is none, and the package says so. */
        NONE("no outside time"),
        /** There is one, and no authority was named to check it with. */
        NOT_CHECKED("outside time not checked"),
        /** It is of the trusted authority and over these bytes. */
        HOLDS("outside time holds"),
        /** It does not hold, or one that must be there is missing. */
        BROKEN("outside time does not hold");

        private final String label;

        Stamp(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param name what, in a few words
     * @param findings a sentence for each thing that is not as it was made; empty when all is
     */
    public record Check(String name, List<String> findings) {

        public Check {
            findings = List.copyOf(findings);
        }

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /** Whether nothing was changed, left out or put in since the package was signed with a trusted key. */
    public boolean verified() {
        return checks.stream().allMatch(Check::passed);
    }

    public long passed() {
        return checks.stream().filter(Check::passed).count();
    }

    /** All that is not as it was made. */
    public List<String> findings() {
        return checks.stream().flatMap(check -> check.findings().stream()).toList();
    }

    /** The verdict in one sentence. */
    public String sentence() {
        return verified()
                ? "Complete and unchanged: %d of %d checks passed, %s."
                        .formatted(passed(), checks.size(), stamp.label())
                : "Not as it was made: %d of %d checks failed.".formatted(checks.size() - passed(), checks.size());
    }
}
