package io.outflow.history.internal;

import io.outflow.history.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The hash that ties an entry to the one before it. */
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

    /** Each part is led by its length, so no two different entries have the same text. */
    private static String canonical(
            long seq, Instant at, String actor, String action, String object, String text, String prevHash) {
        var canonical = new StringBuilder("outflow-change-log-1\n");
        Stream.of(Long.toString(seq), at.toString(), actor, action, object, text, prevHash)
                .forEach(part ->
                        canonical.append(part.length()).append(':').append(part).append('\n'));
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
