package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.FieldChange;
import io.outflow.history.Revision;
import io.outflow.history.Revisions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded of an object of the register, newest first: who changed what, from what, when and why. */
@RestController
@RequestMapping("/api/v1/history")
@Requires(value = Action.REGISTER, level = Permission.READ)
class HistoryApi {

    private final Revisions revisions;

    HistoryApi(Revisions revisions) {
        this.revisions = revisions;
    }

    /** With {@code asOf} only what was recorded by then. */
    @GetMapping
    Listing<Item> of(@RequestParam UUID object, @RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Set.of("object", "asOf"));
        return Listing.of(revisions.ofObject(object, asked.asOf(), 0, Integer.MAX_VALUE).stream()
                .map(recorded -> Item.of(recorded.revision(), recorded.changes()))
                .toList());
    }

    /** @param entry the number of the change log's entry that tells of it */
    record Item(
            long seq,
            String kind,
            UUID object,
            Instant validFrom,
            @Nullable Instant validTo,
            Instant recordedAt,
            String actor,
            String reason,
            boolean removed,
            List<FieldChange> changes,
            String sha256,
            long entry) {

        static Item of(Revision revision, List<FieldChange> changes) {
            return new Item(
                    revision.seq(),
                    revision.kind(),
                    revision.object(),
                    revision.validFrom(),
                    revision.validTo(),
                    revision.recordedAt(),
                    revision.actor(),
                    revision.reason(),
                    revision.json() == null,
                    changes,
                    revision.sha256(),
                    revision.logSeq());
        }
    }
}
