package io.outflow.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the people screen shows them.
 *
 * @param endsAt when an invitation ends; nothing for people of the house
 * @param lastSignIn null when the person never signed in
 */
public record PersonSummary(
        UUID id,
        String name,
        Set<Role> roles,
        boolean enabled,
        @Nullable Instant endsAt,
        Instant createdAt,
        @Nullable Instant lastSignIn) {

    public PersonSummary {
        roles = Set.copyOf(roles);
    }
}
