package io.outflow.gaps.internal;

import io.outflow.gaps.Finding.Rest;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Agreement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes down the entries of the register that a finding rests on. */
final class Rests {
    private static final int MOST = 20;

    private Rests() {}

    static List<Rest> on(Scene scene, Collection<? extends Entry<?>> entries) {
        return entries.stream().limit(MOST).map(entry -> rest(scene, entry)).toList();
    }

    static List<Rest> on(Scene scene, @Nullable Entry<?> entry) {
        return entry == null ? List.of() : List.of(rest(scene, entry));
    }

    private static Rest rest(Scene scene, Entry<?> entry) {
        return new Rest(
                entry.id(),
                entry.kind().path(),
                title(entry),
                entry.version(),
                entry.changedAt(),
                clause(entry),
                entry.basis().assurance(scene.today()).words());
    }

    private static String title(Entry<?> entry) {
        return entry.content() instanceof Agreement agreement
                ? "%s, %s"
                        .formatted(
                                agreement.heading(), agreement.state().label().toLowerCase(Locale.ROOT))
                : entry.title();
    }

    private static String clause(Entry<?> entry) {
        var source = entry.basis().source();
        return entry.content() instanceof Agreement agreement
                        && !agreement.clauses().isEmpty()
                ? String.join("; ", agreement.clauses()) + (source.isEmpty() ? "" : " (" + source + ")")
                : source;
    }
}
