package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Reading;
import io.outflow.usage.EventStore;
import io.outflow.usage.SubjectFacts;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings with what can be worked out before the database is asked.
 *
 * @param chunks their originals, packed; empty while they are so few that the writer packs them with others
 */
record PreparedReadings(List<Item> items, List<Chunk> chunks) implements EventStore.Prepared {
    /** Fewer readings than this are packed together with those of other files. */
    private static final int WORTH_A_CHUNK = 100;

    /** @param facts of a call; null for a governance event */
    record Item(
            Reading reading,
            EventKey key,
            byte[] hash,
            @Nullable SubjectFacts facts) {}

    /** @param first position of its first item */
    record Chunk(int first, int count, byte[] deflated) {}

    static PreparedReadings of(List<? extends Reading> readings) {
        var items = readings.stream().map(PreparedReadings::item).toList();
        return new PreparedReadings(items, items.size() < WORTH_A_CHUNK ? List.of() : chunks(items));
    }

    static List<Chunk> chunks(List<Item> items) {
        var chunks = new ArrayList<Chunk>();
        var open = new ArrayList<byte[]>();
        int bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            var original = items.get(i).reading().original();
            if (!open.isEmpty()
                    && (open.size() == Originals.CHUNK_RECORDS || bytes + original.length > Originals.CHUNK_BYTES)) {
                chunks.add(new Chunk(i - open.size(), open.size(), Originals.pack(open)));
                open.clear();
                bytes = 0;
            }
            open.add(original);
            bytes += original.length;
        }
        if (!open.isEmpty()) {
            chunks.add(new Chunk(items.size() - open.size(), open.size(), Originals.pack(open)));
        }
        return chunks;
    }

    private static Item item(Reading reading) {
        var key = reading.key();
        return new Item(
                reading,
                new EventKey(key.time(), PlainText.name(key.account()), PlainText.of(key.id())),
                HexFormat.of().parseHex(reading.contentHash()),
                reading instanceof ModelCall call ? Facts.of(call) : null);
    }

    @Override
    public int size() {
        return items.size();
    }
}
