package io.outflow.access;

import io.outflow.access.internal.Itself;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Runs work that nobody signed in for, such as an import that goes on after a restart or one started in a terminal, as
 * Outflow itself. It may do everything but see names.
 */
public final class Acting {

    private Acting() {}

    public static void asOutflow(Runnable work) {
        asOutflow(() -> {
            work.run();
            return true;
        });
    }

    public static <T> T asOutflow(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new Itself(), null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
