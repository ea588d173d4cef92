package io.outflow.evidence.internal;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something while a package is made, and not for ever. */
final class Patience {

    private Patience() {}

    /**
     * Waits until it is so, or patience is over.
     *
     * @param pause between two looks
     * @throws InterruptedIOException with a sentence when Outflow stops meanwhile
     */
    static void until(BooleanSupplier so, Duration pause, Duration patience) throws InterruptedIOException {
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (!so.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Outflow stopped while the package was made. Make it again.");
        }
    }
}
