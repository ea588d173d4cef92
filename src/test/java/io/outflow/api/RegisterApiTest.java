package io.outflow.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The register over REST: the same entries, versions and refusals as on the screens. */
@OutflowTest
class RegisterApiTest {

    @Autowired
    MockMvc web;

    private final String name = "Vendor " + UUID.randomUUID();

    @Test
    void whatIsAddedIsReadBackWithItsVersion() throws Exception {
        var vendor = vendor();

        as(Role.AUDITOR, get(vendor))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"1\""))
                .andExpect(jsonPath("$.content.name").value(name))
                .andExpect(jsonPath("$.assurance").value("CLAIMED"));
        as(Role.AUDITOR, get("/api/v1/vendors")).andExpect(jsonPath("$.items[*].title", hasItem(name)));
    }

    @Test
    void whoeverSavesSecondIsToldWhoseChangeWonAndWhatStandsNow() throws Exception {
        var vendor = vendor();
        as(Role.LEGAL, put(vendor).header(HttpHeaders.IF_MATCH, "\"1\""), body(name, "Ours"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"2\""));

        as(Role.LEGAL, put(vendor).header(HttpHeaders.IF_MATCH, "\"1\""), body(name, "Theirs"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", startsWith("Sample Legal changed this at")))
                .andExpect(jsonPath("$.current.version").value(2))
                .andExpect(jsonPath("$.current.content.owner").value("Ours"));
    }

    @Test
    void aChangeWithoutTheVersionItBeganFromIsRefused() throws Exception {
        as(Role.LEGAL, put(vendor()), body(name, "Ours"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("If-Match"));
    }

    @Test
    void factsHangOnTheirProductAndAreConfirmedWithASource() throws Exception {
        var product = product();
        var retention = location(as(
                Role.LEGAL,
                post(product + "/retention"),
                "{\"content\":{\"data\":\"PROMPTS_AND_OUTPUTS\",\"days\":30},\"reason\":\"Read the DPA\"}"));

        as(
                        Role.LEGAL,
                        post(retention + "/confirm").header(HttpHeaders.IF_MATCH, "\"1\""),
                        "{\"source\":\"DPA, schedule 2, section 4\",\"reason\":\"Read it\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.assurance").value("CONFIRMED"));
        as(Role.CISO, get(product + "/retention"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].content.days").value(30));
        as(Role.CISO, get(product + "/agreements"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void anAgreementTellsWhereItStands() throws Exception {
        var product = product();

        as(
                        Role.LEGAL,
                        post(product + "/agreements"),
                        "{\"content\":{\"type\":\"DPA\",\"state\":\"SIGNED\","
                                + "\"inForceFrom\":\"2020-01-01T00:00:00+01:00[Europe/Berlin]\","
                                + "\"inForceUntil\":\"2021-01-01T00:00:00+01:00[Europe/Berlin]\"},\"reason\":\"Signed\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.standing").value("LAPSED"));
    }

    @Test
    void aProblemIsNamedAtItsField() throws Exception {
        as(
                        Role.LEGAL,
                        post(product() + "/agreements"),
                        "{\"content\":{\"type\":\"DPA\",\"state\":\"BY_REFERENCE\"},\"reason\":\"Accepted\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem("acceptedTerms")));
    }

    @Test
    void theRegisterOfAPastDayIsReadWithTheSameAddress() throws Exception {
        var vendor = vendor();
        var then = Instant.now();
        as(Role.LEGAL, put(vendor).header(HttpHeaders.IF_MATCH, "\"1\""), body(name, "Later"))
                .andExpect(status().isOk());

        as(Role.AUDITOR, get(vendor).param("asOf", then.toString()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content.owner").doesNotExist());
        as(Role.AUDITOR, get(vendor).param("asOf", "2020-01-01")).andExpect(status().isNotFound());
        as(Role.AUDITOR, get(vendor).param("asof", "2020-01-01"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("There is no parameter asof")));
    }

    @Test
    void historyTellsWhoChangedWhatFromWhatWhenAndWhy() throws Exception {
        var vendor = vendor();
        as(Role.LEGAL, put(vendor).header(HttpHeaders.IF_MATCH, "\"1\""), body(name, "Legal"));

        as(Role.AUDITOR, get("/api/v1/history").param("object", vendor.substring(vendor.lastIndexOf('/') + 1)))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].actor").value("Sample Legal"))
                .andExpect(jsonPath("$.items[0].reason").value("Because"))
                .andExpect(jsonPath("$.items[0].changes[0].field").value("content/owner"))
                .andExpect(jsonPath("$.items[0].changes[0].after").value("Legal"));
    }

    @Test
    void historyAsOfAMomentEndsThere() throws Exception {
        var vendor = vendor();
        var then = Instant.now();
        as(Role.LEGAL, put(vendor).header(HttpHeaders.IF_MATCH, "\"1\""), body(name, "Later"));
        var history = get("/api/v1/history").param("object", vendor.substring(vendor.lastIndexOf('/') + 1));

        as(Role.AUDITOR, history.param("asOf", then.toString()))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[*].changes[*].after", not(hasItem("Later"))));
    }

    @Test
    void whatIsRemovedIsNotThereAnyMore() throws Exception {
        var vendor = vendor();

        as(Role.LEGAL, delete(vendor).header(HttpHeaders.IF_MATCH, "\"1\"").param("reason", "Added by mistake"))
                .andExpect(status().isNoContent());

        as(Role.LEGAL, get(vendor)).andExpect(status().isNotFound());
    }

    @Test
    void onlyWhoKeepsTheRegisterChangesIt() throws Exception {
        for (var role : new Role[] {Role.CISO, Role.AUDITOR, Role.ADMIN}) {
            as(role, post("/api/v1/vendors"), body(name, "Mine")).andExpect(status().isForbidden());
        }
        as(Role.ADMIN, get("/api/v1/vendors")).andExpect(status().isForbidden());
    }

    private String vendor() throws Exception {
        return location(as(Role.LEGAL, post("/api/v1/vendors"), body(name, null)));
    }

    private String product() throws Exception {
        var vendor = vendor();
        return location(as(
                Role.LEGAL,
                post("/api/v1/products"),
                "{\"owner\":\"%s\",\"content\":{\"name\":\"Product\"},\"reason\":\"New\"}"
                        .formatted(vendor.substring(vendor.lastIndexOf('/') + 1))));
    }

    private static String location(ResultActions created) throws Exception {
        var response = created.andExpect(status().isCreated()).andReturn().getResponse();
        var id = JsonPath.<String>read(response.getContentAsString(), "$.id");
        return response.getHeader(HttpHeaders.LOCATION).endsWith(id)
                ? response.getHeader(HttpHeaders.LOCATION)
                : "no address of " + id;
    }

    private static String body(String name, String owner) {
        return "{\"content\":{\"name\":\"%s\"%s},\"reason\":\"Because\"}"
                .formatted(name, owner == null ? "" : ",\"owner\":\"" + owner + "\"");
    }

    private ResultActions as(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(As.authentication(role))));
    }

    private ResultActions as(Role role, MockHttpServletRequestBuilder request, String body) throws Exception {
        return as(role, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
