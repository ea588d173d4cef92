package io.outflow.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place from which Outflow fetches logs by itself.
 *
 * @param version counts changes; what was read must be what is changed
 * @param dueAt the next look by schedule
 * @param lookedAt when a look last ended well
 * @param newestAt time of the newest object in the bucket, or of the newest event
 * @param problem why the last look did not end well, in sentences; null where it did
 */
public record LogSource(
        long id,
        int version,
        SourceSettings settings,
        boolean paused,
        Instant dueAt,
        @Nullable Instant lookedAt,
        @Nullable Instant newestAt,
        @Nullable String problem) {

    /** How old the newest log was when Outflow last looked; empty before anything was found. */
    public Optional<Duration> lag() {
        return newestAt == null || lookedAt == null
                ? Optional.empty()
                : Optional.of(newestAt.isAfter(lookedAt) ? Duration.ZERO : Duration.between(newestAt, lookedAt));
    }

    /** Whether nothing new came for longer than expected, so that use since then is unknown. A paused one is not silent. */
    public boolean silent() {
        return !paused
                && lookedAt != null
                && (newestAt == null
                        || Duration.between(newestAt, lookedAt).compareTo(Duration.ofHours(settings.silentAfterHours()))
                                > 0);
    }
}
