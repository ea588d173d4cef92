package io.outflow.access.internal;

import io.outflow.access.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sign-in needs to know of a person, cached for some seconds. */
record Known(
        UUID id,
        String name,
        Set<Role> roles,
        boolean enabled,
        @Nullable Instant endsAt,
        long stamp) {

    /** Whether the person may enter at a moment. */
    boolean mayEnter(Instant now) {
        return enabled && !ended(now);
    }

    /** Whether the time for which the person was invited is over. */
    boolean ended(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    SignedIn signedIn(Instant now) {
        return new SignedIn(id, name, roles, stamp, now);
    }
}
