package io.outflow.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What a set of files holds, added up without storing anything. Each record counts once: {@code records} is the sum of
 * {@code calls}, {@code steps}, {@code governanceEvents}, {@code duplicates}, {@code joined}, {@code skipped} and
 * {@code rejected}.
 *
 * @param files files looked at, those that failed included
 * @param rawBytes raw bytes read
 * @param records records read
 * @param calls uses and attempts of models
 * @param steps model calls that an agent or knowledge base made for an answer whose entry call was read too: no second use
 * @param governanceEvents changes of logging, guardrails, access, keys or retention
 * @param duplicates events that were read before in the same scan
 * @param joined invocation-log lines of a call that a CloudTrail record tells of too: the second evidence of one use
 * @param skipped records read well that are no calls
 * @param rejected records that could not be read
 * @param channels calls by channel
 * @param models calls by model, most calls first
 * @param claude calls by whether the model is Claude
 * @param governance governance events by kind
 * @param skipReasons skipped records by reason
 * @param rejectReasons rejected records by reason
 * @param firstRejected the first rejected records, in the order of the files; at most {@link #SHOWN}
 * @param failures files that failed, with the reason
 */
public record ScanReport(
        int files,
        long rawBytes,
        long records,
        Calls calls,
        long steps,
        long governanceEvents,
        long duplicates,
        long joined,
        long skipped,
        long rejected,
        SortedMap<Channel, Calls> channels,
        List<ModelCalls> models,
        SortedMap<Claude, Calls> claude,
        SortedMap<GovernanceKind, Long> governance,
        SortedMap<SkipReason, Long> skipReasons,
        SortedMap<BadRecord.Reason, Long> rejectReasons,
        List<Rejected> firstRejected,
        List<Failure> failures) {
    /** Most rejected records that a report lists. */
    public static final int SHOWN = 20;

    /** Calls by outcome. */
    public record Calls(long uses, long denied, long failed) {
        static final Calls NONE = new Calls(0, 0, 0);

        public long total() {
            return uses + denied + failed;
        }

        Calls plus(Calls other) {
            return new Calls(uses + other.uses, denied + other.denied, failed + other.failed);
        }
    }

    /** Calls of one model, by the name that is shown. */
    public record ModelCalls(String name, Claude claude, Calls calls) {}

    /** A record that could not be read, with the file where it stands. */
    public record Rejected(Path file, BadRecord record) {}

    /** A file that could not be read to its end, or holds nothing that Outflow knows. */
    public record Failure(Path file, String sentence) {}

    /**
     * Reads files and folders and adds up what they hold. Folders are walked in the order of their names; links inside
     * them are not followed, hidden files are left out. A path that does not exist is a failure in the report.
     */
    public static ScanReport of(List<Path> paths, Limits limits) {
        return new Scan(limits).of(paths);
    }
}
