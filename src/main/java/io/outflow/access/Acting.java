package io.outflow.access;

import io.outflow.access.internal.Itself;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Says as whom work is done that is not done on the thread of whoever asked for it. */
public final class Acting {

    private Acting() {}

    /** Work for another thread, done there as whoever is signed in here. */
    public static Runnable asNow(Runnable work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        return new DelegatingSecurityContextRunnable(work, context);
    }

    /**
     * Runs work that nobody signed in for, such as an import that goes on after a restart or one started in a terminal, as
     * Outflow itself. It may do everything but see names.
     */
    public static void asOutflow(Runnable work) {
        asOutflow(() -> {
            work.run();
            return true;
        });
    }

    /** As {@link #asOutflow(Runnable)}, with a result. */
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
