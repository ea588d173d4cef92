package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells what each record of one file means. Each call of {@link #read} leads to exactly one of kept, skipped and rejected.
 * One reader serves one file, because equal records without an id are told apart by their number in it.
 */
final class RecordReader implements Framer.Values {
    /** Logging leaves this sentence in log groups when it is switched on. */
    private static final byte[] PERMISSIONS_NOTE = "Permissions are correctly set".getBytes(StandardCharsets.US_ASCII);
    /** An envelope within an envelope is unwrapped, a third is not. */
    private static final int MOST_ENVELOPES = 2;

    private final TrailSink sink;
    private final JsonParser parser;
    private final CloudTrailReader cloudTrail;
    private final InvocationLogReader invocationLog;
    private final KnownCalls known;

    RecordReader(TrailSink sink, Limits limits, KnownCalls known, TextScanner scanner, BodyObjects bodies) {
        this.sink = sink;
        this.known = known;
        parser = new JsonParser(limits.depth());
        JsonWriter writer = new JsonWriter();
        Keys keys = new Keys(writer, sink.wantsOriginals());
        known.start(keys);
        Models models = new Models();
        cloudTrail = new CloudTrailReader(keys, models, writer);
        invocationLog =
                new InvocationLogReader(keys, models, new BodyTexts(scanner, new StoredBody(bodies, limits.depth())));
    }

    @Override
    public int end(byte[] buf, int off, int limit) {
        return known.end(buf, off, limit);
    }

    /** Reads the record in the slice. */
    @Override
    public void read(byte[] buf, int off, int len, Place place) {
        if (known.read(buf, off, len, place, sink)) {
            return;
        }
        try {
            if (isPermissionsNote(buf, off, len)) {
                sink.skipped(place.recordNo(), SkipReason.PERMISSION_CHECK);
                return;
            }
            read(parser.parse(buf, off, len), false, MOST_ENVELOPES, place);
        } catch (JsonFault fault) {
            sink.rejected(new BadRecord(place, fault.reason(), fault.sentence(), null));
        }
    }

    private void read(Json value, boolean looked, int envelopes, Place place) throws JsonFault {
        if (!(value instanceof Json.Obj record)) {
            unknown(place);
            return;
        }
        Json inner = envelopes == 0 ? null : enveloped(record);
        if (inner != null) {
            read(inner, looked || record.has("CloudTrailEvent"), envelopes - 1, place);
            return;
        }
        switch (RecordKind.of(record)) {
            case CLOUDTRAIL -> cloudTrail(record, looked, envelopes == MOST_ENVELOPES, place);
            case INVOCATION_LOG -> invocationLog(record, place);
            case INSIGHT -> sink.skipped(place.recordNo(), SkipReason.INSIGHT);
            case NETWORK_ACTIVITY -> sink.skipped(place.recordNo(), SkipReason.NETWORK_ACTIVITY);
            case AGGREGATED -> sink.skipped(place.recordNo(), SkipReason.AGGREGATED);
            case DIGEST -> sink.skipped(place.recordNo(), SkipReason.DIGEST);
            case PROOF_DATA -> sink.skipped(place.recordNo(), SkipReason.PROOF_DATA);
            case CONTENT_BODY -> sink.skipped(place.recordNo(), SkipReason.CONTENT_BODY);
            case PERMISSION_CHECK -> sink.skipped(place.recordNo(), SkipReason.PERMISSION_CHECK);
            case UNKNOWN -> unknown(place);
        }
    }

    private void cloudTrail(Json.Obj record, boolean looked, boolean bare, Place place) {
        try {
            ModelCall call = cloudTrail.read(record, looked, place, sink);
            if (call != null && bare) {
                known.learn(record, call);
            }
        } catch (Refusal refusal) {
            String excerpt = cloudTrail.excerpt(record);
            sink.rejected(new BadRecord(place, refusal.reason(), refusal.sentence(), excerpt));
        }
    }

    private void invocationLog(Json.Obj record, Place place) {
        try {
            invocationLog.read(record, place, sink);
        } catch (Refusal refusal) {
            sink.rejected(new BadRecord(place, refusal.reason(), refusal.sentence(), null));
        }
    }

    private void unknown(Place place) {
        sink.rejected(new BadRecord(
                place,
                Reason.UNKNOWN_KIND,
                "This is neither a CloudTrail record nor a line of a model invocation log.",
                null));
    }

    /** The record inside of an event of the event history or a copy by EventBridge; null where there is no envelope. */
    private @Nullable Json enveloped(Json.Obj record) throws JsonFault {
        Json inner = record.get("CloudTrailEvent");
        if (inner == null && record.has("detail-type")) {
            inner = record.get("detail");
        }
        if (inner instanceof Json.Text text) {
            byte[] bytes = text.string().getBytes(StandardCharsets.UTF_8);
            return parser.parse(bytes, 0, bytes.length);
        }
        return inner instanceof Json.Obj ? inner : null;
    }

    /** Whether a text is the note that logging leaves behind when it is switched on; it is no JSON. */
    static boolean isPermissionsNote(byte[] buf, int off, int len) {
        int from = off;
        while (from < off + len && buf[from] <= ' ' && buf[from] >= 0) {
            from++;
        }
        if (from < off + len && buf[from] == '"') {
            from++;
        }
        if (off + len - from < PERMISSIONS_NOTE.length) {
            return false;
        }
        for (int i = 0; i < PERMISSIONS_NOTE.length; i++) {
            if (buf[from + i] != PERMISSIONS_NOTE[i]) {
                return false;
            }
        }
        return true;
    }
}
