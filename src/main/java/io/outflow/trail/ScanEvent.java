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
            implements Group {

        /** Asked for every event; what a record brings itself is slow until it is compiled, which a scan may not live to see. */
        @Override
        public int hashCode() {
            int hash = (channel.ordinal() * 31 + model.hashCode()) * 31 + outcome.ordinal();
            return (hash * 31 + (entry == null ? 0 : entry.hashCode())) * 31 + (step == null ? 0 : step.hashCode());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CallGroup group
                    && channel == group.channel
                    && model.equals(group.model)
                    && claude == group.claude
                    && outcome == group.outcome
                    && evidence == group.evidence
                    && Objects.equals(entry, group.entry)
                    && Objects.equals(step, group.step);
        }
    }

    record GovernanceGroup(GovernanceKind kind) implements Group {}

    /** An agent or knowledge base at work on one day: the entry call and its steps share it. */
    record Answer(String agent, String account, String region, LocalDate day) {}

    static ScanEvent of(Reading reading, Group group) {
        EventKey key = reading.key();
        long content = Long.parseUnsignedLong(reading.contentHash(), 0, 16, 16);
        long id = mix(
                mix(fingerprint(key.id()), fingerprint(key.account())),
                key.time().hashCode());
        return new ScanEvent(id, content, reading instanceof ModelCall call ? request(call) : 0, group);
    }

    static Group group(Reading reading) {
        // Not a switch over patterns: that costs more than what it decides here.
        return reading instanceof ModelCall call
                ? group(call)
                : new GovernanceGroup(((GovernanceEvent) reading).kind());
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

    /** Of the characters, four at a time, to 64 bits: two of a billion events meet with a chance of 3 in 100. */
    private static long fingerprint(String text) {
        int length = text.length();
        long hash = length;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            long four = text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48;
            hash = mix(hash, four);
        }
        for (; i < length; i++) {
            hash = mix(hash, text.charAt(i));
        }
        return hash;
    }

    private static long mix(long a, long b) {
        long h = (a ^ Long.rotateLeft(b, 31)) * 0x9e3779b97f4a7c15L;
        return h ^ (h >>> 29);
    }
}
