package io.outflow.access.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Role;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who signed in, or whose token was sent. One object per session or per API request, so a reason given for seeing
 * names lasts exactly as long.
 */
public final class SignedIn implements Actor, Principal {

    private final UUID personId;
    private final String name;
    private final Set<Role> roles;
    private final long stamp;
    private final Instant since;
    private volatile @Nullable String reason;

    public SignedIn(UUID personId, String name, Set<Role> roles, long stamp, Instant since) {
        this.personId = personId;
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.stamp = stamp;
        this.since = since;
    }

    @Override
    public UUID personId() {
        return personId;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    /** The person's stamp at sign-in; a change of password, roles or state raises it and ends this session. */
    long stamp() {
        return stamp;
    }

    Instant since() {
        return since;
    }

    @Override
    public Permission permission(Action action) {
        return Policy.permission(roles, action);
    }

    /** The reason given for seeing names in this session, null before one was given. */
    public @Nullable String reason() {
        return reason;
    }

    public void reason(String given) {
        this.reason = given;
    }

    @Override
    public String toString() {
        return name;
    }
}
