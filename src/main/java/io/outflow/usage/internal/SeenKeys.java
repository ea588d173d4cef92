package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;

/**
 * Tells keys that are certainly not stored, so that the database is asked of the others alone. Files come roughly in the order of
 * their times, so most keys lie outside the time of all that was there at first, and a filter remembers what was stored since.
 * It never calls a stored key new; that a new one is taken for stored costs only the question. For the one writer.
 */
final class SeenKeys {
    /** 4 MiB; with as many keys as {@link #MOST} one in fifty new ones is asked for. */
    private static final int BITS = 1 << 25;

    private static final int MOST = 2_500_000;

    private final long[] filter = new long[BITS >> 6];
    private final int most;
    private int count;
    private boolean read;
    /** Seconds of the first and the last event that {@code filter} does not tell of. */
    private long first;

    private long last;
    /** The same of what it tells of. */
    private long firstSince;

    private long lastSince;

    SeenKeys() {
        this(MOST);
    }

    /** @param most keys in the filter before it starts anew */
    SeenKeys(int most) {
        this.most = most;
        forget();
    }

    private void forget() {
        Arrays.fill(filter, 0);
        count = 0;
        firstSince = Long.MAX_VALUE;
        lastSince = Long.MIN_VALUE;
    }

    /** Takes the time of all that is stored. */
    void read(Connection connection) throws SQLException {
        forget();
        first = Long.MAX_VALUE;
        last = Long.MIN_VALUE;
        for (var table : new EventTable[] {EventTable.CALLS, EventTable.LINES, EventTable.GOVERNANCE}) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT MIN(event_time), MAX(event_time) FROM " + table.table())) {
                row.next();
                var earliest = row.getObject(1, OffsetDateTime.class);
                var latest = row.getObject(2, OffsetDateTime.class);
                if (earliest != null && latest != null) {
                    first = Math.min(first, earliest.toEpochSecond());
                    last = Math.max(last, latest.toEpochSecond());
                }
            }
        }
        read = true;
    }

    /** Whether an event of the key may be stored. */
    boolean mayHold(EventKey key) {
        long second = second(key.time());
        if (!read || (second >= first && second <= last)) {
            return true;
        }
        long hash = hash(key);
        return holds((int) hash) && holds((int) (hash >>> 32));
    }

    /** Remembers a key that is being stored. */
    void add(EventKey key) {
        if (count == most) {
            first = Math.min(first, firstSince);
            last = Math.max(last, lastSince);
            forget();
        }
        long hash = hash(key);
        set((int) hash);
        set((int) (hash >>> 32));
        count++;
        firstSince = Math.min(firstSince, second(key.time()));
        lastSince = Math.max(lastSince, second(key.time()));
    }

    private boolean holds(int bit) {
        return (filter[(bit & BITS - 1) >> 6] >> bit & 1) != 0;
    }

    private void set(int bit) {
        filter[(bit & BITS - 1) >> 6] |= 1L << bit;
    }

    private static long second(Instant time) {
        return time.getEpochSecond();
    }

    private static long hash(EventKey key) {
        long h = (second(key.time()) * 31 + key.account().hashCode()) * 0x9E3779B97F4A7C15L
                ^ key.id().hashCode() * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }
}
