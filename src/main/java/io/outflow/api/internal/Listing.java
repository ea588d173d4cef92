package io.outflow.api.internal;

import java.util.List;

/** A list as the API gives it: one page of items, and how many there are. */
record Listing<T>(List<T> items, long total) {
    static <T> Listing<T> of(List<T> all) {
        return new Listing<>(all, all.size());
    }
}
