package io.outflow.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The catalogue over REST. */
@OutflowTest
class CatalogueApiTest {

    private static final String DEEPL = "/api/v1/catalogue/deepl_pro";

    @Autowired
    MockMvc web;

    @Test
    void all39EntriesAreListedAndWordsNarrowThem() throws Exception {
        as(Role.AUDITOR, get("/api/v1/catalogue"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(39))
                .andExpect(jsonPath("$.items", hasSize(39)))
                .andExpect(jsonPath("$.items[0].edition").value("2026-11-22"));
        as(Role.AUDITOR, get("/api/v1/catalogue").param("q", "deepl"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value("deepl_pro"))
                .andExpect(jsonPath("$.items[0].registerId", nullValue()));
        as(Role.AUDITOR, get("/api/v1/catalogue").param("words", "deepl")).andExpect(status().isBadRequest());
    }

    @Test
    void anEntryComesWithEverythingThatTheCatalogueSays() throws Exception {
        as(Role.CISO, get(DEEPL))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.summary.vendor").value("DeepL"))
                .andExpect(jsonPath("$.facts.retention", hasSize(2)))
                .andExpect(jsonPath("$.facts.sources[0].url", startsWith("https://")))
                .andExpect(jsonPath("$.differences", hasSize(0)));
        as(Role.CISO, get("/api/v1/catalogue/nobody"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("The catalogue has no entry nobody."));
    }

    @Test
    void anEntryIsAddedOnceAndTheSecondTryIsToldWhereItIs() throws Exception {
        as(Role.CISO, post(DEEPL + "/add")).andExpect(status().isForbidden());

        var added = as(Role.LEGAL, post(DEEPL + "/add"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.assurance").value("CLAIMED"))
                .andExpect(jsonPath("$.content.name").value("DeepL Pro / DeepL API"))
                .andReturn()
                .getResponse();

        var product = String.valueOf(added.getHeader(HttpHeaders.LOCATION));
        as(Role.LEGAL, post(DEEPL + "/add"))
                .andExpect(status().isConflict())
                .andExpect(header().string(HttpHeaders.LOCATION, product))
                .andExpect(jsonPath("$.there").value(product))
                .andExpect(jsonPath("$.detail", containsString("Nothing was added")));
        as(Role.AUDITOR, get(product + "/retention"))
                .andExpect(jsonPath("$.total").value(2));
        as(Role.AUDITOR, get("/api/v1/catalogue").param("q", "deepl"))
                .andExpect(jsonPath("$.items[0].registerId")
                        .value(JsonPath.<String>read(added.getContentAsString(), "$.id")));
        as(Role.LEGAL, delete(product).header(HttpHeaders.IF_MATCH, "\"1\"").param("reason", "The test is over"))
                .andExpect(status().isNoContent());
    }

    private ResultActions as(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(As.authentication(role))));
    }
}
