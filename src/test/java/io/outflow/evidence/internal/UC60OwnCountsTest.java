package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What packages count of digests, answers of AWS, detectors and logged days is what the tables hold of period and accounts. */
class UC60OwnCountsTest {

    private static final String INSIDE = "701000000001";
    private static final String OUTSIDE = "701000000002";
    private static final LocalDate FROM = LocalDate.of(2017, 3, 1);
    private static final LocalDate TO = LocalDate.of(2017, 3, 31);
    private static final Instant AS_OF = Instant.parse("2017-06-01T00:00:00Z");

    private static final Scope SCOPE = scope(Set.of(INSIDE));

    @OnBothDatabases
    void answersOfAwsCountWhenTheyWereGivenInThePeriodAndNotFirstAfterTheMoment(Database database) {
        var jdbc = jdbc(database);
        observation(jdbc, INSIDE, "2017-02-01T00:00:00Z", "2017-02-28T23:59:59Z");
        observation(jdbc, INSIDE, "2017-02-01T00:00:00Z", "2017-03-01T00:00:00Z");
        observation(jdbc, INSIDE, "2017-03-31T23:00:00Z", "2017-09-01T00:00:00Z");
        observation(jdbc, INSIDE, "2017-04-01T00:00:00Z", "2017-04-02T00:00:00Z");
        observation(jdbc, OUTSIDE, "2017-03-02T00:00:00Z", "2017-03-03T00:00:00Z");

        var counts = WholeApplication.on(database).getBean(OwnCounts.class);

        assertThat(counts.observations(SCOPE)).isEqualTo(2);
        assertThat(counts.observations(scope(Set.of(INSIDE, OUTSIDE)))).isEqualTo(3);
    }

    @OnBothDatabases
    void digestsTellOfTheHourBeforeTheirEnd(Database database) throws IOException {
        var jdbc = jdbc(database);
        var file = file(jdbc, "2017-05-01T00:00:00Z");
        var later = file(jdbc, "2017-07-01T00:00:00Z");
        digest(jdbc, file, INSIDE, "2017-03-01T00:00:00Z", true, 1);
        digest(jdbc, file, INSIDE, "2017-03-01T01:00:00Z", true, 1);
        digest(jdbc, file, INSIDE, "2017-04-01T00:30:00Z", false, 0);
        digest(jdbc, file, INSIDE, "2017-04-01T01:00:00Z", true, 1);
        digest(jdbc, file, OUTSIDE, "2017-03-10T01:00:00Z", true, 1);
        digest(jdbc, later, INSIDE, "2017-03-10T01:00:00Z", true, 1);
        jdbc.sql("INSERT INTO trail_log (file_id, entry, delivered_at, content_hash, first_record, last_record, proof)"
                        + " VALUES (?, 'a', ?, 'abc', 0, 1, 4), (?, 'b', ?, 'def', 0, 1, 1)")
                .params(file, time("2017-03-05T00:00:00Z"), file, time("2017-04-01T00:00:00Z"))
                .update();
        gap(jdbc, INSIDE, "2017-02-28T20:00:00Z", "2017-03-01T00:00:00Z");
        gap(jdbc, INSIDE, "2017-03-31T20:00:00Z", "2017-04-02T00:00:00Z");
        gap(jdbc, OUTSIDE, "2017-03-02T00:00:00Z", "2017-03-03T00:00:00Z");

        var rows = WholeApplication.on(database).getBean(DigestFileRows.class);
        var digests = new ArrayList<ObjectNode>();
        rows.eachDigest(SCOPE, digests::add);
        var proofs = new ArrayList<ObjectNode>();
        rows.eachProof(SCOPE, proofs::add);

        assertThat(digests)
                .extracting(row -> row.path("end_at").asString())
                .containsExactly("2017-03-01T01:00:00Z", "2017-04-01T00:30:00Z");
        assertThat(digests.getFirst().path("proof").asString()).isEqualTo("VERIFIED");
        assertThat(digests.getLast().path("proof").isNull())
                .as("not compared yet")
                .isTrue();
        assertThat(rows.digests(SCOPE)).isEqualTo(2);
        assertThat(proofs).singleElement().satisfies(row -> {
            assertThat(row.path("content_sha256").asString()).isEqualTo("abc");
            assertThat(row.path("proof").asString()).isEqualTo("INVALID");
        });
        assertThat(rows.proofs(SCOPE)).isEqualTo(1);
        assertThat(WholeApplication.on(database).getBean(OwnCounts.class).digestGaps(SCOPE))
                .isEqualTo(1);
    }

    @OnBothDatabases
    void findsOfDetectorsAreSummedByDayAndAccount(Database database) {
        var jdbc = jdbc(database);
        detection(jdbc, INSIDE, "2017-02-28T23:59:59Z", "a", "EMAIL", 9);
        detection(jdbc, INSIDE, "2017-03-01T00:00:00Z", "b", "EMAIL", 2);
        detection(jdbc, INSIDE, "2017-03-01T10:00:00Z", "c", "EMAIL", 3);
        detection(jdbc, INSIDE, "2017-03-01T10:00:00Z", "c", "IBAN", 1);
        detection(jdbc, INSIDE, "2017-04-01T00:00:00Z", "d", "EMAIL", 9);
        detection(jdbc, OUTSIDE, "2017-03-01T10:00:00Z", "e", "EMAIL", 9);

        var rows = WholeApplication.on(database).getBean(DetectionRows.class);

        assertThat(rows.on(FROM))
                .containsExactly(
                        new DetectionRows.Day(INSIDE, "EMAIL", "PERSONAL", 2, 5),
                        new DetectionRows.Day(INSIDE, "IBAN", "PERSONAL", 1, 1),
                        new DetectionRows.Day(OUTSIDE, "EMAIL", "PERSONAL", 1, 9));
        assertThat(rows.total(SCOPE)).isEqualTo(new DetectionRows.Total(3, 6));
        assertThat(rows.lines(SCOPE)).isEqualTo(new DetectionRows.Lines(0, 0));
    }

    @OnBothDatabases
    void loggedDaysAreThoseOfThePeriod(Database database) {
        var jdbc = jdbc(database);
        for (var day : List.of(FROM.minusDays(1), FROM, TO, TO.plusDays(1))) {
            jdbc.sql("INSERT INTO coverage_day (account, region, channel, covered_on) VALUES (?, 'eu-central-1',"
                            + " 'BEDROCK_RUNTIME', ?)")
                    .params(INSIDE, day)
                    .update();
        }

        assertThat(WholeApplication.on(database).getBean(OwnCounts.class).loggedDays(SCOPE))
                .extracting(OwnCounts.LoggedDay::day)
                .containsExactlyInAnyOrder(FROM, TO);
    }

    private static JdbcClient jdbc(Database database) {
        return WholeApplication.on(database).getBean(JdbcClient.class);
    }

    private static void observation(JdbcClient jdbc, String account, String from, String until) {
        jdbc.sql("INSERT INTO posture_observation (source_id, account, region, question, outcome, answer, seen_from,"
                        + " seen_until) VALUES (1, ?, 'eu-central-1', 'TRAILS', 'NOT_OFFERED', 'Not here.', ?, ?)")
                .params(account, time(from), time(until))
                .update();
    }

    private static long file(JdbcClient jdbc, String started) {
        var run = jdbc.sql("SELECT COALESCE(MAX(id), 0) + 1000 FROM import_run")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO import_run (id, state, origin, started_by, started_at) VALUES (?, 'DONE', 'COMMAND', 't', ?)")
                .params(run, time(started))
                .update();
        var file = jdbc.sql("SELECT COALESCE(MAX(id), 0) + 1000 FROM import_file")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO import_file (id, run_id, file_no, name, file_path, spooled, state, size_bytes, bytes_read,"
                                + " cursor_record, read_count, inserted_count, duplicate_count, skipped_count, quarantined_count,"
                                + " attempts) VALUES (?, ?, 1, 'logs.zip', 'logs.zip', FALSE, 'DONE', 0, 0, 0, 0, 0, 0, 0, 0, 1)")
                .params(file, run)
                .update();
        return file;
    }

    private static void digest(JdbcClient jdbc, long file, String account, String end, boolean checked, int proof) {
        jdbc.sql(
                        "INSERT INTO trail_digest (file_id, entry, account, region, trail, home_region, backfill, end_at, sha256,"
                                + " content, metadata, checked, proof) VALUES (?, '', ?, 'eu-central-1', 't', 'eu-central-1', FALSE, ?,"
                                + " 'x', ?, '{}', ?, ?)")
                .params(file, account, time(end), new byte[] {1}, checked, proof)
                .update();
    }

    private static void gap(JdbcClient jdbc, String account, String from, String to) {
        jdbc.sql("INSERT INTO digest_gap (account, region, trail, home_region, from_at, to_at, gap_hours, reason)"
                        + " VALUES (?, 'eu-central-1', 't', 'eu-central-1', ?, ?, 1, 'None.')")
                .params(account, time(from), time(to))
                .update();
    }

    private static void detection(JdbcClient jdbc, String account, String at, String line, String detector, int finds) {
        jdbc.sql("INSERT INTO detection (event_time, account, line_key, detector, data_class, finds)"
                        + " VALUES (?, ?, ?, ?, 'PERSONAL', ?)")
                .params(time(at), account, line, detector, finds)
                .update();
    }

    private static OffsetDateTime time(String at) {
        return OffsetDateTime.parse(at);
    }

    private static Scope scope(Set<String> accounts) {
        var request = new PackageRequest(
                "x", "", Set.of(), accounts, FROM, TO, AS_OF, Set.of(), Set.of(Part.LOGS), false, "");
        return new Scope(request, AS_OF, new Snapshot(List.of()));
    }
}
