package io.outflow.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param revokedAt null while it was not revoked
 */
public record TokenSummary(
        UUID id,
        String label,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {}
