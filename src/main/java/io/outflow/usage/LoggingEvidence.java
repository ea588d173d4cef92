package io.outflow.usage;

import io.outflow.trail.Outcome;
import io.outflow.usage.Usage.GovernanceItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What records tell of logging itself: when it was changed, and on which days invocation logs were read. */
public interface LoggingEvidence {

    /**
     * Changes of trails and of model invocation logging that were made before a time, oldest first; refused and failed attempts
     * ({@link Outcome}) are not among them.
     */
    List<GovernanceItem> changes(Instant until);

    /** Days of which at least one line of an invocation log was read, from the one to the other, both included. */
    Set<LoggedDay> loggedDays(LocalDate from, LocalDate to);

    /** A UTC day of one account and Region. */
    record LoggedDay(String account, String region, LocalDate day) {}
}
