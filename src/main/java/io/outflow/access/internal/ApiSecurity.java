package io.outflow.access.internal;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The API and the metrics: no session and so no CSRF token; a password or a token comes with each call. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnWebApplication
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            SignIn signIn,
            Names names,
            CurrentPerson person,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.securityMatcher("/api/**", "/actuator/metrics/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/**")
                        .access((who, request) -> new AuthorizationDecision(person.may(Action.ADMINISTER)))
                        .anyRequest()
                        .authenticated())
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
                .addFilterAt(new ApiSignIn(signIn, names, problems), BasicAuthenticationFilter.class)
                .headers(Headers::strict);
        return http.build();
    }

    @Bean
    OpenSessions openSessions(Directory directory, Clock clock) {
        return new OpenSessions(directory, clock);
    }
}
