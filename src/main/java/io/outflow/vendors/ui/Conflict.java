package io.outflow.vendors.ui;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Field;
import io.outflow.vendors.content.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one entry that came out of the same one: the version that somebody else saved first, and the one that could
 * not be saved any more. Nothing is decided here but what only one of the two changed.
 *
 * @param was what both began with
 * @param theirs what is saved now
 */
record Conflict(Entry<?> was, Entry<?> theirs, Content mine, Basis mineBasis) {

    /** Name of the difference in what the fact rests on; no content has a field of that name. */
    static final String BASIS = "basis";

    /** Whose version is taken. */
    enum Side {
        THEIRS,
        MINE
    }

    /**
     * One field in which the versions differ.
     *
     * @param suggested the side that alone changed it; nothing when both did, so that somebody has to choose
     */
    record Difference(
            String name,
            String label,
            @Nullable Object was,
            @Nullable Object theirs,
            @Nullable Object mine,
            @Nullable Side suggested) {}

    List<Difference> differences() {
        var found = new ArrayList<Difference>();
        for (var field : was.kind().fields()) {
            add(
                    found,
                    field.name(),
                    field.label(),
                    field.in(was.content()),
                    field.in(theirs.content()),
                    field.in(mine));
        }
        add(found, BASIS, "What it rests on", resting(was.basis()), resting(theirs.basis()), resting(mineBasis));
        return found;
    }

    /** The content with the chosen side in each field; fields that do not differ are as they are saved now. */
    Content content(Map<String, Side> chosen) {
        Function<Field, @Nullable Object> values =
                field -> field.in(chosen.get(field.name()) == Side.MINE ? mine : theirs.content());
        return was.kind().make(values);
    }

    /** What the chosen content rests on. A confirmation holds only for the content that was confirmed. */
    Basis basis(Map<String, Side> chosen) {
        var isMine = chosen.get(BASIS) == Side.MINE;
        var basis = isMine ? mineBasis : theirs.basis();
        return content(chosen).equals(isMine ? mine : theirs.content())
                ? basis
                : basis.resting(basis.source(), basis.asOf(), basis.nextCheck());
    }

    private static void add(
            List<Difference> found,
            String name,
            String label,
            @Nullable Object was,
            @Nullable Object theirs,
            @Nullable Object mine) {
        if (Objects.equals(theirs, mine)) {
            return;
        }
        var suggested = Objects.equals(was, mine) ? Side.THEIRS : Objects.equals(was, theirs) ? Side.MINE : null;
        found.add(new Difference(name, label, was, theirs, mine, suggested));
    }

    private static List<@Nullable Object> resting(Basis basis) {
        var parts = new ArrayList<@Nullable Object>();
        parts.add(basis.source().isEmpty() ? "no source" : basis.source());
        if (basis.asOf() != null) {
            parts.add(basis.asOf());
        }
        parts.add(
                basis.rejected()
                        ? "rejected by " + basis.confirmedBy()
                        : basis.confirmedAt() == null ? "not confirmed" : "confirmed by " + basis.confirmedBy());
        if (basis.nextCheck() != null) {
            parts.add(basis.nextCheck());
        }
        return parts;
    }
}
