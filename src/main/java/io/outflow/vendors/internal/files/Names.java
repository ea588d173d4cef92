package io.outflow.vendors.internal.files;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.RegisterFiles;
import io.outflow.vendors.Snapshot;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What entries are called in a file, where people write names rather than ids: "Anthropic / Claude API". */
final class Names {

    private final Map<String, Set<Entry<?>>> entries = new HashMap<>();
    private final Map<String, Kind> coming = new HashMap<>();

    Names(Snapshot register) {
        for (var kind : List.of(Kind.VENDOR, Kind.PRODUCT, Kind.APPLICATION)) {
            register.list(kind)
                    .forEach(entry -> entries.computeIfAbsent(key(of(register, entry)), name -> new HashSet<>())
                            .add(entry));
        }
    }

    static String of(Snapshot register, Entry<?> entry) {
        return register.owner(entry)
                .map(owner -> of(register, owner) + RegisterFiles.UNDER + entry.title())
                .orElse(entry.title());
    }

    /** An entry that the file itself adds. */
    void coming(String name, Kind kind) {
        coming.put(key(name), kind);
    }

    /**
     * The entry of that name on which a kind may hang; nothing when the file adds it.
     *
     * @throws CellRefused when there is none, or several
     */
    Optional<UUID> owner(String name, Kind kind) {
        var found = entries.getOrDefault(key(name), Set.of()).stream()
                .filter(entry -> kind.hangsOn(entry.kind()))
                .toList();
        if (found.size() > 1) {
            throw new CellRefused("\"%s\" names %d entries. Give the id of the one you mean in %s."
                    .formatted(name, found.size(), Columns.OWNER));
        }
        if (found.isEmpty()) {
            var added = coming.get(key(name));
            if (added == null || !kind.hangsOn(added)) {
                throw new CellRefused("\"%s\" is neither in the register nor in this file.".formatted(name));
            }
        }
        return found.stream().map(Entry::id).findFirst();
    }

    private static final Set<Kind> NAMED = EnumSet.of(Kind.VENDOR, Kind.PRODUCT, Kind.APPLICATION);

    /** Whether a name is taken already, where names may be there once. */
    boolean taken(String name, Kind kind, @Nullable UUID self) {
        return NAMED.contains(kind)
                && (coming.get(key(name)) == kind
                        || entries.getOrDefault(key(name), Set.of()).stream()
                                .anyMatch(entry ->
                                        entry.kind() == kind && !entry.id().equals(self)));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
