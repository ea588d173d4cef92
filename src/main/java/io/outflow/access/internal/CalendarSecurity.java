package io.outflow.access.internal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Calendars: programs that subscribe to one send nothing but its address, so the secret is a part of it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class CalendarSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain calendars(
            HttpSecurity http,
            SignIn signIn,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.securityMatcher(CalendarSignIn.PATH + "**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
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
                .addFilterAt(new CalendarSignIn(signIn, problems), BasicAuthenticationFilter.class)
                .headers(Headers::strict);
        return http.build();
    }
}
