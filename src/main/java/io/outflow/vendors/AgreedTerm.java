package io.outflow.vendors;

import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a product stands with one type of agreement: the most telling of those recorded for it and for its vendor. What
 * nobody confirmed is never in force, whatever its dates say.
 *
 * @param agreement the agreement that decides; nothing when none is recorded
 * @param at the instant it is told for
 */
public record AgreedTerm(State state, @Nullable Entry<Agreement> agreement, Instant at) {

    /** Days before its end from which an agreement in force asks for attention. */
    public static final int SOON = 30;

    /** Where it stands, what counts for most first. */
    public enum State implements Choice {
        IN_FORCE("In force"),
        /** Confirmed and agreed, but nobody can say since when. */
        UNDATED("Agreed, start unknown"),
        NOT_NEEDED("Not needed"),
        NOT_YET("Not yet in force"),
        LAPSED("Lapsed"),
        /** It would be in force, begin or not be needed, but nobody confirmed that. */
        CLAIMED("Claimed, not confirmed"),
        PENDING("Not agreed yet"),
        TERMINATED("Terminated"),
        NONE("None offered"),
        /** Nothing is recorded, which is not the same as none. */
        MISSING("None recorded");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** The term that agreements give together at an instant. */
    public static AgreedTerm of(AgreementType type, Collection<Entry<Agreement>> agreements, Instant at) {
        return agreements.stream()
                .filter(entry ->
                        entry.content().type() == type && !entry.basis().rejected())
                .map(entry -> new AgreedTerm(stateOf(entry, at), entry, at))
                .min(Comparator.comparing(AgreedTerm::state)
                        .thenComparing(term -> -term.daysLeft().orElse(Long.MAX_VALUE)))
                .orElseGet(() -> new AgreedTerm(State.MISSING, null, at));
    }

    private static State stateOf(Entry<Agreement> entry, Instant at) {
        var claimed = entry.basis().assurance(LocalDate.ofInstant(at, ZoneOffset.UTC)) == Assurance.CLAIMED;
        return switch (entry.content().standingAt(at)) {
            case IN_FORCE -> claimed ? State.CLAIMED : State.IN_FORCE;
            case UNDATED -> claimed ? State.CLAIMED : State.UNDATED;
            case NOT_NEEDED -> claimed ? State.CLAIMED : State.NOT_NEEDED;
            case NOT_YET -> claimed ? State.CLAIMED : State.NOT_YET;
            case LAPSED -> State.LAPSED;
            case PENDING -> State.PENDING;
            case TERMINATED -> State.TERMINATED;
            case NONE -> State.NONE;
        };
    }

    /** Where it would stand if what is recorded were confirmed. */
    public Standing standing() {
        return agreement == null ? Standing.NONE : agreement.content().standingAt(at);
    }

    /** Whole days until it ends, negative after it; nothing without an end. */
    public OptionalLong daysLeft() {
        return agreement == null ? OptionalLong.empty() : agreement.content().daysLeft(at);
    }

    /** Whether it is in force and ends within {@value #SOON} days. */
    public boolean endsSoon() {
        return state == State.IN_FORCE && daysLeft().orElse(Long.MAX_VALUE) <= SOON;
    }
}
