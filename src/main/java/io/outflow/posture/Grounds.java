package io.outflow.posture;

import java.time.Instant;

/** What a statement on coverage rests on. */
public sealed interface Grounds {

    /** Records of the day were read from log files. */
    record FilesRead() implements Grounds {}

    /** AWS answered so from the one time to the other. */
    record Observed(long observation, Question question, Instant from, Instant until) implements Grounds {}

    /** A governance event: somebody changed it. */
    record Changed(Instant time, String account, String region, String operation, String eventId) implements Grounds {}

    /** Nothing tells. */
    record Nothing() implements Grounds {}
}
