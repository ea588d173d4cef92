package io.outflow.access;

import io.outflow.access.internal.Actor;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is asking: the person signed in on this thread, a token's person, or Outflow itself. */
@Component
public class CurrentPerson {

    /** Whether somebody is signed in, or Outflow itself is at work. */
    public boolean known() {
        return actor() != null;
    }

    /** The name for the change log and the top line. */
    public String name() {
        var actor = actor();
        return actor == null ? "nobody" : actor.name();
    }

    /** The person's id; empty for Outflow itself and when nobody is signed in. */
    public Optional<UUID> id() {
        return Optional.ofNullable(actor()).map(Actor::personId);
    }

    public Set<Role> roles() {
        var actor = actor();
        return actor == null ? Set.of() : actor.roles();
    }

    public Permission permission(Action action) {
        var actor = actor();
        return actor == null ? Permission.NONE : actor.permission(action);
    }

    public boolean may(Action action) {
        return may(action, Permission.DO);
    }

    public boolean may(Action action, Permission level) {
        return permission(action).allows(level);
    }

    /** Passes when allowed, otherwise refuses with a sentence that names the roles needed. */
    public void require(Action action, Permission level) {
        if (!may(action, level)) {
            throw AccessRefused.of(action, level, roles());
        }
    }

    @Nullable
    Actor actor() {
        var authentication = Acting.now();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }
}
