package io.outflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.outflow.OutflowTest;
import io.outflow.testing.TrailFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OutflowTest
class ImportsApiTest {
    @Autowired
    MockMvc http;

    @Test
    void filesAreAcceptedAndTheRunTellsWhatBecameOfThem() throws Exception {
        var first = part("/some/where/first.json", "{\"Records\":[" + TrailFiles.invoke(70_001, "ana") + "]}");
        var second = part("second.json", TrailFiles.invoke(70_001, "ana") + "\n" + TrailFiles.other(70_002));
        var answer = http.perform(
                        multipart("/api/v1/imports").file(first).file(second).with(admin()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse();
        int id = JsonPath.read(answer.getContentAsString(), "$.id");
        assertThat(answer.getHeader(HttpHeaders.LOCATION)).isEqualTo("/api/v1/imports/" + id);

        var run = ended(id);
        assertThat(JsonPath.<String>read(run, "$.state")).isEqualTo("DONE");
        assertThat(JsonPath.<List<String>>read(run, "$.files[*].name")).containsExactly("first.json", "second.json");
        assertThat(JsonPath.<List<String>>read(run, "$.files[*].state")).containsExactly("DONE", "DONE");
        assertThat(JsonPath.<Integer>read(run, "$.totals.read")).isEqualTo(3);
        assertThat(JsonPath.<Integer>read(run, "$.totals.inserted")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(run, "$.totals.duplicate")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(run, "$.totals.skipped")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(run, "$.files[1].skipped")).isEqualTo(1);

        http.perform(get("/api/v1/imports").param("size", "1").with(admin()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].origin").value("API"))
                .andExpect(jsonPath("$.total").isNumber());
    }

    @Test
    void anUnknownRunIsNotFound() throws Exception {
        http.perform(get("/api/v1/imports/999999999").with(admin()))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void nothingSentIsRefusedInWords() throws Exception {
        http.perform(multipart("/api/v1/imports").with(admin()))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void nobodyImportsWithoutSigningIn() throws Exception {
        http.perform(multipart("/api/v1/imports").file(part("a.json", "{}"))).andExpect(status().isUnauthorized());
    }

    private String ended(int id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> http.perform(get("/api/v1/imports/" + id).with(admin()))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        run -> !JsonPath.<String>read(run, "$.state").equals("RUNNING"));
    }

    private static RequestPostProcessor admin() {
        return httpBasic(OutflowTest.ADMIN, OutflowTest.ADMIN_PASSWORD);
    }

    private static MockMultipartFile part(String name, String text) {
        return new MockMultipartFile("files", name, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
