package io.outflow.usage.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives originals of new readings their place in a chunk. Few readings of several files share one. */
final class Chunks {

    record Place(long chunk, int index) {}

    private final Map<Sorting.Fresh, Place> places = new IdentityHashMap<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private long last;

    Chunks(long last, List<Sorting.Fresh> fresh) {
        this.last = last;
        var few = new ArrayList<Sorting.Fresh>();
        var ids = new HashMap<PreparedReadings.Chunk, Long>();
        for (var one : fresh) {
            var packed = one.batch().chunks();
            if (packed.isEmpty()) {
                few.add(one);
                continue;
            }
            var chunk = packed.stream()
                    .filter(c -> one.position() < c.first() + c.count())
                    .findFirst()
                    .orElseThrow();
            // By identity: records with arrays are equal only to themselves.
            var id = ids.computeIfAbsent(chunk, this::add);
            places.put(one, new Place(id, one.position() - chunk.first()));
        }
        for (var chunk :
                PreparedReadings.chunks(few.stream().map(Sorting.Fresh::item).toList())) {
            long id = add(chunk);
            for (int i = 0; i < chunk.count(); i++) {
                places.put(few.get(chunk.first() + i), new Place(id, i));
            }
        }
    }

    private long add(PreparedReadings.Chunk chunk) {
        rows.add(new @Nullable Object[] {++last, chunk.count(), chunk.deflated()});
        return last;
    }

    Place of(Sorting.Fresh fresh) {
        var place = places.get(fresh);
        if (place == null) {
            throw new IllegalStateException("An original record has no place.");
        }
        return place;
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    long last() {
        return last;
    }
}
