package io.outflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.history.ChangeLog;
import io.outflow.testing.Calls;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Coverage;
import io.outflow.trail.Grade;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageExport.Content;
import io.outflow.usage.UsageExport.Format;
import io.outflow.usage.UsageFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions over REST, each in a minute of its own so that calls of other tests do not count. */
@OutflowTest
class AnswersApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    EventStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UsageExport export;

    @Autowired
    ChangeLog log;

    private final String caller = "=dana-" + UUID.randomUUID();
    private final Instant start = Instant.parse("2025-05-05T00:00:00Z")
            .plusSeconds(60L * Math.floorMod(UUID.randomUUID().hashCode(), 100_000));
    private final Instant end = start.plusSeconds(60);

    @BeforeEach
    void storeThreeCalls() {
        var readings = List.of(
                call("a", start, Outcome.USE),
                call("b", start.plusMillis(59_999), Outcome.DENIED),
                call("c", end, Outcome.USE));
        Acting.asOutflow(() -> {
            var stored = transaction.execute(_ -> store.store(
                    List.of(new EventStore.Batch(1, store.prepare(readings), Set.<Coverage>of(), Proof.NO_DIGEST))));
            store.publish(stored);
        });
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void invocationsOfAPeriodIncludeItsStartAndNotItsEnd() throws Exception {
        ask(get("/api/v1/invocations"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].outcome", contains("DENIED", "USE")))
                .andExpect(jsonPath("$.items[1].time").value(start.toString()))
                .andExpect(jsonPath("$.items[1].callerGrade").value("ROLE_ONLY"))
                .andExpect(jsonPath("$.items[1].channel").value("BEDROCK_RUNTIME"))
                .andExpect(jsonPath("$.items[1].claude").value("YES"))
                .andExpect(jsonPath("$.items[1].modelName").value("Claude Sonnet 4.5"))
                .andExpect(jsonPath("$.items[1].sourceRegion").value(Calls.REGION))
                .andExpect(jsonPath("$.items[1].inferenceRegion", nullValue()))
                .andExpect(jsonPath("$.items[1].viaVpcEndpoint").value(false))
                .andExpect(jsonPath("$.items[1].apiKey").value(false))
                .andExpect(jsonPath("$.items[1].step").value(false))
                .andExpect(jsonPath("$.items[1].requestId").value("req-a" + caller))
                .andExpect(jsonPath("$.items[1].dataClass").value("UNKNOWN"))
                .andExpect(jsonPath("$.items[1].provenance").value("UNKNOWN"))
                .andExpect(jsonPath("$.items[0].errorCode").value("AccessDenied"));
        ask(get("/api/v1/invocations").param("outcome", "USE"))
                .andExpect(jsonPath("$.total").value(1));
        ask(get("/api/v1/invocations").param("page", "1").param("size", "1"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].outcome", contains("USE")));
        ask(get("/api/v1/invocations").param("model", "Another model"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void sumsCountUsesAndAttemptsApart() throws Exception {
        ask(get("/api/v1/usage").param("groupBy", "caller,model,dataClass,sourceRegion,inferenceRegion,channel,day"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows", hasSize(1)))
                .andExpect(jsonPath("$.rows[0].caller").value(caller))
                .andExpect(jsonPath("$.rows[0].dataClass").value("UNKNOWN"))
                .andExpect(jsonPath("$.rows[0].inferenceRegion", nullValue()))
                .andExpect(jsonPath("$.rows[0].day").value(start.toString().substring(0, 10)))
                .andExpect(jsonPath("$.rows[0].calls").value(1))
                .andExpect(jsonPath("$.rows[0].denied").value(1))
                .andExpect(jsonPath("$.rows[0].failed").value(0))
                .andExpect(jsonPath("$.coverage.channels", hasSize(4)))
                .andExpect(jsonPath("$.counted").value(1.0));
    }

    @Test
    void whatIsNotKnownIsRefusedWithASentence() throws Exception {
        for (var wrong : List.of(
                get("/api/v1/invocations").param("outcome", "USED"),
                get("/api/v1/invocations").param("dataClass", "SECRET"),
                get("/api/v1/invocations").param("size", "501"),
                get("/api/v1/invocations").param("page", "-1"),
                get("/api/v1/invocations").param("dataclass", "PUBLIC"),
                get("/api/v1/usage").param("groupBy", "weather"),
                get("/api/v1/governance-events").param("from", "yesterday"))) {
            web.perform(wrong.with(httpBasic(OutflowTest.ADMIN, OutflowTest.ADMIN_PASSWORD)))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.status").value(400))
                    .andExpect(jsonPath("$.detail", containsString(" ")))
                    .andExpect(jsonPath("$.errors", hasSize(1)));
        }
    }

    @Test
    void ruleIsAddedDecidesAndALaterChangeOfAnOldVersionIsRefused() throws Exception {
        var body = """
                {"name": "Dana", "conditions": [{"field": "CALLER", "pattern": "%s"}], "dataClass": "PERSONAL",
                 "reason": "Handles applications", "expectedVersion": 1}""".formatted(caller);
        send(post("/api/v1/rules/preview"), body)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.callers").value(1))
                .andExpect(jsonPath("$.calls").value(2));
        var added = send(post("/api/v1/rules"), body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        int id = JsonPath.read(added, "$.id");
        ask(get("/api/v1/invocations").param("dataClass", "PERSONAL"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].provenance").value("DECLARED"))
                .andExpect(jsonPath("$.items[0].rule").value(id));
        send(put("/api/v1/rules/" + id), body.replace("PERSONAL", "FINANCIAL"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        send(put("/api/v1/rules/" + id), body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("admin changed the rule")));
        send(put("/api/v1/rules/" + id), body.replace("\"expectedVersion\": 1", "\"id\": 1"))
                .andExpect(status().isBadRequest());
        send(post("/api/v1/rules"), "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem("conditions")));
        send(put("/api/v1/rules/" + id + "/enabled"), """
                {"enabled": false, "reason": "Test is over", "expectedVersion": 2}""").andExpect(status().isOk());
        ask(get("/api/v1/invocations").param("dataClass", "UNKNOWN"))
                .andExpect(jsonPath("$.total").value(2));
        ask(get("/api/v1/invocations").param("proof", "NO_DIGEST"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].proof").value("NO_DIGEST"));
        ask(get("/api/v1/invocations").param("proof", "VERIFIED"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void exportSaysWhatItCoversAndNoCellRunsAsAFormula() throws IOException {
        As.role(Role.AUDITOR);
        var filter = new UsageFilter(
                start,
                end,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(caller),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());

        var rows = written(filter, Content.ROWS, Format.CSV);
        var calls = written(filter, Content.CALLS, Format.CSV);
        var json = written(filter, Content.CALLS, Format.JSON);

        assertThat(rows)
                .contains("#period: " + start, "#filter: caller " + caller, "#coverage: accounts", "#generated: ")
                .contains("\n'" + caller + ",ROLE_ONLY," + Calls.ACCOUNT)
                .contains("begin like a formula: 1");
        assertThat(calls.lines().filter(line -> !line.startsWith("#"))).hasSize(3);
        assertThat((List<?>) JsonPath.read(json, "$.items")).hasSize(2);
        assertThat((String) JsonPath.read(json, "$.items[0].caller")).isEqualTo(caller);
        assertThat(log.list(0, 3)).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("usage exported");
            assertThat(entry.text()).contains("caller 1 chosen").doesNotContain(caller);
        });
    }

    private String written(UsageFilter filter, Content content, Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(filter, content, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.param("caller", caller)
                .param("from", start.toString())
                .param("to", end.toString())
                .with(httpBasic(OutflowTest.ADMIN, OutflowTest.ADMIN_PASSWORD)));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String json) throws Exception {
        return web.perform(request.contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(httpBasic(OutflowTest.ADMIN, OutflowTest.ADMIN_PASSWORD)));
    }

    private ModelCall call(String id, Instant time, Outcome outcome) {
        var who = new Caller(CallerKind.ROLE, caller, caller, null, null, Grade.ROLE_ONLY);
        return Calls.record(id + caller, time, "req-" + id + caller, who, Calls.SONNET, outcome);
    }
}
