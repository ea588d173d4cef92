package io.outflow.access.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outflow at work without a person. */
public record Itself() implements Actor {

    @Override
    public @Nullable UUID personId() {
        return null;
    }

    @Override
    public String name() {
        return "Outflow";
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Permission permission(Action action) {
        return action == Action.SEE_NAMES ? Permission.MASKED : Permission.DO;
    }

    @Override
    public String toString() {
        return name();
    }
}
