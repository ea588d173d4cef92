package io.outflow;

import io.outflow.access.Role;
import io.outflow.access.internal.SignedIn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Puts somebody with given roles on this thread, as if they had signed in. */
public final class As {

    private As() {}

    public static void role(Role... roles) {
        SecurityContextHolder.getContext().setAuthentication(authentication(roles));
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }

    /** For MockMvc: {@code with(authentication(As.authentication(Role.CISO)))}. */
    public static Authentication authentication(Role... roles) {
        var name = Arrays.stream(roles).map(Role::label).collect(Collectors.joining(" and ", "Sample ", ""));
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(new UUID(0, roles.length), name, Set.of(roles), 0, Instant.now()), null, List.of());
    }
}
