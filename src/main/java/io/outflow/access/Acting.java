package io.outflow.access;

import io.outflow.access.internal.Actor;
import io.outflow.access.internal.Itself;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Says as whom work is done that is not done on the thread of whoever asked for it. */
public final class Acting {

    /** Of our own: within a request of a screen its session decides what Spring Security's context holds. */
    private static final ThreadLocal<@Nullable Authentication> AS = new ThreadLocal<>();

    private Acting() {}

    /** Work for another thread, done there as whoever is signed in here. */
    public static Runnable asNow(Runnable work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now());
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
        return as(new Itself(), work);
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        var before = AS.get();
        AS.set(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
        try {
            return work.get();
        } finally {
            if (before == null) {
                AS.remove();
            } else {
                AS.set(before);
            }
        }
    }

    /** As whom the thread works; nothing when nobody is signed in. */
    static @Nullable Authentication now() {
        var as = AS.get();
        return as != null ? as : SecurityContextHolder.getContext().getAuthentication();
    }
}
