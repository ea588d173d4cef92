package io.outflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.history.ChangeLog;
import io.outflow.posture.CoverageExport;
import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Coverage and settings over REST, of an account of its own. */
@OutflowTest
class CoverageApiTest {
    private static final String WRITES_ONLY = """
            [{"arn":"arn:aws:cloudtrail:eu-central-1:%1$s:trail/main","eventSelectors":[{"includeManagementEvents":true,\
            "readWriteType":"WriteOnly"}],"homeRegion":"eu-central-1","logging":true,"name":"main"}]""";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    EventStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CoverageExport export;

    @Autowired
    ChangeLog log;

    private final String account =
            "9%011d".formatted(ThreadLocalRandom.current().nextLong(100_000_000_000L));

    @BeforeEach
    void oneDayIsReadAndAwsAnsweredForTwoOthers() {
        var day = new Coverage(account, "eu-central-1", Channel.BEDROCK_RUNTIME, LocalDate.parse("2025-03-02"));
        Acting.asOutflow(() -> store.publish(transaction.execute(_ -> store.store(
                List.of(new EventStore.Batch(1, store.prepare(List.of()), Set.of(day), Proof.NO_DIGEST))))));
        answer("TRAILS", "SEEN", WRITES_ONLY.formatted(account));
        answer("GUARDRAILS", "REFUSED", "bedrock:ListGuardrails");
        answer("DATA_RETENTION", "NOT_OFFERED", "eu-central-1 knows no call GetAccountDataRetention.");
    }

    private void answer(String question, String outcome, String text) {
        jdbc.update(
                "INSERT INTO posture_observation (source_id, account, region, question, outcome, answer, seen_from,"
                        + " seen_until) VALUES (0, ?, 'eu-central-1', ?, ?, ?, TIMESTAMP WITH TIME ZONE"
                        + " '2025-03-04 00:00:00+00', TIMESTAMP WITH TIME ZONE '2025-03-05 23:59:59.999+00')",
                account,
                question,
                outcome,
                text);
    }

    @AfterEach
    void clear() {
        As.nobody();
        jdbc.update("DELETE FROM posture_observation WHERE account = ?", account);
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(OutflowTest.ADMIN, OutflowTest.ADMIN_PASSWORD)));
    }

    @Test
    void daysAreToldWithReasonAndWhatItRestsOn() throws Exception {
        var line = "$.lines[?(@.account == '%s' && @.channel == 'BEDROCK_RUNTIME')].days".formatted(account);
        ask(get("/api/v1/coverage").param("from", "2025-03-01").param("to", "2025-03-07"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("2025-03-01"))
                .andExpect(jsonPath("$.to").value("2025-03-06"))
                .andExpect(jsonPath(line + "[0].state").value("UNKNOWN"))
                .andExpect(jsonPath(line + "[0].restsOn.kind").value("NOTHING"))
                .andExpect(jsonPath(line + "[1].state").value("COVERED"))
                .andExpect(jsonPath(line + "[1].first").value("2025-03-02"))
                .andExpect(jsonPath(line + "[1].restsOn.kind").value("LOG_FILES"))
                .andExpect(jsonPath(line + "[3].state").value("NOT_COVERED"))
                .andExpect(jsonPath(line + "[3].last").value("2025-03-05"))
                .andExpect(jsonPath(line + "[3].reason", hasItem(containsString("records writes only"))))
                .andExpect(jsonPath(line + "[3].restsOn.kind").value("ANSWER_OF_AWS"));
    }

    @Test
    void periodThatIsTooLongOrTurnedRoundIsRefusedWithASentence() throws Exception {
        ask(get("/api/v1/coverage").param("from", "2020-01-01").param("to", "2025-01-01"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("at most 365 days at once")));
        ask(get("/api/v1/coverage").param("from", "2025-03-02").param("to", "2025-03-01"))
                .andExpect(status().isBadRequest());
        ask(get("/api/v1/coverage").param("region", "eu-central-1")).andExpect(status().isBadRequest());
        ask(get("/api/v1/coverage")).andExpect(status().isOk());
    }

    @Test
    void settingsTellWhatCannotBeSeenFromWhatIsNotThere() throws Exception {
        ask(get("/api/v1/posture").param("account", account))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(
                        jsonPath("$.items[?(@.question == 'GUARDRAILS')].state").value("CANNOT_BE_SEEN"))
                .andExpect(jsonPath("$.items[?(@.question == 'DATA_RETENTION')].state")
                        .value("NOT_OFFERED"))
                .andExpect(
                        jsonPath("$.items[?(@.question == 'TRAILS')].subject").value("main"))
                .andExpect(jsonPath("$.items[?(@.question == 'TRAILS')].seenAt").value("2025-03-05T23:59:59.999Z"));
        ask(get("/api/v1/posture").param("account", account).param("region", "eu-west-1"))
                .andExpect(jsonPath("$.total").value(0));
        ask(get("/api/v1/posture").param("weather", "fine")).andExpect(status().isBadRequest());
    }

    @Test
    void exportHoldsARowForEachDayAndIsInTheChangeLog() throws IOException {
        As.role(Role.AUDITOR);
        var out = new ByteArrayOutputStream();
        export.csv(Instant.parse("2025-03-01T00:00:00Z"), Instant.parse("2025-03-07T00:00:00Z"), out);

        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("day,account,region,channel,state,partly,reason,rests on,reference");
        // Six days, four channels and the invocation log.
        assertThat(lines.stream().filter(line -> line.contains(account))).hasSize(30);
        assertThat(lines)
                .contains(
                        "2025-03-02,%s,eu-central-1,BEDROCK_RUNTIME,COVERED,false,\"Records of this day were read, of a"
                                        .formatted(account)
                                + " kind that shows that such calls were logged.\",log files,");
        assertThat(log.list(0, 1).getFirst().object()).isEqualTo("coverage");
    }
}
