package io.outflow.imports.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;

/**
 * Events of a source's event history that were brought lately. Overlapping windows answer them again; knowing them spares an
 * import run that would hold nothing but duplicates. What is forgotten, with the process too, is found as a duplicate then.
 */
final class RecentEvents {
    private final Cache<String, Boolean> ids = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(3))
            .maximumSize(100_000)
            .build();

    boolean has(String id) {
        return ids.getIfPresent(id) != null;
    }

    void add(Collection<String> brought) {
        brought.forEach(id -> ids.put(id, true));
    }
}
