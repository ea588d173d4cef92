package io.outflow.access.internal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
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
        return Stateless.chain(http, CalendarSignIn.PATH + "**", new CalendarSignIn(signIn, problems), problems);
    }
}
