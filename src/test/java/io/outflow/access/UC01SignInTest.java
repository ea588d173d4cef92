package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.history.ChangeLog;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OutflowTest
class UC01SignInTest {

    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    MockMvc screens;

    @Autowired
    FilterChainProxy chains;

    @Autowired
    People people;

    @Autowired
    ChangeLog log;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void signInPageIsOurOwn() {
        assertThat(chains.getFilters("/login")).noneMatch(DefaultLoginPageGeneratingFilter.class::isInstance);
    }

    @Test
    void wrongPasswordLeadsBackWithoutTellingWhatWasWrong() throws Exception {
        signIn(person(), "wrong").andExpect(redirectedUrl("/login?error"));
        signIn("nobody-has-this", "wrong").andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void twentyWrongTriesMakeTheRightOneWait() throws Exception {
        var name = person();
        for (var i = 0; i < 20; i++) {
            signIn(name, "wrong").andExpect(redirectedUrl("/login?error"));
        }

        signIn(name, PASSWORD).andExpect(redirectedUrl("/login?wait"));
    }

    @Test
    void signInGivesANewSessionAndIsWrittenDown() throws Exception {
        var name = person();
        var before = new MockHttpSession();
        var given = before.getId();
        screens.perform(post("/login").session(before).param("username", name).param("password", PASSWORD))
                .andExpect(status().is3xxRedirection());

        assertThat(before.getId()).isNotEqualTo(given);
        As.role(Role.AUDITOR);
        assertThat(log.list(0, 1).getFirst())
                .extracting("action", "object")
                .containsExactly("signed in", "person " + name);
    }

    @Test
    void changeOfRolesEndsTheSessionAtOnce() throws Exception {
        var name = person();
        var session = new MockHttpSession();
        screens.perform(post("/login").session(session).param("username", name).param("password", PASSWORD));
        screens.perform(get("/actuator/health").session(session));
        assertThat(session.isInvalid()).isFalse();

        As.role(Role.ADMIN);
        people.changeRoles(id(name), Set.of(Role.LEGAL));

        assertThat(session.isInvalid()).isTrue();
    }

    private ResultActions signIn(String name, String password) throws Exception {
        return screens.perform(post("/login").param("username", name).param("password", password));
    }

    private String person() {
        var name = "Person " + UUID.randomUUID();
        As.role(Role.ADMIN);
        people.add(name, PASSWORD, Set.of(Role.AUDITOR));
        As.nobody();
        return name;
    }

    private UUID id(String name) {
        return people.list().stream()
                .filter(person -> person.name().equals(name))
                .findAny()
                .orElseThrow()
                .id();
    }
}
