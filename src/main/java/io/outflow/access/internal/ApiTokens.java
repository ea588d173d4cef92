package io.outflow.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The tokens stored. */
public interface ApiTokens extends JpaRepository<ApiToken, UUID> {

    Optional<ApiToken> findByTokenHash(String tokenHash);

    Optional<ApiToken> findByIdAndPersonId(UUID id, UUID personId);

    List<ApiToken> findByPersonIdOrderByCreatedAtDesc(UUID personId);
}
