package io.outflow.usage;

/** Tells how far invocation logs and CloudTrail records of the same calls have found each other. Holds no name of anybody. */
public interface LoggedCalls {

    /** Of the log files of one import run. */
    JoinedCalls ofRun(long runId);

    /** Of all log files that came from one source. */
    JoinedCalls ofSource(long sourceId);

    /** Of all lines of a period. */
    JoinedCalls between(java.time.Instant from, java.time.Instant to);
}
