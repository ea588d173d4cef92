package io.outflow.usage;

import io.outflow.trail.Detection;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.Proof;
import io.outflow.trail.TextFindings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers who used which model with which class of data, from the columns in the heap; single calls from the database. Names
 * of people come masked unless the person who asks may see them and gave a reason.
 */
public interface Usage {

    /** Everything the usage screen shows for one filter, from one pass over the columns. */
    UsageReport report(UsageFilter filter);

    /** Calls (uses only), attempts and tokens by any combination of dimensions, largest first. */
    List<Group> group(UsageFilter filter, List<Dimension> by);

    /**
     * The same as it may leave Outflow: for those who may not see names, {@linkplain SmallGroups small groups} are merged
     * into one, which is the last and has no values.
     */
    List<Group> exported(UsageFilter filter, List<Dimension> by);

    /** What the calls of a filter took, by model and channel. */
    List<TokenUse> tokens(UsageFilter filter);

    /** The calls behind a number, newest first. */
    CallPage calls(UsageFilter filter, int page, int size);

    Optional<CallDetails> call(CallId id);

    GovernancePage governance(Instant from, Instant to, int page, int size);

    /** What digests leave open on the days of the filter's period, in its accounts and Regions; nothing where nobody keeps any. */
    default SortedMap<LocalDate, Unproven.Day> unproven(UsageFilter filter) {
        return Collections.emptySortedMap();
    }

    CoverageReport coverage(Instant from, Instant to);

    /** First and last instant of which there is a stored call; empty when there is none. */
    Optional<Span> evidenced();

    /** How much of what is stored the columns hold, 0 to 1; below 1 every number is still growing. */
    double counted();

    /** How often what is counted has changed since the start, by calls that were stored or by rules. */
    long changes();

    /**
     * Tells of such changes, with the time, from a worker's thread and at most once a second. Closing the handle ends it.
     */
    AutoCloseable watch(Consumer<Instant> listener);

    enum Dimension {
        CALLER,
        MODEL,
        /** The class that a call counts under: the higher of the two that follow. */
        DATA_CLASS,
        /** What rules and tags say. */
        DECLARED_CLASS,
        /** The highest class that was found in the text; null where nothing was found or no text was looked at. */
        DETECTED_CLASS,
        SOURCE_REGION,
        INFERENCE_REGION,
        CHANNEL,
        ACCOUNT,
        DAY
    }

    /**
     * @param values one value per asked dimension, in that order; null where it is not evidenced or unknown
     * @param merged how many small groups it stands for; 0 for one that stands for itself
     * @param calls uses only; denied and failed attempts are counted apart
     */
    record Group(
            Map<Dimension, @Nullable String> values,
            int merged,
            long calls,
            long denied,
            long failed,
            long inputTokens,
            long outputTokens) {}

    record Span(Instant from, Instant to) {}

    /** What names one stored call in an address: event time in microseconds, account and event id. */
    record CallId(Instant time, String account, String eventId) {}

    record CallPage(List<Call> items, long total) {}

    /**
     * One stored call.
     *
     * @param caller the shown name, masked where it must be
     * @param decision what it counts under: the higher of what is declared and what was found
     * @param declared what rules and tags say
     * @param detectedClass the highest class that was found in its text, null where none was
     * @param textSeen whether any of its text was looked at; only then does finding nothing tell anything
     * @param step part of an agent's answer that is counted by its entry
     * @param contentLogOnly known from an invocation log alone
     * @param requestId the AWS request id, null where no record has one
     * @param proof what digests say of the log file that holds its record
     */
    record Call(
            CallId id,
            Subject subject,
            String caller,
            io.outflow.trail.Outcome outcome,
            @Nullable String errorCode,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            io.outflow.classification.Decision decision,
            io.outflow.classification.Decision declared,
            @Nullable String detectedClass,
            boolean textSeen,
            boolean step,
            boolean contentLogOnly,
            @Nullable String requestId,
            io.outflow.trail.Proof proof) {}

    /**
     * A call with its evidence.
     *
     * @param evidence each record that tells of it: its kind, file, place and original JSON without bodies
     * @param seen how much of its text was looked at
     * @param detections what was found, most first
     */
    record CallDetails(Call call, List<EvidenceRecord> evidence, TextFindings.Seen seen, List<Detection> detections) {
        public @Nullable String requestId() {
            return call.requestId();
        }
    }

    record EvidenceRecord(
            io.outflow.trail.Evidence kind, long fileId, String fileName, long runId, int recordNo, byte[] original) {}

    record GovernancePage(List<GovernanceItem> items, long total) {}

    /** @param proof of the log file that holds the record */
    record GovernanceItem(GovernanceEvent event, String caller, String fileName, Proof proof) {}
}
