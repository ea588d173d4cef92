package io.outflow.vendors;

import io.outflow.vendors.content.DeadlineKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are asked for.
 *
 * @param kinds empty means all
 * @param owner as the register names them, the empty text for days that nobody looks after; nothing means everybody
 * @param windows empty means all
 */
public record DueFilter(Set<DeadlineKind> kinds, Optional<String> owner, Set<Due.Window> windows) {

    public static final DueFilter ALL = new DueFilter(Set.of(), Optional.empty(), Set.of());

    public DueFilter {
        kinds = Set.copyOf(kinds);
        windows = Set.copyOf(windows);
    }

    public List<Due> of(List<Due> all) {
        return all.stream().filter(this::matches).toList();
    }

    private boolean matches(Due due) {
        return (kinds.isEmpty() || kinds.contains(due.kind()))
                && (windows.isEmpty() || windows.contains(due.window()))
                && owner.map(name -> name.equalsIgnoreCase(due.owner())).orElse(true);
    }
}
