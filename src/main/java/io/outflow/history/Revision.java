package io.outflow.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded state of one object: from {@code recordedAt} on Outflow says that {@code json} held from {@code validFrom}
 * until before {@code validTo}.
 *
 * @param seq its number, without gaps over all objects
 * @param kind what the object is, such as {@code product}
 * @param owner the object that it hangs on, or null when it stands for itself
 * @param validTo null when no end is known
 * @param recordedAt never before that of an earlier revision
 * @param actor who recorded it
 * @param reason why; empty when none was given
 * @param json the whole state; null when the object was removed
 * @param sha256 over all of the above and {@code logSeq}, in hexadecimal
 * @param logSeq the entry of the change log that tells of it and carries the same {@code sha256}
 */
public record Revision(
        long seq,
        String kind,
        UUID object,
        @Nullable UUID owner,
        Instant validFrom,
        @Nullable Instant validTo,
        Instant recordedAt,
        String actor,
        String reason,
        @Nullable String json,
        String sha256,
        long logSeq) {

    /** Whether it says that the object is no more. */
    public boolean removes() {
        return json == null;
    }
}
