package io.outflow.trail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that a scan keeps of an event.
 *
 * @param key fingerprint of the event key
 * @param content fingerprint of the content
 * @param request fingerprint of account, Region and request id; 0 where there is no request id
 * @param group what it counts under
 */
record ScanEvent(long key, long content, long request, Group group) {
    /** What events count under. */
    sealed interface Group permits CallGroup, GovernanceGroup {}

    /** @param step the answer that this call is a step of, or null for a call of its own */
    record CallGroup(
            Channel channel,
            String model,
            Claude claude,
            Outcome outcome,
            Evidence evidence,
            @Nullable Answer entry,
            @Nullable Answer step)
            implements Group {}

    record GovernanceGroup(GovernanceKind kind) implements Group {}

    /** An agent or knowledge base at work on one day: the entry call and its steps share it. */
    record Answer(String agent, String account, String region, LocalDate day) {}

    static ScanEvent of(Reading reading) {
        EventKey key = reading.key();
        // Of a SHA-256, so its first 64 bits are as good as any.
        long content = Long.parseUnsignedLong(reading.contentHash(), 0, 16, 16);
        long id = mix(
                mix(fingerprint(key.id()), fingerprint(key.account())),
                key.time().hashCode());
        return switch (reading) {
            case GovernanceEvent event -> new ScanEvent(id, content, 0, new GovernanceGroup(event.kind()));
            case ModelCall call -> new ScanEvent(id, content, request(call), group(call));
        };
    }

    ScanEvent in(Group shared) {
        return new ScanEvent(key, content, request, shared);
    }

    private static CallGroup group(ModelCall call) {
        Answer answer = call.agent() == null
                ? null
                : new Answer(
                        call.agent(),
                        call.key().account(),
                        call.sourceRegion(),
                        LocalDate.ofInstant(call.key().time(), ZoneOffset.UTC));
        return new CallGroup(
                call.channel(),
                call.model().name(),
                call.model().claude(),
                call.outcome(),
                call.evidence(),
                call.step() ? null : answer,
                call.step() ? answer : null);
    }

    private static long request(ModelCall call) {
        if (call.requestId() == null) {
            return 0;
        }
        long hash = mix(
                mix(fingerprint(call.requestId()), fingerprint(call.key().account())),
                fingerprint(Objects.requireNonNull(call.sourceRegion())));
        return hash == 0 ? 1 : hash;
    }

    /** FNV-1a over the characters, to 64 bits: two of a billion events meet with a chance of 3 in 100. */
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long a, long b) {
        long h = (a ^ Long.rotateLeft(b, 31)) * 0x9e3779b97f4a7c15L;
        return h ^ (h >>> 29);
    }
}
