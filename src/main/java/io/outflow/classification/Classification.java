package io.outflow.classification;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

        /** The rank of a class, 0 for one that is not known. */
        int rank(String dataClass);

        /** The class of the highest rank among some; null where there is none. */
        default @Nullable String highest(Collection<String> dataClasses) {
            return dataClasses.stream()
                    .max(Comparator.comparingInt(this::rank).thenComparing(Comparator.reverseOrder()))
                    .orElse(null);
        }

        /**
         * What a call counts under: the higher rank of what is declared and what was found in its text; at equal rank what is
         * declared.
         */
        default Decision higher(Decision declared, @Nullable String detected) {
            var said = declared.dataClass();
            if (detected == null || (said != null && rank(said) >= rank(detected))) {
                return declared;
            }
            return new Decision(detected, Provenance.DETECTED, 0, 0);
        }
    }

    /** Published after the commit of a change of rules or classes. */
    record RulesChanged(long version) {}
}
