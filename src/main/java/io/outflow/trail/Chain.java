package io.outflow.trail;

import java.util.Comparator;

/**
 * Digests that follow each other: those of one trail in one account and Region. Digests that AWS wrote later, to fill in
 * ({@code _backfill}), are a chain of their own.
 *
 * @param region where the events were recorded
 * @param homeRegion where the trail was made
 */
public record Chain(String account, String region, String trail, String homeRegion, boolean backfill) {
    static final Comparator<Chain> ORDER = Comparator.comparing(Chain::account)
            .thenComparing(Chain::region)
            .thenComparing(Chain::trail)
            .thenComparing(Chain::homeRegion)
            .thenComparing(Chain::backfill);

    /** The standard chain of the same trail, account and Region. */
    public Chain standard() {
        return backfill ? new Chain(account, region, trail, homeRegion, false) : this;
    }

    @Override
    public String toString() {
        return "trail " + trail + " of account " + account + " in " + region + (backfill ? ", filled in later" : "");
    }
}
