package io.outflow.usage.internal.answers;

import static io.outflow.testing.Calls.ACCOUNT;
import static io.outflow.testing.Calls.NOON;
import static io.outflow.testing.Calls.REGION;
import static io.outflow.testing.Calls.line;
import static io.outflow.testing.Calls.person;
import static io.outflow.testing.Calls.record;
import static io.outflow.testing.Calls.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.EventKey;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Outcome;
import io.outflow.trail.Place;
import io.outflow.trail.Reading;
import io.outflow.usage.LoggingEvidence;
import io.outflow.usage.LoggingEvidence.LoggedDay;
import io.outflow.usage.internal.TestStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database tells of logging itself. */
class StoredLoggingEvidenceTest {
    private static final LocalDate SECOND = LocalDate.parse("2026-03-02");

    @OnBothDatabases
    void changesOfLoggingThatTookPlaceAreToldOldestFirstUntilATime(Database database) {
        var readings = List.of(
                change("later", NOON.plusSeconds(60), GovernanceKind.TRAIL, Outcome.USE),
                change("earlier", NOON, GovernanceKind.INVOCATION_LOGGING, Outcome.USE),
                change("denied", NOON.plusSeconds(10), GovernanceKind.TRAIL, Outcome.DENIED),
                change("failed", NOON.plusSeconds(20), GovernanceKind.TRAIL, Outcome.FAILED),
                change("another kind", NOON.plusSeconds(30), GovernanceKind.GUARDRAIL, Outcome.USE),
                change("at the end", NOON.plusSeconds(90), GovernanceKind.TRAIL, Outcome.USE));

        over(database, readings, evidence -> {
            var found = evidence.changes(NOON.plusSeconds(90));

            assertThat(found).extracting(item -> item.event().key().id()).containsExactly("earlier", "later");
            assertThat(new String(found.getFirst().event().original(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"eventID\":\"earlier\"}");
            assertThat(evidence.changes(NOON)).isEmpty();
        });
    }

    @OnBothDatabases
    void aDayIsLoggedWhereALineOfItWasReadToTheLastMicrosecondInUtc(Database database) {
        var readings = List.of(
                line("first", Instant.parse("2026-03-02T00:00:00Z"), "r1", 1, 1),
                line("last", Instant.parse("2026-03-04T23:59:59.999999Z"), "r2", 1, 1),
                line("beyond", Instant.parse("2026-03-06T00:00:00Z"), "r3", 1, 1),
                record("a record is no line", Instant.parse("2026-03-03T12:00:00Z"), "r4"));

        over(database, readings, evidence -> {
            assertThat(evidence.loggedDays(SECOND.minusDays(1), SECOND.plusDays(3)))
                    .containsExactlyInAnyOrder(logged(SECOND), logged(SECOND.plusDays(2)));
            assertThat(evidence.loggedDays(SECOND.plusDays(1), SECOND.plusDays(1)))
                    .isEmpty();
            assertThat(evidence.loggedDays(SECOND.plusDays(1), SECOND)).isEmpty();
        });
    }

    private static void over(Database database, List<? extends Reading> readings, Consumer<LoggingEvidence> told) {
        var store = new TestStore(database);
        try {
            store.save(1, readings);
            var jdbc = JdbcClient.create(store.source);
            told.accept(new StoredLoggingEvidence(jdbc, new StoredGovernance(jdbc, Fixture.OPEN)));
        } finally {
            store.close();
        }
    }

    private static LoggedDay logged(LocalDate day) {
        return new LoggedDay(ACCOUNT, REGION, day);
    }

    private static GovernanceEvent change(String id, Instant time, GovernanceKind kind, Outcome outcome) {
        var json = "{\"eventID\":\"" + id + "\"}";
        return new GovernanceEvent(
                new Place("", 1, 0, json.length()),
                new EventKey(time, ACCOUNT, id),
                sha256(json),
                kind,
                "cloudtrail.amazonaws.com",
                "StopLogging",
                person("ana"),
                REGION,
                outcome,
                null,
                "main",
                json.getBytes(StandardCharsets.UTF_8));
    }
}
