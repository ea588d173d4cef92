package io.outflow.access.internal;

import io.outflow.access.PersonChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of a person who changed: at once those of this process, and by a look at each request those that another
 * instance's change concerns or that have lasted too long.
 */
public class OpenSessions extends OncePerRequestFilter {

    private final Directory directory;
    private final EndedAnswer ended;
    private final Clock clock;
    private final Map<UUID, Set<HttpSession>> sessions = new ConcurrentHashMap<>();

    OpenSessions(Directory directory, EndedAnswer ended, Clock clock) {
        this.directory = directory;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && principal(authentication) instanceof SignedIn signedIn) {
            if (directory.stillHolds(signedIn, clock.instant())) {
                sessions.computeIfAbsent(
                                signedIn.personId(),
                                id -> Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>())))
                        .add(session);
            } else {
                SecurityContextHolder.clearContext();
                var endedAt = directory.endedAt(signedIn, clock.instant());
                if (endedAt.isEmpty()) {
                    end(session);
                } else {
                    if (ended.tell(request, response, endedAt.get())) {
                        end(session);
                    }
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void endOf(PersonChanged changed) {
        var open = sessions.remove(changed.personId());
        if (open != null) {
            synchronized (open) {
                List.copyOf(open).forEach(OpenSessions::end);
            }
        }
    }

    private static @Nullable Object principal(@Nullable Authentication authentication) {
        return authentication == null ? null : authentication.getPrincipal();
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // It ended by itself meanwhile.
        }
    }
}
