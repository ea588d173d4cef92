package io.outflow.usage.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Decides which request metadata belongs to a subject. Values that look like ids differ from call to call and nobody writes
 * rules on them; a key that took {@value #MOST_VALUES} values keeps those and takes no more. What is left out stays with
 * the event's original record.
 */
final class MetadataKeys {
    static final int MOST_VALUES = 100;

    private static final int LONGEST = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-.*"
            + "|(?=.*\\d)[0-9a-fA-F]{16,}"
            + "|.*\\d{6,}.*"
            + "|\\d{4}-\\d{2}-\\d{2}.*");

    private final Map<String, Set<String>> values = new HashMap<>();

    /** The metadata without values that look like ids or that are too long to be a tag. */
    static SortedMap<String, String> lasting(SortedMap<String, String> metadata) {
        if (metadata.isEmpty()) {
            return Collections.emptySortedMap();
        }
        var kept = new TreeMap<String, String>();
        metadata.forEach((key, value) -> {
            if (key.length() <= LONGEST
                    && value.length() <= LONGEST
                    && !ID.matcher(value).matches()) {
                kept.put(PlainText.of(key), PlainText.of(value));
            }
        });
        return Collections.unmodifiableSortedMap(kept);
    }

    /** Counts the values of a subject. */
    void count(SortedMap<String, String> metadata) {
        metadata.forEach((key, value) ->
                values.computeIfAbsent(key, k -> new HashSet<>()).add(value));
    }

    /** The metadata without new values of keys that have had enough. */
    SortedMap<String, String> withinLimit(SortedMap<String, String> metadata) {
        if (metadata.entrySet().stream().allMatch(this::fits)) {
            return metadata;
        }
        var kept = new TreeMap<String, String>();
        metadata.entrySet().stream().filter(this::fits).forEach(e -> kept.put(e.getKey(), e.getValue()));
        return Collections.unmodifiableSortedMap(kept);
    }

    private boolean fits(Map.Entry<String, String> entry) {
        var known = values.getOrDefault(entry.getKey(), Set.of());
        return known.size() < MOST_VALUES || known.contains(entry.getValue());
    }
}
