package io.outflow.sample;

/** What the generator counts while it writes, so that a reader can be checked against it. */
public enum Counted {
    FILES,
    BYTES,
    /** CloudTrail records in readable files, damaged and redelivered ones included. */
    RECORDS,
    LOG_LINES,
    RUNTIME_USES,
    AGENT_USES,
    MANTLE_USES,
    PLATFORM_USES,
    DENIED,
    FAILED,
    /** Model calls of agents and knowledge bases inside their answers. */
    STEPS,
    GOVERNANCE_EVENTS,
    /** Log lines of calls that a record tells of too. */
    JOINED_LINES,
    /** Log lines without a record; each is a use of its own, counted under the runtime. */
    LOG_ONLY_LINES,
    /** Calls delivered a second time with the same content. */
    REDELIVERED,
    /** Records that cannot be read, or that contradict an earlier one. */
    DAMAGED,
    /** Files that end too early. */
    CUT_FILES
}
