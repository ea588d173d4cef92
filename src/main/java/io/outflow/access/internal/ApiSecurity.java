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
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The API and the metrics: a password or a token comes with each call. */
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
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return Stateless.chain(http, "/api/**", new ApiSignIn(signIn, names, problems), problems);
    }

    @Bean
    @Order(1)
    SecurityFilterChain metrics(
            HttpSecurity http,
            SignIn signIn,
            Names names,
            CurrentPerson person,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return Stateless.chain(
                http,
                "/actuator/metrics/**",
                new ApiSignIn(signIn, names, problems),
                problems,
                (who, request) -> new AuthorizationDecision(person.may(Action.ADMINISTER)));
    }

    @Bean
    OpenSessions openSessions(Directory directory, EndedAnswer ended, Clock clock) {
        return new OpenSessions(directory, ended, clock);
    }
}
