package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import io.outflow.usage.CallChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a transaction does to calls, so that the columns follow only what is left of it at the end. */
final class CallChanges {
    private record Net(@Nullable CallRow before, @Nullable CallRow after) {}

    private final Map<EventKey, Net> byKey = new LinkedHashMap<>();

    void added(CallRow row) {
        byKey.put(row.key(), new Net(null, row));
    }

    void changed(CallRow before, CallRow after) {
        var known = byKey.get(after.key());
        byKey.put(after.key(), new Net(known == null ? before : known.before(), after));
    }

    void removed(CallRow before) {
        byKey.put(before.key(), new Net(before, null));
    }

    List<CallChange> all() {
        var changes = new ArrayList<CallChange>();
        for (var net : byKey.values()) {
            var before = net.before() == null ? null : net.before().change(-1);
            var after = net.after() == null ? null : net.after().change(1);
            if (before != null
                    && after != null
                    && net.before() != null
                    && net.before().change(1).equals(after)) {
                continue;
            }
            if (before != null) {
                changes.add(before);
            }
            if (after != null) {
                changes.add(after);
            }
        }
        return changes;
    }
}
