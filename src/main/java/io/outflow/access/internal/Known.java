package io.outflow.access.internal;

import io.outflow.access.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What sign-in needs to know of a person, cached for some seconds. */
record Known(UUID id, String name, Set<Role> roles, boolean enabled, long stamp) {

    SignedIn signedIn(Instant now) {
        return new SignedIn(id, name, roles, stamp, now);
    }
}
