package io.outflow.imports.internal;

import io.outflow.trail.Proof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of digests and log files found.
 *
 * @param expected files that are not read yet, with the hash of the content that a digest names
 * @param inArchives the same for entries of archives, by their names
 * @param judged files that are not read yet and that no digest names, with what that means
 * @param missing places of log files that digests name and that were not found
 * @param raised how many files that were imported before have another proof now
 * @param invalid how many of them turned out not to be as AWS signed them
 * @param problem why nothing could be compared, in sentences; null where it could
 */
record Verification(
        Map<Long, String> expected,
        Map<Long, Map<String, String>> inArchives,
        Map<Long, Judgement> judged,
        List<String> missing,
        int raised,
        int invalid,
        @Nullable String problem) {
    static final Verification NONE = new Verification(Map.of(), Map.of(), Map.of(), List.of(), 0, 0, null);

    /** @param reason a sentence */
    record Judgement(Proof proof, String reason) {
        /** Whether it is to be kept, for files of which this was known before. */
        boolean betterThan(Proof before) {
            return strength(proof) > strength(before);
        }

        /** What is known better takes the place of what is known less; what was once found changed stays so. */
        private static int strength(Proof proof) {
            return switch (proof) {
                case NO_DIGEST -> 0;
                case UNCHAINED -> 1;
                case UNREFERENCED -> 2;
                case VERIFIED -> 3;
                case INVALID -> 4;
            };
        }
    }

    static Verification impossible(String problem) {
        return new Verification(Map.of(), Map.of(), Map.of(), List.of(), 0, 0, problem);
    }

    /** With files that were taken out of archives. */
    Verification with(Map<Long, String> takenOut) {
        if (takenOut.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(expected);
        all.putAll(takenOut);
        return new Verification(all, inArchives, judged, missing, raised, invalid, problem);
    }

    /** Tells a file, before it is read, what is known of it. */
    void tell(FileWork file) {
        file.expected = expected.get(file.id);
        var judgement = judged.get(file.id);
        if (judgement != null && judgement.betterThan(file.proof)) {
            file.proof = judgement.proof();
            file.proofReason = judgement.reason();
        }
    }
}
