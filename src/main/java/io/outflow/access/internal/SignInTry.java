package io.outflow.access.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to sign in. */
@Entity
@Table(name = "sign_in")
public class SignInTry {

    @Id
    private UUID id;

    private Instant at;
    private @Nullable UUID personId;
    private String address;
    private boolean succeeded;

    @SuppressWarnings("NullAway.Init")
    protected SignInTry() {}

    SignInTry(Instant at, @Nullable UUID personId, String address, boolean succeeded) {
        this.id = UUID.randomUUID();
        this.at = at;
        this.personId = personId;
        this.address = address;
        this.succeeded = succeeded;
    }
}
