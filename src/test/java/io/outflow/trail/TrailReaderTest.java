package io.outflow.trail;

import static io.outflow.trail.Sample.call;
import static io.outflow.trail.Sample.gzip;
import static io.outflow.trail.Sample.logLine;
import static io.outflow.trail.Sample.lookupEvent;
import static io.outflow.trail.Sample.other;
import static io.outflow.trail.Sample.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.FileReading.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every form and fault, from their bytes to the verdict on the file. */
class TrailReaderTest {
    @TempDir
    Path folder;

    private final Caught caught = new Caught();

    private FileReading read(byte[] content, Limits limits) throws IOException {
        Path file = folder.resolve("some.file");
        Files.write(file, content);
        FileReading reading = new TrailReader(limits).read(file, caught);
        caught.assertNumbered();
        return reading;
    }

    private FileReading read(byte[] content) throws IOException {
        return read(content, Limits.STANDARD);
    }

    private FileReading read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertFailed(FileReading reading, String part) {
        assertThat(reading.end()).isEqualTo(End.FAILED);
        assertThat(reading.failure()).contains(part).endsWith(".");
    }

    // Forms

    @Test
    void readsRecordsAmongOtherKeysInAnyOrder() throws IOException {
        FileReading reading = read("\n{ \"a\" : {\"Records\":[1]}, \"Records\" : [ " + call(1) + " ,\n" + other(2)
                + "\t] , \"NextToken\" : \"x\", \"z\":[[],{}] }\r\n");

        assertThat(reading).isEqualTo(new FileReading(End.COMPLETE, null, reading.rawBytes()));
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.skipped).containsExactly(SkipReason.OTHER_SERVICE);
        assertThat(caught.rejected).isEmpty();
    }

    @Test
    void readsABareList() throws IOException {
        assertThat(read("[" + call(1) + "," + logLine(2) + "]").end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(2);
    }

    @Test
    void readsLinesOfRecordsAndOfLogs() throws IOException {
        assertThat(read(logLine(1) + "\r\n" + call(2) + "\n\n" + logLine(3)).end())
                .isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(3);
    }

    @Test
    void readsObjectsWithNothingBetween() throws IOException {
        assertThat(read(call(1) + call(2) + records(call(3)) + "[" + call(4) + "]")
                        .end())
                .isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(4);
    }

    @Test
    void readsPrettyPrintedObjectsOneAfterTheOther() throws IOException {
        String pretty = call(1).replace(",\"", ",\n  \"").replace("{\"", "{\n  \"");
        assertThat(read(pretty + "\n" + pretty.replace("event-1", "event-2")).end())
                .isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(2);
    }

    @Test
    void readsTheEventHistory() throws IOException {
        assertThat(read("{\"Events\":[" + lookupEvent(1) + "," + lookupEvent(2) + "],\"NextToken\":null}")
                        .end())
                .isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(2);
    }

    @Test
    void readsPastAUtf8Mark() throws IOException {
        assertThat(read("\ufeff" + records(call(1))).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept.getFirst().place().byteOffset()).isEqualTo(15);
    }

    @Test
    void tellsWhereARecordStands() throws IOException {
        read(gzip(records(other(1), call(2))));

        int offset = records(other(1), "").length() - 2;
        assertThat(caught.kept.getFirst().place()).isEqualTo(new Place("", 2, offset, call(2).length()));
    }

    @Test
    void takesAnEmptyListForAnEmptyTrail() throws IOException {
        assertThat(read("{\"Records\": [ ]}").end()).isEqualTo(End.COMPLETE);
        assertThat(read("[]").end()).isEqualTo(End.COMPLETE);
        assertThat(read("{\"Events\":[]}").end()).isEqualTo(End.COMPLETE);
        assertThat(caught.records()).isZero();
    }

    @Test
    void skipsADigestAsOneRecordHoweverLargeItIs() throws IOException {
        String digest = "{\"awsAccountId\":\"111122223333\",\"digestStartTime\":\"2026-05-04T08:00:00Z\","
                + "\"digestEndTime\":\"2026-05-04T09:00:00Z\",\"digestS3Object\":\"x\",\"logFiles\":[%s]}";
        assertThat(read(digest.formatted("")).end()).isEqualTo(End.COMPLETE);
        assertThat(read(digest.formatted("{\"hashValue\":\"00\"},".repeat(70_000) + "{}"))
                        .end())
                .isEqualTo(End.COMPLETE);
        assertThat(caught.skipped).containsExactly(SkipReason.DIGEST, SkipReason.DIGEST);
    }

    @Test
    void skipsTheNoteThatLoggingLeavesBehind() throws IOException {
        assertThat(read("Permissions are correctly set for Amazon Bedrock logs.")
                        .end())
                .isEqualTo(End.COMPLETE);
        assertThat(caught.skipped).containsExactly(SkipReason.PERMISSION_CHECK);
    }

    // No logs

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\ufeff"})
    void failsForAnEmptyFile(String content) throws IOException {
        assertFailed(read(content), "it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":1}", "{\"a\":1}\n{\"b\":2}", "[1,2]", "{\"Records\":[{\"a\":1}]}", "[[[]]]"})
    void failsForJsonOfNoKnownKind(String content) throws IOException {
        assertFailed(read(content), "this is JSON but neither a CloudTrail file nor an invocation log");
        assertThat(caught.reasons()).isNotEmpty().containsOnly(Reason.UNKNOWN_KIND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Records\":null}", "{\"Records\":{}}", "{\"x\":1,\"Records\":\"[]\"}"})
    void failsWhereRecordsAreNoList(String content) throws IOException {
        assertFailed(read(content), "its Records are no list");
        assertThat(caught.records()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12", "\"text\"", "true", "null", "-", "hello world", "eventTime,eventName\n1,2\n", "<html>"})
    void failsForTextAndScalars(String content) throws IOException {
        assertThat(read(content).end()).isEqualTo(End.FAILED);
        assertThat(caught.records()).isZero();
    }

    @Test
    void saysThatUtf16MustBecomeUtf8() throws IOException {
        assertFailed(read(records(call(1)).getBytes(StandardCharsets.UTF_16)), "UTF-16");
        assertFailed(read(records(call(1)).getBytes(StandardCharsets.UTF_16LE)), "UTF-16");
        assertFailed(read(records(call(1)).getBytes(StandardCharsets.UTF_16BE)), "UTF-16");
    }

    @Test
    void namesFilesOfOtherKinds() throws IOException {
        assertFailed(read("%PDF-1.7\n"), "PDF");
        assertFailed(read("PAR1\u0015\u0004"), "Parquet");
        assertFailed(read(new byte[] {0, 1, 2, 3, 4}), "binary");
    }

    @Test
    void failsForAFileThatIsNotThere() {
        FileReading reading = new TrailReader(Limits.STANDARD).read(folder.resolve("gone"), caught);
        assertFailed(reading, "not there any more");
    }

    // gzip

    @Test
    void readsGzipWhateverItsName() throws IOException {
        byte[] packed = gzip(records(call(1)));
        assertThat(read(packed)).isEqualTo(new FileReading(End.COMPLETE, null, packed.length));
        assertThat(caught.kept).hasSize(1);
    }

    @Test
    void readsAGzipHeaderWithAllItsParts() throws IOException {
        byte[] plain = gzip(records(call(1)));
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 3);
        out.write(4 | 8 | 16 | 2);
        out.write(plain, 4, 6);
        out.writeBytes(new byte[] {3, 0, 'x', 'y', 'z'});
        out.writeBytes("name.json\0comment\0cc".getBytes(StandardCharsets.US_ASCII));
        out.write(plain, 10, plain.length - 10);

        assertThat(read(out.toByteArray()).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(1);
    }

    @Test
    void failsForAGzipHeaderAlone() throws IOException {
        assertFailed(read(Arrays.copyOf(gzip(records(call(1))), 10)), "ends too early");
    }

    @Test
    void keepsWhatWasReadBeforeAWrongChecksum() throws IOException {
        byte[] packed = gzip(records(call(1), call(2)));
        packed[packed.length - 8] ^= 1;
        assertFailed(read(packed), "checksum");
        assertThat(caught.kept).hasSize(2);
    }

    @Test
    void failsForAWrongLength() throws IOException {
        byte[] packed = gzip(records(call(1)));
        packed[packed.length - 1] ^= 1;
        assertFailed(read(packed), "length");
    }

    @Test
    void failsForASecondMemberAndForBytesBehind() throws IOException {
        byte[] one = gzip(records(call(1)));
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertFailed(read(two), "a second compressed part");
        assertFailed(read(Arrays.copyOf(one, one.length + 1)), "other bytes follow");
        assertThat(caught.kept).hasSize(2);
    }

    @Test
    void asksToUnpackGzipInsideGzip() throws IOException {
        assertFailed(read(gzip(gzip(records(call(1))))), "a gzip file inside a gzip file");
    }

    @Test
    void neverThrowsForGzipCutAnywhere() throws IOException {
        byte[] packed = gzip(records(call(1), other(2), call(3)));
        for (int length = 0; length < packed.length; length++) {
            assertThat(read(Arrays.copyOf(packed, length)).end()).isEqualTo(End.FAILED);
        }
    }

    @Test
    void saysHowManyRecordsOfACutFileAreSafe() throws IOException {
        String content = records(call(1), call(2), call(3));
        FileReading reading = read(content.substring(0, content.length() - 200));
        assertFailed(
                reading,
                "The 2 records read before are safe. One record that could not be read whole is set aside. Get the file again");
        assertThat(caught.kept).hasSize(2);
        assertThat(caught.reasons()).containsExactly(Reason.TRUNCATED);
    }

    // Caps

    @Test
    void stopsADecompressionBombAtTheRatio() throws IOException {
        assertFailed(read(gzip(new byte[64 << 20])), "binary");
        byte[] bomb = gzip("{\"Records\":[" + " ".repeat(64 << 20) + "]}");
        assertFailed(read(bomb), "200 times its size");
    }

    @Test
    void stopsAtTheCapOfBytes() throws IOException {
        var limits = new Limits(1 << 20, 1 << 20, 1 << 20, 100, 10);
        assertFailed(read(gzip(records(call(1)) + " ".repeat(1 << 20)), limits), "more than 1 MiB, the cap");
        assertThat(caught.kept).hasSize(1);
    }

    @Test
    void leavesOutARecordThatIsTooLarge() throws IOException {
        String large = call(2).replace("worker", "w".repeat(3 << 20));
        assertThat(read(records(call(1), large, call(3))).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(2);
        assertThat(caught.reasons()).containsExactly(Reason.TOO_LARGE);
        assertThat(caught.rejected.getFirst().place().length()).isEqualTo(large.length());
    }

    @Test
    void holdsTheCapOfARecordToTheByte() throws IOException {
        var limits = new Limits(1 << 30, 200, call(1).length(), 100, 10);
        read((call(1) + "\n" + call(22)).getBytes(StandardCharsets.UTF_8), limits);
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.reasons()).containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void leavesOutARecordThatIsTooDeep() throws IOException {
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String least = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
        String most = "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}";
        assertThat(read(records(call(1), deep, least, most, call(3))).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(2);
        assertThat(caught.reasons()).containsExactly(Reason.TOO_DEEP, Reason.TOO_DEEP, Reason.UNKNOWN_KIND);
    }

    @Test
    void endsAtBracketsThatNeverClose() throws IOException {
        assertThat(read("[".repeat(100_000)).end()).isEqualTo(End.FAILED);
        assertThat(read("{\"a\":".repeat(100_000)).end()).isEqualTo(End.FAILED);
    }

    // Broken records

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":tru}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":NaN}",
                "{\"a\":undefined}",
                "{\"a\":[1 2]}",
                "{\"a\":\"\\x\"}",
                "{a:1}"
            })
    void leavesOutABrokenElementWhoseEndIsCertain(String broken) throws IOException {
        assertThat(read(records(call(1), broken, call(2))).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(2);
        assertThat(caught.reasons()).containsExactly(Reason.MALFORMED);
        assertThat(caught.rejected.getFirst().place().length()).isEqualTo(broken.length());
        assertThat(caught.rejected.getFirst().excerpt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"eventTime\":2026-05", "\"eventTime:\"2026", "\"eventTime\"}:[", "\"eventTime\":{"})
    void findsTheNextRecordAfterABrokenOne(String damage) throws IOException {
        String broken = call(2).replaceFirst("\"eventTime\":\"2026", damage);
        FileReading reading = read(records(call(1), broken, call(3)));

        assertThat(reading.failure()).isNull();
        assertThat(caught.kept).hasSize(2);
        assertThat(caught.reasons()).containsExactly(Reason.MALFORMED);
        assertThat(caught.rejected.getFirst().place())
                .isEqualTo(new Place("", 2, records(call(1), "").length() - 2, broken.length()));
        assertThat(caught.rejected.getFirst().excerpt()).startsWith("{\"eventVersion\"");
    }

    @Test
    void failsWhereNoNextRecordCanBeTold() throws IOException {
        String content = records(call(1), "{\"x\":\"y", "{\"x\":1}");
        assertFailed(read(content), "its list is damaged at byte");
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.reasons()).containsExactly(Reason.MALFORMED);
    }

    @Test
    void losesOneLineForEachBrokenLine() throws IOException {
        FileReading reading = read(logLine(1) + "\n{\"x\":\"\n" + logLine(2) + "\nnot json\n" + logLine(3) + "\n{]\n"
                + logLine(4).substring(0, 100) + "\n" + logLine(5));
        assertThat(reading.end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(4);
        assertThat(caught.reasons()).hasSize(4).containsOnly(Reason.MALFORMED);
        assertThat(caught.rejected).allSatisfy(bad -> assertThat(bad.excerpt()).isNull());
    }

    @Test
    void keepsNoBytesOfABrokenInvocationLog() throws IOException {
        read("{\"eventVersion\":\"1\",\"input\":{\"inputBodyJson\":{\"prompt\":\"my secret\"}},,}\n" + logLine(1));
        assertThat(caught.reasons()).containsExactly(Reason.MALFORMED);
        assertThat(caught.rejected.getFirst().excerpt()).isNull();
    }

    @Test
    void putsBytesBehindTheEndAside() throws IOException {
        String content = records(call(1));
        assertThat(read(content + "\n\0garbage [1]").end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.reasons()).containsExactly(Reason.MALFORMED);
        assertThat(caught.rejected.getFirst().place()).isEqualTo(new Place("", 2, content.length() + 1, 12));
    }

    @Test
    void marksTheCutLineOfALogAsCut() throws IOException {
        assertThat(read(logLine(1) + "\n" + logLine(2).substring(0, 80)).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.reasons()).containsExactly(Reason.TRUNCATED);
    }

    @Test
    void failsForBrokenJsonAlone() throws IOException {
        assertFailed(read("{\"eventSource\":"), "it is broken JSON");
        assertFailed(read("{,}"), "it is broken JSON");
    }

    // Records of other services

    @Test
    void skipsByTheSourceWhereverItStands() throws IOException {
        String last = "{\"x\":{\"eventSource\":\"bedrock.amazonaws.com\"},\"y\":\"\\\"eventSource\\\":\","
                + "\"eventName\":\"Get\",\"eventTime\":1,\"eventSource\" : \"s3.amazonaws.com\"}";
        read(records(last));
        assertThat(caught.skipped).containsExactly(SkipReason.OTHER_SERVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "ec2, DescribeInstances",
        "athena, StartQueryExecution",
        "batch, SubmitJob",
        "iam, GetRole",
        "iam, AttachRolePolicy",
        "cloudtrail, LookupEvents",
        "cloudtrail, DescribeTrails",
        "cloudtrail, GetEventSelectors",
        "cloudtrail, ListTrails"
    })
    void skipsForTheSameReasonAsIfItHadBeenParsed(String service, String operation) throws IOException {
        String record = other(1).replace("ec2.", service + ".").replace("DescribeInstances", operation);
        read(records(record));
        assertThat(caught.skipped).containsExactly(Records.skip(record));
    }

    @Test
    void isNotMisledByEscapesOrASecondSource() throws IOException {
        read(records(
                call(1).replace("\"eventSource\"", "\"event\\u0053ource\""),
                call(2).replace("\"bedrock.amazonaws.com\"", "\"bedrock.amazonaws\\u002ecom\""),
                call(3).replace("\"eventName\"", "\"eventSource\":\"s3.amazonaws.com\",\"eventName\"")));
        assertThat(caught.kept).hasSize(2);
        assertThat(caught.reasons()).containsExactly(Reason.DUPLICATE_KEY);
    }

    @Test
    void skipsNetworkActivityForWhatItIs() throws IOException {
        read(records(other(1).replace("\"Management\"", "\"NetworkActivity\"")));
        assertThat(caught.skipped).containsExactly(SkipReason.NETWORK_ACTIVITY);
    }

    @Test
    void takesReadsOfATrailAsCoverage() throws IOException {
        read(records(
                other(1),
                other(2),
                other(3).replace("2026-05-04", "2026-05-05"),
                other(4).replace("\"readOnly\":true", "\"readOnly\":false").replace("eu-central-1", "eu-west-1"),
                other(5).replace("\"Management\"", "\"Data\"").replace("eu-central-1", "eu-west-2"),
                other(6).replace(",\"recipientAccountId\":\"111122223333\"", "")
                        .replace("111122223333", "444455556666")));
        assertThat(caught.covered)
                .containsExactly(covered("111122223333", 4), covered("111122223333", 5), covered("444455556666", 4));
    }

    @Test
    void takesNoCoverageFromOtherFormsThanTrails() throws IOException {
        read("[" + other(1) + "]");
        assertThat(caught.skipped).hasSize(1);
        assertThat(caught.covered).isEmpty();
    }

    private static Coverage covered(String account, int day) {
        return new Coverage(account, "eu-central-1", Channel.BEDROCK_RUNTIME, LocalDate.of(2026, 5, day));
    }

    // Progress

    @Test
    void tellsProgressAndStopsWhenAsked() throws IOException {
        String record = other(1);
        byte[] content = records(record.repeat(6000).replace("}{", "},{").split("(?<=Management\"}),"))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read(content).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.progress).hasSizeBetween(content.length >> 21, content.length >> 20);
        assertThat(caught.progress).isSorted();

        var stopped = new Caught();
        stopped.stopAfter = 2;
        Path file = folder.resolve("some.file");
        FileReading reading = new TrailReader(Limits.STANDARD).read(file, stopped);
        assertThat(reading.end()).isEqualTo(End.STOPPED);
        assertThat(reading.failure()).isNull();
        assertThat(stopped.records()).isPositive().isLessThan(caught.records());
    }
}
