package io.outflow.access.internal;

import jakarta.servlet.Filter;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The walls around what programs ask for: no session and so no CSRF token; who asks is told with each call. */
final class Stateless {

    private Stateless() {}

    /** For everybody who is known. */
    static SecurityFilterChain chain(HttpSecurity http, String path, Filter signIn, HandlerExceptionResolver problems) {
        return chain(http, path, signIn, problems, AuthenticatedAuthorizationManager.authenticated());
    }

    /**
     * @param signIn reads who asks from the request
     * @param may who of those who are known may ask
     */
    static SecurityFilterChain chain(
            HttpSecurity http,
            String path,
            Filter signIn,
            HandlerExceptionResolver problems,
            AuthorizationManager<RequestAuthorizationContext> may) {
        return http.securityMatcher(path)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(may))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.resolveException(request, response, null, e))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.resolveException(request, response, null, e)))
                .addFilterAt(signIn, BasicAuthenticationFilter.class)
                .headers(Headers::strict)
                .build();
    }
}
