package io.outflow.api.internal;

import io.outflow.vendors.Assurance;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry of the register as the API gives it.
 *
 * @param version what a change of it must name in If-Match
 * @param assurance how sure it is today
 * @param standing for an agreement, where it stands now by its dates
 * @param daysLeft for an agreement with an end, whole days until it, negative after it
 */
record EntryItem(
        UUID id,
        Kind kind,
        @Nullable UUID owner,
        String title,
        long version,
        JsonNode content,
        Basis basis,
        Assurance assurance,
        @Nullable Standing standing,
        @Nullable Long daysLeft,
        Instant changedAt,
        String changedBy) {

    static EntryItem of(Entry<?> entry, EntryJson json, Clock clock) {
        var now = clock.instant();
        var agreement = entry.content() instanceof Agreement found ? found : null;
        var left = agreement == null ? null : agreement.daysLeft(now);
        return new EntryItem(
                entry.id(),
                entry.kind(),
                entry.owner(),
                entry.title(),
                entry.version(),
                json.tree(entry.content()),
                entry.basis(),
                entry.basis().assurance(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                agreement == null ? null : agreement.standingAt(now),
                left == null || left.isEmpty() ? null : left.getAsLong(),
                entry.changedAt(),
                entry.changedBy());
    }
}
