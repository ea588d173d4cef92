package io.outflow.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The tries to sign in. */
public interface SignInTries extends JpaRepository<SignInTry, UUID> {

    @Query(
            "select t.personId as personId, max(t.at) as at from SignInTry t where t.succeeded = true group by t.personId")
    List<Last> lastSuccesses();

    /** When a person signed in last. */
    interface Last {
        UUID getPersonId();

        Instant getAt();
    }
}
