package io.outflow.gaps.internal;

import io.outflow.base.Wildcard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts of which one has to fit, {@code *} standing for any text, without regard to case. Without a text everything fits. */
final class Wildcards {
    private final Set<String> exact = new HashSet<>();
    private final List<Wildcard> patterns = new ArrayList<>();

    private Wildcards(List<String> texts) {
        for (var text : texts) {
            var lower = Wildcard.lower(text);
            if (lower.indexOf('*') < 0) {
                exact.add(lower);
            } else {
                patterns.add(new Wildcard(lower));
            }
        }
    }

    static Wildcards of(List<String> texts) {
        return new Wildcards(texts);
    }

    /** Whether there is no text. */
    boolean any() {
        return exact.isEmpty() && patterns.isEmpty();
    }

    /** Whether one of the texts fits one of the values, or there is no text. */
    boolean fit(@Nullable String... values) {
        if (any()) {
            return true;
        }
        for (var value : values) {
            if (value != null && fits(Wildcard.lower(value))) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(String lower) {
        return exact.contains(lower) || patterns.stream().anyMatch(pattern -> pattern.matches(lower));
    }
}
