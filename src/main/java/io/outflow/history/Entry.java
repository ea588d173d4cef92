package io.outflow.history;

import io.outflow.history.internal.Chain;
import io.outflow.history.internal.RevisionText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the change log.
 *
 * @param seq its number, without gaps
 * @param at when it was written
 * @param actor who did it
 * @param action what was done, in a few words
 * @param object what it was done to
 * @param text the details, or the reason given
 * @param prevHash the hash of the entry before
 * @param hash the hash over all of the above
 */
public record Entry(
        long seq, Instant at, String actor, String action, String object, String text, String prevHash, String hash) {

    /** The fields before and after that the text of a revision's entry tells of; empty for other entries. */
    public List<FieldChange> changes() {
        return revision() ? RevisionText.changes(text) : List.of();
    }

    /** Why a revision was recorded; for other entries the text says what there is to say. */
    public Optional<String> reason() {
        return revision() ? RevisionText.reason(text) : Optional.empty();
    }

    /** Whether its hash is the one over all that it says. */
    public boolean holds() {
        return Chain.holds(this);
    }

    private boolean revision() {
        return ChangeLog.OF_REVISIONS.contains(action);
    }
}
