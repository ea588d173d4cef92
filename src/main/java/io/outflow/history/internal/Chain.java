package io.outflow.history.internal;

import io.outflow.history.Entry;
import io.outflow.history.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash that ties an entry to the one before it, and the one that seals a revision. */
public final class Chain {

    /** What the first entry follows. */
    public static final String START = "0".repeat(64);

    private Chain() {}

    public static Entry link(
            long seq, Instant at, String actor, String action, String object, String text, String prevHash) {
        return new Entry(
                seq,
                at,
                actor,
                action,
                object,
                text,
                prevHash,
                hash(canonical(seq, at, actor, action, object, text, prevHash)));
    }

    public static boolean holds(Entry entry) {
        return entry.hash()
                .equals(hash(canonical(
                        entry.seq(),
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        entry.object(),
                        entry.text(),
                        entry.prevHash())));
    }

    /** The revision with the SHA-256 over all that it says. */
    public static Revision seal(Revision unsealed) {
        return new Revision(
                unsealed.seq(),
                unsealed.kind(),
                unsealed.object(),
                unsealed.owner(),
                unsealed.validFrom(),
                unsealed.validTo(),
                unsealed.recordedAt(),
                unsealed.actor(),
                unsealed.reason(),
                unsealed.json(),
                hash(canonical(unsealed)),
                unsealed.logSeq());
    }

    public static boolean holds(Revision revision) {
        return revision.sha256().equals(hash(canonical(revision)));
    }

    private static String canonical(
            long seq, Instant at, String actor, String action, String object, String text, String prevHash) {
        return canonical("outflow-change-log-1", seq, at, actor, action, object, text, prevHash);
    }

    private static String canonical(Revision revision) {
        return canonical(
                "outflow-revision-1",
                revision.seq(),
                revision.kind(),
                revision.object(),
                revision.owner(),
                revision.validFrom(),
                revision.validTo(),
                revision.recordedAt(),
                revision.actor(),
                revision.reason(),
                revision.json(),
                revision.logSeq());
    }

    /** Each part is led by its length, and one that is not there by a dash, so no two different things have the same text. */
    private static String canonical(String format, @Nullable Object... parts) {
        var canonical = new StringBuilder(format).append('\n');
        for (var part : parts) {
            if (part == null) {
                canonical.append("-\n");
            } else {
                var text = part.toString();
                canonical.append(text.length()).append(':').append(text).append('\n');
            }
        }
        return canonical.toString();
    }

    private static String hash(String canonical) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
