package io.outflow.gaps.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Regions in which processing was agreed. Each text names Regions, a geography such as {@code eu}, or a pattern; other
 * words say nothing that a log could be held against.
 *
 * @param texts lower case Regions and patterns
 */
record AgreedRegions(List<String> texts) {
    private static final Pattern REGION = Pattern.compile("\\b[a-z]{2,4}(?:-[a-z]+)+-\\d\\b");
    private static final Pattern GEOGRAPHY = Pattern.compile("us|eu|ap|ca|sa|me|af|il|mx|us-gov");

    static AgreedRegions of(List<String> lines) {
        var texts = new ArrayList<String>();
        for (var line : lines) {
            var lower = line.strip().toLowerCase(Locale.ROOT);
            if (GEOGRAPHY.matcher(lower).matches()) {
                texts.add(lower + "-*");
            } else if (lower.equals("apac")) {
                texts.add("ap-*");
            } else if (lower.contains("*") && !lower.contains(" ")) {
                texts.add(lower);
            } else {
                REGION.matcher(lower).results().map(found -> found.group()).forEach(texts::add);
            }
        }
        return new AgreedRegions(List.copyOf(texts));
    }

    /** Whether they say anything that can be checked. */
    boolean tell() {
        return !texts.isEmpty();
    }

    boolean hold(String region) {
        return Wildcards.of(texts).fit(region);
    }

    /** Whether every Region of a geography is agreed, such as {@code eu} of the profiles {@code eu.anthropic...}. */
    boolean holdAllOf(String geography) {
        var prefix = geography.equals("apac") ? "ap" : geography;
        return texts.contains(prefix + "-*") || texts.contains("*");
    }

    boolean holdAll() {
        return texts.contains("*");
    }
}
