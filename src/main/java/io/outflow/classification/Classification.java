package io.outflow.classification;

import java.util.function.Predicate;

/**
 * Decides the data class of calls by the rules in force. A decision depends on the facts alone; when rules or classes change
 * a {@link RulesChanged} event is published and everything seen is decided anew.
 */
public interface Classification {
    /** An unchanging view of the rules in force now. */
    Ruleset ruleset();

    /** Whether facts meet all conditions of a matcher; for previews, independent of the rules in force. */
    Predicate<CallFacts> matching(Matcher matcher);

    /** The rules of one moment. */
    interface Ruleset {
        /** Grows with every change. */
        long version();

        Decision decide(CallFacts facts);
    }

    /** Published after the commit of a change of rules or classes. */
    record RulesChanged(long version) {}
}
