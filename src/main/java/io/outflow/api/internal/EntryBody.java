package io.outflow.api.internal;

import io.outflow.vendors.Basis;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as it is sent.
 *
 * @param owner for a product, its vendor
 * @param since the instant in the past since when it is so; left out means from now on
 */
record EntryBody(
        @Nullable UUID owner,
        @Nullable JsonNode content,
        @Nullable BasisBody basis,
        @Nullable String reason,
        @Nullable Instant since) {

    /** What it rests on. Whether somebody confirmed it is not sent but done, by {@code /confirm}. */
    record BasisBody(
            @Nullable String source,
            @Nullable LocalDate asOf,
            @Nullable LocalDate nextCheck) {}

    Content content(Kind kind, EntryJson json) {
        if (content == null) {
            throw new EntryRefused("content", "Send the content.");
        }
        return json.content(kind, content);
    }

    /** Our own basis, not confirmed; a change that names none keeps the one that is there. */
    Basis basis(@Nullable Basis before) {
        if (basis == null) {
            return before == null ? Basis.ours("", null, null) : before;
        }
        var source = basis.source() == null ? "" : basis.source();
        return before == null
                ? Basis.ours(source, basis.asOf(), basis.nextCheck())
                : before.resting(source, basis.asOf(), basis.nextCheck());
    }

    String why() {
        return reason == null ? "" : reason;
    }
}
