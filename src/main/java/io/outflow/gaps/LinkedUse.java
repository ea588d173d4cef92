package io.outflow.gaps;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.trail.Channel;
import io.outflow.trail.Grade;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was seen of the products and applications of the register, and what was seen of none. */
@Requires(Action.READ_USAGE)
public interface LinkedUse {

    /**
     * Everything that was seen in a period, by the links of the register as it stands.
     *
     * @param from first instant, inclusive
     * @param to end, exclusive
     */
    Picture seen(Instant from, Instant to);

    /**
     * What was seen in a period. A product or application that is in no map was not seen; whether it could have been seen,
     * {@link #visible} tells.
     *
     * @param products by id of the product
     * @param applications by id of the application
     * @param unregistered what no product stands for, largest first
     * @param visible products of which logs can tell at all, by a link or by what they are
     */
    record Picture(
            Instant from,
            Instant to,
            Map<UUID, Seen> products,
            Map<UUID, Seen> applications,
            List<Unregistered> unregistered,
            java.util.Set<UUID> visible) {}

    /**
     * What was seen of one product or application.
     *
     * @param calls uses
     * @param callers distinct callers with a use or attempt
     * @param people distinct callers that are people
     * @param unlinked uses by callers that belong to no application; for an application 0
     * @param first the first use or attempt
     * @param classes uses by code of data class, {@code UNKNOWN} for undecided
     * @param regions uses by the Region that ran them, as far as evidenced
     * @param regionUnknown uses of which no record tells the Region that ran them
     * @param days uses by UTC day; only days that have any
     */
    record Seen(
            UUID id,
            long calls,
            long denied,
            long failed,
            int callers,
            int people,
            long unlinked,
            Instant first,
            Instant last,
            Map<String, Long> classes,
            Map<String, Long> regions,
            long regionUnknown,
            Map<String, Long> models,
            Map<Grade, Long> grades,
            Map<Channel, Long> channels,
            Map<Proof, Long> proofs,
            SortedMap<LocalDate, Long> days) {}

    /** A model on a channel that no product of the register stands for. */
    record Unregistered(
            Channel channel,
            String model,
            @Nullable String provider,
            long calls,
            long denied,
            int callers,
            Instant first,
            Instant last) {}
}
