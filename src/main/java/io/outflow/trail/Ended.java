package io.outflow.trail;

import io.outflow.trail.FileReading.End;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a file before its last byte. */
final class Ended extends Exception {
    private static final long serialVersionUID = 1;

    private final End end;
    private final @Nullable String failure;

    private Ended(End end, @Nullable String failure) {
        super(failure, null, false, false);
        this.end = end;
        this.failure = failure;
    }

    static Ended stopped() {
        return new Ended(End.STOPPED, null);
    }

    static Ended failed(String sentence) {
        return new Ended(End.FAILED, sentence);
    }

    End end() {
        return end;
    }

    @Nullable
    String failure() {
        return failure;
    }
}
