package io.outflow.access.ui;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.outflow.access.AccessEnded;
import io.outflow.access.TooManyTries;
import io.outflow.access.internal.Headers;
import io.outflow.access.internal.OpenSessions;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** The screens: a session after sign-in; what is not opened here needs it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ScreenSecurity {

    /** Own style sheets, modules and fonts, which the sign-in page needs too. They hold no data. */
    private static final String[] STATIC = {"/*.css", "/*.js", "/*.svg", "/fonts/**", "/webjars/echarts/**"};

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, OpenSessions sessions) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STATIC)
                .permitAll()
                .requestMatchers("/actuator/health")
                .permitAll()
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll());
        // Before formLogin, which would make a page of its own when it is set up before the sign-in view is known.
        // An unknown address gets a page that says so, not a refusal; views are guarded at each navigation.
        http.with(VaadinSecurityConfigurer.vaadin(), screens -> screens.loginView(LoginView.class)
                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler(failure()));
        http.addFilterBefore(sessions, AuthorizationFilter.class);
        http.headers(Headers::strict);
        return http.build();
    }

    @Bean
    static NavigationAccessControlConfigurer navigation(ViewGuard guard) {
        return new NavigationAccessControlConfigurer().withNavigationAccessChecker(guard);
    }

    /** The filter belongs to the chain above, not to every request a second time. */
    @Bean
    FilterRegistrationBean<OpenSessions> notRegisteredTwice(OpenSessions sessions) {
        var registration = new FilterRegistrationBean<>(sessions);
        registration.setEnabled(false);
        return registration;
    }

    private static AuthenticationFailureHandler failure() {
        var wrong = new SimpleUrlAuthenticationFailureHandler("/login?error");
        var wait = new SimpleUrlAuthenticationFailureHandler("/login?wait");
        return (request, response, e) -> {
            if (e instanceof AccessEnded ended) {
                response.sendRedirect(EndedPage.address(request.getContextPath(), ended.at()));
            } else {
                (e instanceof TooManyTries ? wait : wrong).onAuthenticationFailure(request, response, e);
            }
        };
    }
}
