package io.outflow.evidence.internal;

import io.outflow.usage.Usage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
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
        var patience = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var seen = mark() - 1; seen != mark() && System.nanoTime() < patience; ) {
                seen = mark();
                Thread.sleep(QUIET);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Outflow stopped while the package was made. Make it again.");
        }
    }
}
