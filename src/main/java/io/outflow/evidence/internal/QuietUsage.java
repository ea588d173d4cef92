package io.outflow.evidence.internal;

import io.outflow.usage.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells whether calls came in, or classes were decided anew, and waits until that has ended. */
@Component
class QuietUsage {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ObjectProvider<Usage> usage;

    QuietUsage(ObjectProvider<Usage> usage) {
        this.usage = usage;
    }

    /** The same number as before means that all that is counted is the same. */
    long mark() {
        return usage.stream().mapToLong(Usage::changes).sum();
    }

    /** Waits until nothing came in for a while, and gives up after ten minutes, because an import may take hours. */
    void await() throws IOException {
        var seen = new AtomicLong(mark() - 1);
        Patience.until(
                () -> {
                    var now = mark();
                    return seen.getAndSet(now) == now;
                },
                QUIET,
                PATIENCE);
    }
}
