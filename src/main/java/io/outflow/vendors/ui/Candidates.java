package io.outflow.vendors.ui;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Attachment;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Vendor;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which entries a field of an entry may name: never the entry itself, and nothing that would close a circle. */
final class Candidates {

    private Candidates() {}

    /**
     * @param owner on what the entry hangs
     * @param self the entry; nothing for one that is not there yet
     */
    static List<Entry<?>> of(Kind kind, Snapshot snapshot, @Nullable UUID owner, @Nullable UUID self) {
        Stream<? extends Entry<?>> all =
                switch (kind) {
                    case VENDOR -> snapshot.vendors().stream();
                    case APPLICATION -> snapshot.products().stream();
                    case SUBPROCESSOR ->
                        owner == null ? Stream.empty() : snapshot.of(owner, SubProcessor.class).stream();
                    default -> owner == null ? Stream.empty() : snapshot.of(owner, Attachment.class).stream();
                };
        return all.<Entry<?>>map(entry -> entry)
                .filter(entry -> self == null || !leadsTo(entry, self, snapshot))
                .toList();
    }

    private static boolean leadsTo(Entry<?> from, UUID self, Snapshot snapshot) {
        var passed = new HashSet<UUID>();
        @Nullable Entry<?> at = from;
        while (at != null && passed.add(at.id())) {
            if (at.id().equals(self)) {
                return true;
            }
            var next = above(at);
            at = next == null ? null : snapshot.find(next).orElse(null);
        }
        return false;
    }

    private static @Nullable UUID above(Entry<?> entry) {
        if (entry.content() instanceof Vendor vendor) {
            return vendor.parent();
        }
        if (entry.content() instanceof SubProcessor processor) {
            return processor.under();
        }
        return entry.content() instanceof Attachment attachment ? attachment.replaces() : null;
    }
}
