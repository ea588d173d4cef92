package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Gives each record of one file its key, the hash of its content and its original. The content is compared in a canonical form: sorted
 * names, times as instants, numbers by value; so the same event has the same hash whichever way it came.
 */
final class Keys {
    static final int LONGEST_ID = 128;
    private static final HexFormat HEX = HexFormat.of();

    /** The key of a record and the hash of its canonical content. */
    record Identified(EventKey key, String hash) {}

    static final byte[] NO_ORIGINAL = {};

    private final JsonWriter writer;
    private final boolean originals;
    private final MessageDigest sha256;
    private final Occurrences occurrences = new Occurrences();

    /** @param originals see {@link TrailSink#wantsOriginals} */
    Keys(JsonWriter writer, boolean originals) {
        this.writer = writer;
        this.originals = originals;
        sha256 = Sha256.start();
    }

    /** @param record the record without envelope and bodies */
    Identified ofCloudTrail(Json.Obj record, String account) throws Refusal {
        Instant time = time(record.text("eventTime"), "eventTime");
        String id = record.text("eventID");
        if (id != null && id.length() > LONGEST_ID) {
            throw new Refusal(
                    Reason.BAD_ID,
                    "The event id has " + id.length() + " characters; no id of CloudTrail has more than " + LONGEST_ID
                            + ", so the record was not stored.");
        }
        Json.Obj addendum = record.object("addendum");
        String original = addendum.text("originalEventID");
        if ("UPDATED_DATA".equals(addendum.text("reason")) && original != null) {
            throw new Refusal(
                    Reason.CORRECTION,
                    "This record corrects the earlier event " + Texts.clean(original)
                            + ". The first version was kept; compare the two before relying on either.");
        }
        Json.Obj canonical = withTime(record, "eventTime", time);
        if (id != null && !(record.get("eventID") instanceof Json.Text written && written.is(id))) {
            canonical = canonical.with("eventID", Json.Text.of(id));
        }
        return identified(canonical, time, account, id);
    }

    /** @param record the line without its bodies */
    Identified ofInvocationLog(Json.Obj record, String account) throws Refusal {
        Instant time = time(record.text("timestamp"), "timestamp");
        return identified(withTime(record, "timestamp", time), time, account, null);
    }

    /** The record with the time in its one form. */
    private static Json.Obj withTime(Json.Obj record, String field, Instant time) {
        boolean plain =
                record.get(field) instanceof Json.Text written && !written.escaped() && Times.isPlain(written.string());
        return plain ? record : record.with(field, Json.Text.of(time.toString()));
    }

    private Identified identified(Json.Obj canonical, Instant time, String account, @Nullable String id) {
        writer.canonical(canonical);
        String hash = hash(writer.buffer(), writer.size());
        String unique =
                id != null ? Texts.clean(id) : hash + '#' + occurrences.next(Long.parseUnsignedLong(hash, 0, 16, 16));
        return new Identified(new EventKey(time, Texts.clean(account), unique), hash);
    }

    /** The hash of the canonical content that a buffer begins with, in hex. */
    String hash(byte[] content, int length) {
        if (!originals) {
            return HEX.toHexDigits(Words.hash(content, length));
        }
        sha256.update(content, 0, length);
        return HEX.formatHex(sha256.digest());
    }

    /** The original of a record, from compact JSON without bodies. */
    byte[] original(byte[] b, int from, int to) {
        return originals ? Arrays.copyOfRange(b, from, to) : NO_ORIGINAL;
    }

    /** The original of a record without its bodies. */
    byte[] original(Json.Obj bare) {
        return originals ? writer.compact(bare) : NO_ORIGINAL;
    }

    private static Instant time(@Nullable String written, String field) throws Refusal {
        if (written == null) {
            throw new Refusal(Reason.NO_TIME, "The record has no " + field + ", so it cannot be put into any period.");
        }
        Instant time = Times.read(written);
        if (time == null) {
            String shown = written.length() > 40 ? written.substring(0, 39) + "…" : written;
            throw new Refusal(
                    Reason.BAD_TIME,
                    "The " + field + " \"" + Texts.clean(shown)
                            + "\" is not a time between 2006 and 2100 in any form that logs use.");
        }
        return time;
    }
}
