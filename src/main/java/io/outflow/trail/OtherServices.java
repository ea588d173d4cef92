package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells records of other AWS services by the fields that the walk remembered, so that they need not be parsed. Where the
 * fields leave a doubt, it leaves the record to the parser. One for each file.
 */
final class OtherServices {
    private static final long AMAZONA = Words.of(".amazona");
    private static final long AWS_COM = Words.of("naws.com");
    private static final int SUFFIX = ".amazonaws.com".length();
    private static final byte[] MANAGEMENT = "\"Management\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "\"Data\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE_TEXT = "\"true\"".getBytes(StandardCharsets.US_ASCII);
    private static final int DAY = "2025-01-31".length();

    private final TrailSink sink;
    private final Set<Coverage> told = new HashSet<>();
    private byte[] lastAccount = {};
    private byte[] lastRegion = {};
    private byte[] lastDay = {};

    OtherServices(TrailSink sink) {
        this.sink = sink;
    }

    /** Returns why the record just walked need not be parsed, or null where it must be. */
    static @Nullable SkipReason skipReason(byte[] b, Fields fields) {
        int from = fields.start(Fields.SOURCE) + 1;
        int to = fields.end(Fields.SOURCE) - 1;
        if (from == 0 || fields.odd() || !isPlainService(b, from, to) || !isOrdinary(b, fields)) {
            return null;
        }
        // The services that matter begin with one of four letters.
        int letter = b[from];
        if (letter != 'a' && letter != 'b' && letter != 'c' && letter != 'i') {
            return SkipReason.OTHER_SERVICE;
        }
        String name = name(b, fields);
        return name == null ? null : Relevance.skipReason(text(b, from, to), name);
    }

    private static boolean isPlainService(byte[] b, int from, int to) {
        int stem = to - SUFFIX;
        if (stem <= from || Words.at(b, stem) != AMAZONA || Words.at(b, to - 8) != AWS_COM) {
            return false;
        }
        for (int p = from; p < stem; p++) {
            int c = b[p];
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Insight, network activity and aggregated records are skipped for what they are, whichever service they are of. */
    private static boolean isOrdinary(byte[] b, Fields fields) {
        return fields.start(Fields.CATEGORY) < 0
                || is(b, fields, Fields.CATEGORY, MANAGEMENT)
                || is(b, fields, Fields.CATEGORY, DATA);
    }

    private static @Nullable String name(byte[] b, Fields fields) {
        int from = fields.start(Fields.NAME);
        if (from < 0 || b[from] != '"') {
            return null;
        }
        String name = text(b, from + 1, fields.end(Fields.NAME) - 1);
        return name.indexOf('\\') < 0 ? name : null;
    }

    /**
     * Tells what day a record of a trail proves to be covered. That a read of another service was logged shows that the
     * trail logs reads, and a model call is logged as a read.
     */
    void cover(byte[] b, Fields fields) {
        if (!isRead(b, fields) || !isManagement(b, fields)) {
            return;
        }
        int account = fields.start(Fields.RECIPIENT) >= 0 ? Fields.RECIPIENT : Fields.ACCOUNT;
        int time = fields.start(Fields.TIME);
        if (!isText(b, fields, account) || !isText(b, fields, Fields.REGION) || !isText(b, fields, Fields.TIME)) {
            return;
        }
        int timeEnd = fields.end(Fields.TIME);
        if (timeEnd - time < DAY + 4 || b[time + 1 + DAY] != 'T' || b[timeEnd - 2] != 'Z') {
            return;
        }
        boolean same = is(b, fields, account, lastAccount)
                && is(b, fields, Fields.REGION, lastRegion)
                && Arrays.equals(b, time + 1, time + 1 + DAY, lastDay, 0, lastDay.length);
        if (!same) {
            lastAccount = copy(b, fields, account);
            lastRegion = copy(b, fields, Fields.REGION);
            lastDay = Arrays.copyOfRange(b, time + 1, time + 1 + DAY);
            tell();
        }
    }

    private void tell() {
        try {
            var coverage = new Coverage(
                    inner(lastAccount),
                    inner(lastRegion),
                    Channel.BEDROCK_RUNTIME,
                    LocalDate.parse(new String(lastDay, StandardCharsets.ISO_8859_1)));
            if (told.add(coverage)) {
                sink.covered(coverage);
            }
        } catch (DateTimeException e) {
            // No such day: the record proves nothing.
        }
    }

    private static boolean isRead(byte[] b, Fields fields) {
        return is(b, fields, Fields.READ_ONLY, TRUE) || is(b, fields, Fields.READ_ONLY, TRUE_TEXT);
    }

    private static boolean isManagement(byte[] b, Fields fields) {
        if (fields.start(Fields.CATEGORY) >= 0) {
            return is(b, fields, Fields.CATEGORY, MANAGEMENT);
        }
        return fields.start(Fields.MANAGEMENT) < 0
                || is(b, fields, Fields.MANAGEMENT, TRUE)
                || is(b, fields, Fields.MANAGEMENT, TRUE_TEXT);
    }

    private static boolean is(byte[] b, Fields fields, int field, byte[] value) {
        int from = fields.start(field);
        return from >= 0 && Arrays.equals(b, from, fields.end(field), value, 0, value.length);
    }

    private static boolean isText(byte[] b, Fields fields, int field) {
        int from = fields.start(field);
        if (from < 0 || b[from] != '"' || fields.end(field) - from <= 2) {
            return false;
        }
        for (int p = from; p < fields.end(field); p++) {
            if (b[p] == '\\' || b[p] < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] copy(byte[] b, Fields fields, int field) {
        return Arrays.copyOfRange(b, fields.start(field), fields.end(field));
    }

    private static String inner(byte[] quoted) {
        return text(quoted, 1, quoted.length - 1);
    }

    private static String text(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
