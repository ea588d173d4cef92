package io.outflow.access.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The principal of every authenticated call. */
public sealed interface Actor permits SignedIn, Itself {

    @Nullable
    UUID personId();

    String name();

    Set<Role> roles();

    Permission permission(Action action);
}
