package io.outflow.usage.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The number by which the two evidences of one use find each other: the UTC day in the upper bits, 40 bits of a hash of
 * account, Region and request id in the lower. Equal numbers are candidates; whoever joins compares the texts.
 */
final class RequestKey {
    static final long DAY = 1L << 40;

    private static final long SECONDS_A_DAY = 86_400;

    private RequestKey() {}

    static @Nullable Long of(Instant time, String account, String region, @Nullable String requestId) {
        if (requestId == null || requestId.isEmpty()) {
            return null;
        }
        long hash = mix(mix(mix(0x9E3779B97F4A7C15L, account), region), requestId);
        return Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY) * DAY + (hash >>> 24);
    }

    static long day(long requestKey) {
        return requestKey >> 40;
    }

    static long withoutDay(long requestKey) {
        return requestKey & (DAY - 1);
    }

    /** Stored, so it must never change: 64-bit FNV-1a over the characters with a finishing mix. */
    private static long mix(long seed, String text) {
        long h = seed ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
        }
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 32);
    }
}
