package io.outflow.access.internal;

import io.outflow.access.TokenPurpose;
import io.outflow.access.TokenSummary;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token of a person; only its hash is stored. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    private UUID personId;

    @Enumerated(EnumType.STRING)
    private TokenPurpose purpose;

    private String label;
    private String tokenHash;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {}

    public ApiToken(
            UUID personId, TokenPurpose purpose, String label, String tokenHash, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.purpose = purpose;
        this.label = label;
        this.tokenHash = tokenHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public boolean opens(TokenPurpose door, Instant now) {
        return purpose == door && revokedAt == null && now.isBefore(expiresAt);
    }

    public UUID personId() {
        return personId;
    }

    public String label() {
        return label;
    }

    public TokenSummary summary() {
        return new TokenSummary(id, label, createdAt, expiresAt, revokedAt);
    }
}
