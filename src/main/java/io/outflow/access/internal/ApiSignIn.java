package io.outflow.access.internal;

import io.outflow.access.Names;
import io.outflow.access.TokenPurpose;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads who calls the API, and the reason for which they want to see names, from the headers. */
class ApiSignIn extends OncePerRequestFilter {

    private static final String REASON = "Outflow-Reason";
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final SignIn signIn;
    private final Names names;
    private final HandlerExceptionResolver problems;

    ApiSignIn(SignIn signIn, Names names, HandlerExceptionResolver problems) {
        this.signIn = signIn;
        this.names = names;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            person(request).ifPresent(ApiSignIn::enter);
            var reason = request.getHeader(REASON);
            if (reason != null && SecurityContextHolder.getContext().getAuthentication() != null) {
                names.reveal(reason);
            }
        } catch (AuthenticationException | AccessDeniedException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> person(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(signIn.withToken(
                    header.substring(BEARER.length()).strip(), TokenPurpose.API, request.getRemoteAddr()));
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            var pair = decode(header.substring(BASIC.length()).strip());
            var colon = pair.indexOf(':');
            if (colon >= 0) {
                return Optional.of(signIn.withPassword(
                        pair.substring(0, colon), pair.substring(colon + 1), request.getRemoteAddr()));
            }
        }
        throw new BadCredentialsException("The Authorization header is neither Basic nor Bearer.");
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadCredentialsException("The Authorization header cannot be read.", e);
        }
    }

    static void enter(SignedIn person) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
