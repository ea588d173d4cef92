package io.outflow.usage;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.Decision;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts everything that is stored by subject and stretch of time, in one pass over the columns: for computations that hold
 * calls against dates. Callers are not masked here; whoever shows them asks {@link io.outflow.access.Names}.
 */
@Requires(Action.READ_USAGE)
public interface UsageTallies {

    /** What is stored at this moment; it never changes, so several counts of it agree. */
    Moment now();

    /** One moment of all that is counted. */
    interface Moment {

        /** The highest number of a subject. */
        int subjects();

        /** A subject with the model that it is shown under, by its number from 1. */
        Subject subject(int number);

        /** What the calls of a subject count under: what rules and tags say, or what was found in their text. */
        Decision decision(int number);

        /** What rules and tags alone say of a subject. */
        Decision declared(int number);

        /** First and last instant of which there is a call; empty when there is none. */
        Optional<Span> span();

        /**
         * Counts the calls of a period. Calls are held to the millisecond, cut; an instant within one counts from the next.
         * A model call inside an agent's answer that is counted by the answer's entry is not counted again.
         *
         * @param from first instant, inclusive
         * @param to end, exclusive
         * @param cuts for a subject the instants at which a new stretch begins. Asked once for each subject; give equal cuts
         *     as the same object
         * @return one tally for each subject, stretch and outcome that has calls, by subject and stretch
         */
        List<Tally> count(Instant from, Instant to, Function<Subject, Cuts> cuts);
    }

    /** Instants at which a new stretch begins; stretch 0 lies before the first of them. */
    final class Cuts {
        /** One stretch, the whole period. */
        public static final Cuts NONE = new Cuts(List.of());

        private final List<Instant> instants;

        /** @param instants in any order, doubles allowed */
        public Cuts(Iterable<Instant> instants) {
            var sorted = new java.util.TreeSet<Instant>();
            instants.forEach(sorted::add);
            this.instants = List.copyOf(sorted);
        }

        /** Ascending, without doubles. */
        public List<Instant> instants() {
            return instants;
        }

        /** The first instant of a stretch, when the period begins at {@code from}. */
        public Instant start(int stretch, Instant from) {
            var cut = stretch == 0 ? from : instants.get(stretch - 1);
            return cut.isBefore(from) ? from : cut;
        }

        /** The end of a stretch, exclusive, when the period ends at {@code to}. */
        public Instant end(int stretch, Instant to) {
            var cut = stretch == instants.size() ? to : instants.get(stretch);
            return cut.isAfter(to) ? to : cut;
        }
    }

    /**
     * The calls of one subject in one stretch with one outcome.
     *
     * @param first the first of them, to the millisecond
     * @param last the last of them
     * @param byProof calls by ordinal of the {@link Proof} of their log file
     */
    record Tally(
            int subject, int stretch, Outcome outcome, long calls, Instant first, Instant last, List<Long> byProof) {

        public Map<Proof, Long> proofs() {
            var proofs = new EnumMap<Proof, Long>(Proof.class);
            for (var proof : Proof.values()) {
                if (byProof.get(proof.ordinal()) > 0) {
                    proofs.put(proof, byProof.get(proof.ordinal()));
                }
            }
            return proofs;
        }
    }
}
