package io.outflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.outflow.As;
import io.outflow.OutflowTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OutflowTest
class ApiAccessTest {

    private static final String PASSWORD = "copper lantern drifts";

    @Autowired
    MockMvc api;

    @Autowired
    People people;

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void strangerIsAskedForAPasswordOrAToken() throws Exception {
        api.perform(get("/api/v1/openapi"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().stringValues("WWW-Authenticate", hasItem("Bearer")))
                .andExpect(header().stringValues("WWW-Authenticate", hasItem(containsString("Basic realm"))));
    }

    @Test
    void metricsAreForAdministratorsAlone() throws Exception {
        api.perform(get("/actuator/metrics/outflow.source.silent")).andExpect(status().isUnauthorized());
        api.perform(get("/actuator/metrics").with(httpBasic(person(Role.AUDITOR), PASSWORD)))
                .andExpect(status().isForbidden());
        api.perform(get("/actuator/metrics").with(httpBasic(person(Role.ADMIN), PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.names").isArray());
    }

    @Test
    void passwordOpensTheDescription() throws Exception {
        var name = person(Role.AUDITOR);

        api.perform(get("/api/v1/openapi").with(httpBasic(name, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("Outflow"));
    }

    @Test
    void addressThatLeadsNowhereIsAProblem() throws Exception {
        api.perform(get("/api/v1/nothing-here").with(httpBasic(person(Role.AUDITOR), PASSWORD)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void wrongPasswordAndUnknownNameLookTheSame() throws Exception {
        var wrong = api.perform(get("/api/v1/openapi")
                        .with(httpBasic(person(Role.AUDITOR), "wrong"))
                        .with(from("10.1.0.1")))
                .andExpect(status().isUnauthorized())
                .andReturn();
        var unknown = api.perform(get("/api/v1/openapi")
                        .with(httpBasic("nobody-has-this", "wrong"))
                        .with(from("10.1.0.1")))
                .andExpect(status().isUnauthorized())
                .andReturn();

        assertThat(unknown.getResponse().getContentAsString())
                .isEqualTo(wrong.getResponse().getContentAsString());
    }

    @Test
    void tooManyWrongTriesFromOnePlaceLockOutThatPlaceOnly() throws Exception {
        var name = person(Role.AUDITOR);
        for (var i = 0; i < 20; i++) {
            api.perform(get("/api/v1/openapi")
                            .with(httpBasic(name, "wrong " + i))
                            .with(from("10.1.0.2")))
                    .andExpect(status().isUnauthorized());
        }

        api.perform(get("/api/v1/openapi").with(httpBasic(name, PASSWORD)).with(from("10.1.0.2")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        api.perform(get("/api/v1/openapi").with(httpBasic(name, PASSWORD)).with(from("10.1.0.3")))
                .andExpect(status().isOk());
    }

    @Test
    void disabledPersonIsOutAtOnce() throws Exception {
        var name = person(Role.AUDITOR);
        api.perform(get("/api/v1/openapi").with(httpBasic(name, PASSWORD))).andExpect(status().isOk());

        As.role(Role.ADMIN);
        people.disable(id(name));
        As.nobody();

        api.perform(get("/api/v1/openapi").with(httpBasic(name, PASSWORD))).andExpect(status().isUnauthorized());
    }

    @Test
    void reasonForNamesIsRefusedToARoleThatNeverSeesThem() throws Exception {
        api.perform(get("/api/v1/openapi")
                        .with(httpBasic(person(Role.LEGAL), PASSWORD))
                        .header("Outflow-Reason", "a letter to a person"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("CISO or Auditor")));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        api.perform(get("/api/v1/openapi"))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
        api.perform(get("/change-log"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")));
    }

    @Test
    void signedInSessionDoesNotOpenTheApi() throws Exception {
        api.perform(get("/api/v1/openapi").sessionAttr("SPRING_SECURITY_CONTEXT", As.authentication(Role.ADMIN)))
                .andExpect(status().isUnauthorized());
    }

    private String person(Role... roles) {
        var name = "Person " + UUID.randomUUID();
        As.role(Role.ADMIN);
        people.add(name, PASSWORD, Set.of(roles));
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

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
