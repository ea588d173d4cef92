package io.outflow.access.internal;

import io.outflow.access.TokenPurpose;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads whose calendar is asked for from the address: {@code /calendar/<token>/<name>.ics}. */
class CalendarSignIn extends OncePerRequestFilter {

    static final String PATH = "/calendar/";

    private final SignIn signIn;
    private final HandlerExceptionResolver problems;

    CalendarSignIn(SignIn signIn, HandlerExceptionResolver problems) {
        this.signIn = signIn;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ApiSignIn.enter(signIn.withToken(token(request), TokenPurpose.CALENDAR, request.getRemoteAddr()));
        } catch (AuthenticationException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String token(HttpServletRequest request) {
        var rest = request.getRequestURI()
                .substring(request.getContextPath().length())
                .substring(PATH.length());
        var end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
