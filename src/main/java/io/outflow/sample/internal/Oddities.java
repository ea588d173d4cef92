package io.outflow.sample.internal;

import io.outflow.sample.Counted;
import io.outflow.sample.internal.Organisation.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** What real folders hold besides good records: files of other kinds, damaged records, a file that ends too early. */
final class Oddities {
    private static final Place SANDBOX = new Place(Account.SANDBOX, "us-east-1");
    private static final Place CLAIMS = new Place(Account.CLAIMS, "eu-central-1");

    private final LogFolder files;
    private final Timeline timeline;
    private final Draw draw;
    private final Tally tally;
    private final Json json = new Json();

    Oddities(LogFolder files, Timeline timeline, Draw draw, Tally tally) {
        this.files = files;
        this.timeline = timeline;
        this.draw = draw;
        this.tally = tally;
    }

    void write() throws IOException {
        Instant day = timeline.start(timeline.days() / 2);
        damagedRecords(day);
        cutFile(day);
        digest(day);
        Path logFolder = files.logFolder(CLAIMS, day);
        files.write(
                logFolder.resolve("amazon-bedrock-logs-permission-check"),
                "Permissions are correctly set for Amazon Bedrock logs.".getBytes(StandardCharsets.UTF_8));
        files.write(
                logFolder.resolve("23").resolve("data").resolve(draw.uuid() + "_input.json.gz"),
                DayFile.gzip(("{\"prompt\":\"" + InvocationLine.MARK + "\"}").getBytes(StandardCharsets.UTF_8)));
    }

    /** Two records whose time cannot be told, and one that says something else under the ids of another. */
    private void damagedRecords(Instant day) throws IOException {
        Instant noon = day.plusSeconds(43_200);
        var file = new DayFile();
        byte[] good = call(noon);
        file.add(noon, good, true);
        tally.add(Counted.RUNTIME_USES);
        file.add(
                noon.plusSeconds(1),
                replaced(good, "\"eventName\":\"Converse\"", "\"eventName\":\"ConverseStream\""),
                true);
        file.add(noon.plusSeconds(2), replaced(call(noon), "\"eventTime\":\"" + noon + "\",", ""), true);
        file.add(
                noon.plusSeconds(3),
                replaced(call(noon), "\"eventTime\":\"" + noon + "\"", "\"eventTime\":\"noon\""),
                true);
        tally.add(Counted.DAMAGED, 3);
        files.trail(SANDBOX, day, draw, file);
    }

    private byte[] call(Instant time) {
        new TrailRecord(
                        SANDBOX.account(),
                        SANDBOX.region(),
                        new Identity.RoleOnly("sandbox-experiments").session(SANDBOX.account(), draw),
                        time,
                        "bedrock.amazonaws.com",
                        "Converse")
                .request(fields -> fields.put("modelId", "anthropic.claude-sonnet-5"))
                .write(json, draw, draw.uuid());
        return json.take();
    }

    private static byte[] replaced(byte[] record, String old, String with) {
        return new String(record, StandardCharsets.UTF_8).replace(old, with).getBytes(StandardCharsets.UTF_8);
    }

    /** Records of other services only, so that no count depends on how far a reader gets. */
    private void cutFile(Instant day) throws IOException {
        var file = new DayFile();
        var background = new Background(SANDBOX.account(), SANDBOX.region(), draw);
        for (int i = 0; i < 40; i++) {
            background.write(json, day.plusSeconds(i));
            file.add(day.plusSeconds(i), json, false);
        }
        byte[] whole = file.asTrailFile();
        files.write(files.trailPath(SANDBOX, day, draw), Arrays.copyOf(whole, whole.length * 2 / 3));
        tally.add(Counted.CUT_FILES);
    }

    private void digest(Instant day) throws IOException {
        json.open()
                .put("awsAccountId", CLAIMS.account().number)
                .put("digestStartTime", day.toString())
                .put("digestEndTime", day.plusSeconds(3600).toString())
                .put("digestS3Bucket", "example-trail")
                .put("digestS3Object", "AWSLogs/digest")
                .put("digestPublicKeyFingerprint", draw.hex(32))
                .put("digestSignatureAlgorithm", "SHA256withRSA")
                .putNull("newestEventTime")
                .putNull("oldestEventTime")
                .putNull("previousDigestS3Bucket")
                .putNull("previousDigestS3Object")
                .putNull("previousDigestHashValue")
                .putNull("previousDigestHashAlgorithm")
                .putNull("previousDigestSignature")
                .openList("logFiles")
                .closeList()
                .close();
        files.write(files.digestPath(CLAIMS, day), DayFile.gzip(json.take()));
    }
}
