package io.outflow.trail;

import io.outflow.trail.Outline.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls that were read before, so that a record which tells of the same caller, model, outcome and so on needs no
 * parsing: of such a record only the time, the ids, the token counts and the hash are new. Most calls of a log are such calls.
 *
 * <p>It gives what {@link CloudTrailReader} would give, or nothing. Belongs to one thread at a time, and may serve one file after the
 * other; what it holds is bounded.
 */
final class KnownCalls {
    private static final int MOST_OUTLINES = 128;
    private static final int MOST_DIGITS = 15;
    private static final Long TOO_LARGE = -1L;

    /** A call that was read, whoever made it. */
    private static final class Known {
        final ModelCall call;
        /** Whether the record shows that management reads were logged. */
        final boolean managementRead;
        /** The file and the day for which the sink was told last what the call proves of the log. */
        int toldIn;

        long toldOf;

        Known(ModelCall read, boolean managementRead) {
            call = read.again(
                    read.place(), read.key(), read.caller(), read.model(), "", null, read.tokens(), Keys.NO_ORIGINAL);
            this.managementRead = managementRead;
        }
    }

    private final int mostOutlines;
    private Outlines outlines;
    private Remembered<Known> calls = new Remembered<>();
    private final Remembered<Caller> callers = new Remembered<>();
    private final Remembered<Model> models = new Remembered<>();
    private Keys keys = new Keys(new JsonWriter(), true);
    private int file;
    /** Whether the next record is likely to be such a call. */
    private boolean expected;
    /** The outline of the record whose end was told last, until that is read. */
    private @Nullable Outline ahead;

    private final JsonParser identities = new JsonParser(Limits.STANDARD.depth());
    private final PlainTimes times = new PlainTimes();
    private byte[] canonical = new byte[4096];

    KnownCalls() {
        this(MOST_OUTLINES);
    }

    /** @param mostOutlines with 0 it never knows a call */
    KnownCalls(int mostOutlines) {
        this.mostOutlines = mostOutlines;
        outlines = new Outlines(mostOutlines);
    }

    /** Goes on with another file. */
    void start(Keys keysOfFile) {
        if (outlines.isFull()) {
            // What is written in another way now is worth more than what was written so some files ago.
            outlines = new Outlines(mostOutlines);
            calls = new Remembered<>();
        }
        keys = keysOfFile;
        file++;
        expected = false;
        ahead = null;
    }

    /**
     * The index after the record at an index, where the record before was such a call and this one is written like one; else -1. Calls
     * follow upon calls, and to look for one among other records would cost more than it saves. Whoever gets an index reads that record
     * next.
     */
    int end(byte[] b, int off, int limit) {
        if (!expected || limit + Walker.PAD > b.length) {
            return -1;
        }
        expected = false;
        ahead = outlines.at(b, off, limit);
        return ahead == null ? -1 : outlines.end();
    }

    /** Tells the sink of the call that fills the slice; returns false, and tells nothing, where the record must be parsed. */
    boolean read(byte[] b, int off, int len, Place place, TrailSink sink) {
        Outline outline = ahead == null ? outline(b, off, len) : ahead;
        ahead = null;
        if (outline == null) {
            return false;
        }
        Known known = known(outline, b);
        ModelCall call = known == null ? null : again(outline, known.call, b, off, len, place);
        if (known == null || call == null) {
            return false;
        }
        expected = true;
        sink.kept(call);
        if (known.toldIn != file || known.toldOf != times.midnight()) {
            known.toldIn = file;
            known.toldOf = times.midnight();
            CloudTrailReader.cover(call, sink);
            if (known.managementRead) {
                CloudTrailReader.coverManagement(call, sink);
            }
        }
        return true;
    }

    /** Remembers a call that was read from a record without an envelope. */
    void learn(Json.Obj record, ModelCall call) {
        Json.Text written = record.written();
        if (written == null || written.to() + Walker.PAD > written.bytes().length || !isOrdinary(record, call)) {
            return;
        }
        Outline outline = outline(written);
        if (outline == null) {
            Outline made = Outline.of(record);
            if (made == null || made.index(Role.TIME) < 0 || made.index(Role.ID) < 0 || !outlines.add(made)) {
                return;
            }
            outline = outline(written);
        }
        if (outline == null) {
            return;
        }
        if (known(outline, written.bytes()) == null) {
            calls.put(outline, new Known(call, CloudTrailReader.isManagementRead(record)));
        }
        if (startModel(outline, written.bytes()) && models.get(call.channel()) == null) {
            models.put(call.channel(), call.model());
        }
        if (caller(outline, written.bytes()) == null) {
            callers.put(outline.callerOutline(), call.caller());
        }
    }

    /**
     * Whether the caller is all that follows from the identity, and follows from it alone. It is not so with keys, with what Bedrock does
     * for agents, and where the identity alone names the account.
     */
    private static boolean isOrdinary(Json.Obj record, ModelCall call) {
        return !call.apiKey()
                && call.caller().kind() != CallerKind.API_KEY
                && !new CallerReader(record).isBedrockStep()
                && record.text("recipientAccountId") != null
                && Bodies.withoutContent(record) == record;
    }

    private @Nullable Outline outline(Json.Text record) {
        return outline(record.bytes(), record.from(), record.to() - record.from());
    }

    private @Nullable Outline outline(byte[] b, int off, int len) {
        if (off + len + Walker.PAD > b.length) {
            return null;
        }
        Outline outline = outlines.at(b, off, off + len);
        return outlines.end() == off + len ? outline : null;
    }

    private @Nullable Known known(Outline outline, byte[] b) {
        put(calls, outline, outline.facts(), b);
        return calls.get(outline);
    }

    private @Nullable Caller caller(Outline outline, byte[] b) {
        put(callers, outline, outline.callerFacts(), b);
        return callers.get(outline.callerOutline());
    }

    /** Reads who called, where all else is known; null where more than the caller follows from it. */
    private @Nullable Caller newCaller(Outline outline, byte[] b, int off) {
        int from = outline.identityStart(off, outlines.places());
        int to = outline.identityEnd(off, outlines.places());
        try {
            if (from == to || !(identities.parse(b, from, to - from) instanceof Json.Obj identity)) {
                return null;
            }
            CallerReader reader = CallerReader.ofIdentity(identity);
            Caller caller = reader.isBedrockStep() ? null : reader.caller();
            if (caller == null || caller.kind() == CallerKind.API_KEY) {
                return null;
            }
            callers.put(outline.callerOutline(), caller);
            return caller;
        } catch (JsonFault fault) {
            return null;
        }
    }

    private void put(Remembered<?> to, Outline outline, int[] values, byte[] b) {
        int[] places = outlines.places();
        to.start();
        for (int value : values) {
            int from = places[value * 2];
            int end = places[value * 2 + 1];
            // Readers strip texts, so one that begins with a blank begins for them further on.
            to.add(b, from, b[from] == ' ' ? end : Math.min(end, from + outline.telling(value)));
        }
    }

    /** The model that the record names; null where that one was not met. */
    private @Nullable Model model(Outline outline, ModelCall same, byte[] b) {
        if (outline.index(Role.MODEL) < 0) {
            return same.model();
        }
        return startModel(outline, b) ? models.get(same.channel()) : null;
    }

    /** Takes the name of the model; returns false where there is none, or one that begins with a blank. */
    private boolean startModel(Outline outline, byte[] b) {
        int value = outline.index(Role.MODEL);
        int from = value < 0 ? 0 : outlines.places()[value * 2];
        int to = value < 0 ? 0 : outlines.places()[value * 2 + 1];
        if (from == to || b[from] == ' ') {
            return false;
        }
        models.start();
        models.add(b, from, to);
        return true;
    }

    private @Nullable ModelCall again(Outline outline, ModelCall same, byte[] b, int off, int len, Place place) {
        Caller caller = caller(outline, b);
        if (caller == null) {
            caller = newCaller(outline, b, off);
        }
        Model model = model(outline, same, b);
        int[] places = outlines.places();
        int time = outline.index(Role.TIME) * 2;
        long second = times.second(b, places[time], places[time + 1]);
        String id = id(b, outline.index(Role.ID), Keys.LONGEST_ID);
        int requestIndex = outline.index(Role.REQUEST);
        String request = requestIndex < 0 ? null : id(b, requestIndex, Keys.LONGEST_ID);
        if (caller == null
                || model == null
                || second == PlainTimes.NONE
                || id == null
                || (request == null && requestIndex >= 0)) {
            return null;
        }
        Tokens tokens = tokens(outline, same.tokens(), b);
        if (tokens == null) {
            return null;
        }
        if (canonical.length < len) {
            canonical = new byte[len + len / 4];
        }
        outline.canonical(b, places, canonical);
        EventKey key = new EventKey(Instant.ofEpochSecond(second), same.key().account(), id);
        return same.again(
                place,
                key,
                caller,
                model,
                keys.hash(canonical, len),
                request,
                tokens,
                keys.original(b, off, off + len));
    }

    /** An id that needs no cleaning; null where it does. */
    private @Nullable String id(byte[] b, int value, int longest) {
        int from = outlines.places()[value * 2];
        int length = outlines.places()[value * 2 + 1] - from;
        if (length == 0 || length > longest) {
            return null;
        }
        for (int i = from; i < from + length; i++) {
            if (b[i] <= ' ' || b[i] > '~') {
                return null;
            }
        }
        return new String(b, from, length, StandardCharsets.ISO_8859_1);
    }

    /** The counts of this record; null where one is too large to be sure of it here. */
    private @Nullable Tokens tokens(Outline outline, Tokens before, byte[] b) {
        if (!outline.counts()) {
            return before;
        }
        Long input = count(outline, Role.INPUT, before.input(), b);
        Long output = count(outline, Role.OUTPUT, before.output(), b);
        Long cacheRead = count(outline, Role.CACHE_READ, before.cacheRead(), b);
        Long cacheWrite = count(outline, Role.CACHE_WRITE, before.cacheWrite(), b);
        return TOO_LARGE.equals(input)
                        || TOO_LARGE.equals(output)
                        || TOO_LARGE.equals(cacheRead)
                        || TOO_LARGE.equals(cacheWrite)
                ? null
                : new Tokens(input, output, cacheRead, cacheWrite);
    }

    private @Nullable Long count(Outline outline, Role role, @Nullable Long before, byte[] b) {
        int value = outline.index(role);
        if (value < 0) {
            return before;
        }
        int from = outlines.places()[value * 2];
        int to = outlines.places()[value * 2 + 1];
        if (to - from > MOST_DIGITS) {
            return TOO_LARGE;
        }
        long count = 0;
        for (int p = from; p < to; p++) {
            count = count * 10 + b[p] - '0';
        }
        return count;
    }
}
