package io.outflow.history;

import java.util.OptionalLong;

/**
 * What a check of the whole change log found.
 *
 * @param entries how many entries hold, counted from the first
 * @param firstBroken the first entry that was changed, removed or put in; empty when the chain holds
 */
public record Verdict(long entries, OptionalLong firstBroken) {

    public boolean holds() {
        return firstBroken.isEmpty();
    }
}
