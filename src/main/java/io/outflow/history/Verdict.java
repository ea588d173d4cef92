package io.outflow.history;

import io.outflow.base.Formats;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole change log found.
 *
 * @param entries how many entries hold, counted from the first
 * @param revisions how many revisions agree with the entries that tell of them
 * @param fault the first thing that does not hold; null when all does
 */
public record Verdict(
        long entries, long revisions, @Nullable Fault fault) {

    /** What does not hold. */
    public enum Kind {
        /** The entry was changed, removed or put in. */
        ENTRY,
        /** The revision that the entry tells of was changed, removed or put in; the entry itself holds. */
        REVISION
    }

    /** Where the change log is broken. */
    public record Fault(long entry, Kind kind) {}

    public boolean holds() {
        return fault == null;
    }

    /** The number of the first entry that does not hold; empty when all do. */
    public OptionalLong firstBroken() {
        return fault == null ? OptionalLong.empty() : OptionalLong.of(fault.entry());
    }

    /** The finding, for people. */
    public String sentence() {
        if (fault == null) {
            return entries == 0
                    ? "The change log is empty."
                    : "Unbroken to entry %s; %s with it."
                            .formatted(
                                    Formats.count(entries),
                                    revisions == 1
                                            ? "1 revision agrees"
                                            : Formats.count(revisions) + " revisions agree");
        }
        var entry = Formats.count(fault.entry());
        return switch (fault.kind()) {
            case ENTRY ->
                "Broken at entry %s: it was changed, removed or put in. Unbroken before it, to entry %s."
                        .formatted(entry, Formats.count(entries));
            case REVISION ->
                "Broken at entry %s: the revision that it tells of was changed, removed or put in. Unbroken before it, to entry %s."
                        .formatted(entry, Formats.count(entries));
        };
    }
}
