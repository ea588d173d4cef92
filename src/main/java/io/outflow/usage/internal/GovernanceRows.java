package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.Proof;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Governance events as rows. */
final class GovernanceRows {
    private GovernanceRows() {}

    /** Values in the order of {@link EventTable#GOVERNANCE}. */
    static @Nullable Object[] values(
            GovernanceEvent event, EventKey key, byte[] hash, long fileId, long chunk, int chunkIndex, Proof proof) {
        var caller = event.caller();
        return new @Nullable Object[] {
            key.time().atOffset(ZoneOffset.UTC),
            key.account(),
            key.id(),
            event.kind().name(),
            PlainText.of(event.source()),
            PlainText.of(event.operation()),
            caller.kind().name(),
            PlainText.of(caller.id()),
            PlainText.of(caller.name()),
            PlainText.orNull(caller.role()),
            PlainText.orNull(caller.session()),
            caller.grade().name(),
            PlainText.of(event.region()),
            (short) event.outcome().ordinal(),
            PlainText.orNull(event.errorCode()),
            PlainText.orNull(event.target()),
            hash,
            fileId,
            event.place().recordNo(),
            chunk,
            chunkIndex,
            (short) proof.ordinal()
        };
    }
}
