package io.outflow.sample.internal;

import io.outflow.sample.Counted;
import java.util.EnumMap;
import java.util.Map;

/** Counts what is written. */
public final class Tally {
    private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);

    public Tally() {
        for (Counted counted : Counted.values()) {
            counts.put(counted, 0L);
        }
    }

    void add(Counted counted) {
        add(counted, 1);
    }

    void add(Counted counted, long count) {
        counts.merge(counted, count, Long::sum);
    }

    void call(Route route, Failure failure) {
        if (failure.denied()) {
            add(Counted.DENIED);
        } else if (failure != Failure.NONE) {
            add(Counted.FAILED);
        } else if (route.isRuntime()) {
            add(Counted.RUNTIME_USES);
        } else if (route == Route.MANTLE) {
            add(Counted.MANTLE_USES);
        } else if (route == Route.PLATFORM) {
            add(Counted.PLATFORM_USES);
        } else {
            add(Counted.AGENT_USES);
        }
    }

    public Map<Counted, Long> counts() {
        return Map.copyOf(counts);
    }
}
