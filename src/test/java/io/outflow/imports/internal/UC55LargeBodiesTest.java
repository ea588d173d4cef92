package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.logLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.Detector;
import io.outflow.classification.internal.detect.TextScan;
import io.outflow.imports.Counts;
import io.outflow.imports.SourceKind;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAws;
import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.TextFindings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UC-55: prompts and answers that lie in objects of their own are looked at in passing, or said to be unseen. */
class UC55LargeBodiesTest {
    private static final String LOGS = "AWSLogs/111122223333/BedrockModelInvocationLogs/eu-central-1/2026/03/02/12/";
    private static final String CARD = "4111 1111 1111 1111";

    @TempDir
    Path folder;

    private final LocalAws aws = new LocalAws();

    @AfterEach
    void close() {
        aws.close();
    }

    @OnBothDatabases
    void aLargePromptIsLookedAtAndNothingOfItsTextIsKept(Database database) throws IOException {
        aws.put(LOGS + "20260302T120000000Z_a.json.gz", gzip(line(1, "example-logs")));
        aws.put(LOGS + "data/1_input.json.gz", gzip(body("My card is " + CARD + ", marked-" + "secret-text")));
        aws.put(LOGS + "data/1_output.json.gz", gzip(body("Write to anna@example.com")));
        try (var fetching = fetching(database)) {
            var run = fetching.look(source(fetching)).getFirst();

            assertThat(run.totals()).isEqualTo(new Counts(1, 1, 0, 0, 0));
            assertThat(detections(fetching)).containsExactlyInAnyOrder("CARD FINANCIAL 1", "EMAIL PERSONAL 1");
            assertThat(seen(fetching)).containsExactly("WHOLE");
            for (var table : List.of("detection", "log_line", "invocation", "raw_chunk")) {
                assertThat(fetching.imports
                                .jdbc
                                .queryForList("SELECT * FROM " + table)
                                .toString())
                        .as(table)
                        .doesNotContain("4111", "anna@example.com", "secret-text");
            }
            // Neither the log nor the prompt was ever a file here.
            assertThat(fetching.spool).doesNotExist();
        }
    }

    @OnBothDatabases
    void whatMayNotBeReadIsUnseenAndNotEmpty(Database database) {
        aws.put(LOGS + "20260302T120000000Z_a.json.gz", gzip(line(1, "other-bucket") + line(2, "example-logs")));
        aws.put(LOGS + "data/2_input.json.gz", gzip(body("My card is " + CARD)));
        aws.fault(request ->
                request.path().startsWith("/other-bucket/") || request.key().endsWith("2_output.json.gz")
                        ? Reply.error(403, "AccessDenied")
                        : null);
        try (var fetching = fetching(database)) {
            var run = fetching.look(source(fetching)).getFirst();

            assertThat(run.totals()).as("the calls count all the same").isEqualTo(new Counts(2, 2, 0, 0, 0));
            assertThat(seen(fetching)).containsExactlyInAnyOrder("NOTHING", "PART");
            assertThat(detections(fetching)).containsExactly("CARD FINANCIAL 1");
        }
    }

    @Test
    void aBucketThatRefusesAlwaysIsAskedThreeTimesByARun() {
        var lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append(line(i, "other-bucket"));
        }
        aws.put(LOGS + "20260302T120000000Z_a.json.gz", gzip(lines.toString()));
        aws.fault(request -> request.path().startsWith("/other-bucket/") ? Reply.error(403, "AccessDenied") : null);
        try (var fetching = fetching(Database.H2)) {
            fetching.look(source(fetching));

            assertThat(seen(fetching)).hasSize(20).containsOnly("NOTHING");
            assertThat(aws.gets().stream()
                            .filter(get -> get.path().startsWith("/other-bucket/"))
                            .map(LocalAws.Request::key)
                            .distinct())
                    .hasSize(3);
        }
    }

    private Fetching fetching(Database database) {
        return new Fetching(
                database.fresh(),
                aws.address(),
                folder,
                Duration.ofMillis(1),
                () -> {},
                () -> new TextScan(Map.of(Detector.CARD, "FINANCIAL", Detector.EMAIL, "PERSONAL")));
    }

    private static long source(Fetching fetching) {
        return fetching.source(Fetching.bucket(SourceKind.INVOCATION_LOG_BUCKET));
    }

    private static List<String> detections(Fetching fetching) {
        return fetching.imports.jdbc.query(
                "SELECT detector, data_class, finds FROM detection",
                (row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3));
    }

    private static List<String> seen(Fetching fetching) {
        return fetching.imports.jdbc.query(
                "SELECT text_seen FROM log_line", (row, n) -> TextFindings.Seen.values()[row.getInt(1)].name());
    }

    private static String line(int number, String bucket) {
        var place = "s3://" + bucket + "/" + LOGS + "data/" + number;
        return logLine(number, 10, 1)
                        .replace("\"inputBodyJson\":{}", "\"inputBodyS3Path\":\"" + place + "_input.json.gz\"")
                        .replace("\"outputBodyJson\":{}", "\"outputBodyS3Path\":\"" + place + "_output.json.gz\"")
                + "\n";
    }

    private static String body(String text) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
