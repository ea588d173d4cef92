package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was seen beside what was agreed, told by the module that holds both. */
@Requires(value = Action.REGISTER, level = Permission.READ)
public interface SeenUse {

    /**
     * Everything that was seen in some days, and the gaps that were found.
     *
     * @param last the last day, in UTC
     * @param days how many, the last one included
     */
    Picture days(LocalDate last, int days);

    /** The last instant of which there is a call; empty before anything was imported. */
    Optional<Instant> evidenceEnds();

    /**
     * What was seen in some days. What is in no map was not seen; whether logs could have told, {@link #visible} says.
     *
     * @param evidence whether there is any log at all
     * @param visible products of which logs can tell
     * @param unregistered what was seen and no product stands for
     * @param gaps all that are not closed, the worst first
     */
    record Picture(
            LocalDate first,
            LocalDate last,
            boolean evidence,
            Set<UUID> visible,
            Map<UUID, Use> products,
            Map<UUID, Use> applications,
            List<Unregistered> unregistered,
            List<Found> gaps) {

        /** Before anything is known. */
        public static Picture nothing(LocalDate last) {
            return new Picture(last, last, false, Set.of(), Map.of(), Map.of(), List.of(), List.of());
        }

        /** The gaps of a product beside a kind of entries. */
        public List<Found> gaps(UUID product, Kind beside) {
            return gaps.stream()
                    .filter(gap -> product.equals(gap.product()) && gap.beside() == beside)
                    .toList();
        }

        /** The gaps of a product that wait for somebody. */
        public List<Found> waiting(UUID product) {
            return gaps.stream()
                    .filter(gap -> product.equals(gap.product()) && gap.waits())
                    .toList();
        }
    }

    /**
     * What was seen of a product or application.
     *
     * @param calls uses
     * @param unlinked uses by callers of no application
     * @param classes uses by code of data class, {@code UNKNOWN} for undecided
     * @param regions uses by the Region that ran them, as far as evidenced
     * @param grades uses by how well the caller is known, in words
     * @param channels uses by the way to the model, in words
     * @param proof what digests say of the log files, in words
     * @param verified uses whose log files are verified
     * @param days uses by UTC day; only days that have any
     */
    record Use(
            long calls,
            int callers,
            int people,
            long unlinked,
            Instant last,
            Map<String, Long> classes,
            Map<String, Long> regions,
            long regionUnknown,
            Map<String, Long> models,
            Map<String, Long> grades,
            Map<String, Long> channels,
            String proof,
            long verified,
            SortedMap<LocalDate, Long> days) {}

    /** A model that was called and that no product stands for. */
    record Unregistered(String model, String channel, long calls, Instant last) {}

    /**
     * A gap that was found.
     *
     * @param address of its page
     * @param beside the kind of entries that it stands beside
     * @param what its kind in a few words
     * @param handling its state, owner and day in words
     * @param waits whether somebody has to do something
     */
    record Found(
            String name,
            String address,
            @Nullable UUID product,
            Kind beside,
            Verdict verdict,
            String what,
            String words,
            String handling,
            boolean waits) {}

    /** How a gap is marked. */
    enum Verdict {
        CONTRADICTED,
        WATCH,
        CANNOT_TELL
    }
}
