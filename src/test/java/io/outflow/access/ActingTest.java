package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Whoever is signed in at a screen, work done as Outflow is Outflow's. */
class ActingTest {

    private final SecurityContextHolderStrategy before = SecurityContextHolder.getContextHolderStrategy();
    private final VaadinSession session = Mockito.mock(VaadinSession.class);

    @BeforeEach
    void signInAtAScreen() {
        SecurityContextHolder.setContextHolderStrategy(new VaadinAwareSecurityContextHolderStrategy());
        var signedIn = UsernamePasswordAuthenticationToken.authenticated("a lawyer", null, List.of());
        var http = Mockito.mock(WrappedSession.class);
        Mockito.when(http.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .thenReturn(new SecurityContextImpl(signedIn));
        Mockito.when(session.getSession()).thenReturn(http);
        VaadinSession.setCurrent(session);
    }

    @AfterEach
    void leave() {
        VaadinSession.setCurrent(null);
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(before);
    }

    @Test
    void withinARequestOfAScreenOutflowActsAsItself() {
        assertThat(who()).isEqualTo("a lawyer");

        assertThat(Acting.asOutflow(ActingTest::who)).isInstanceOf(io.outflow.access.internal.Itself.class);

        assertThat(who()).isEqualTo("a lawyer");
    }

    private static Object who() {
        var authentication = Acting.now();
        return authentication == null ? "nobody" : authentication.getPrincipal();
    }
}
