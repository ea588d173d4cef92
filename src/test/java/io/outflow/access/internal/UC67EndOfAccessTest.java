package io.outflow.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Guests;
import io.outflow.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** UC-67: when the time of somebody from outside is over, an open page goes no further and says why. */
@OutflowTest
class UC67EndOfAccessTest {

    private final Instant endsAt = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private SignedIn guest;

    @Autowired
    Guests guests;

    @Autowired
    Directory directory;

    @Autowired
    EndedAnswer ended;

    @BeforeEach
    void invite() {
        As.role(Role.ADMIN);
        var id = guests.invite("Ana " + UUID.randomUUID(), endsAt);
        guest = directory.enter(id, Instant.now()).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(guest, null, List.of()));
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void untilThenThePageGoesOn() throws Exception {
        assertThat(passes(page(), endsAt.minusSeconds(1))).isTrue();
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void aPageLeadsToTheSignInPageThatSaysWhenItEnded() throws Exception {
        assertThat(passes(page(), endsAt)).isFalse();
        assertThat(session.isInvalid()).isTrue();
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?ended=" + endsAt);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void theNextCallOfAnOpenPageLeadsThereToo() throws Exception {
        var call = page();
        call.setMethod("POST");
        call.setParameter("v-r", "uidl");

        assertThat(passes(call, endsAt)).isFalse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).contains("appError", "/login?ended=" + endsAt);
        assertThat(session.isInvalid())
                .as("the page would leave before it is told")
                .isFalse();
    }

    @Test
    void aSignOfLifeOfAnOpenPageOpensNothing() throws Exception {
        var call = page();
        call.setMethod("POST");
        call.setParameter("v-r", "heartbeat");

        assertThat(passes(call, endsAt)).isFalse();
        assertThat(response.getContentAsString()).isEmpty();
    }

    private MockHttpServletRequest page() {
        var request = new MockHttpServletRequest("GET", "/evidence");
        request.setSession(session);
        return request;
    }

    /** Whether the request goes on, at a moment. */
    private boolean passes(MockHttpServletRequest request, Instant now) throws Exception {
        var chain = new MockFilterChain();
        new OpenSessions(directory, ended, Clock.fixed(now, ZoneOffset.UTC)).doFilter(request, response, chain);
        return chain.getRequest() != null;
    }
}
