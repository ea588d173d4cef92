package io.outflow.trail;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a log file holds, as far as digests compare it. Bytes behind the first compressed part make the file a changed one, for
 * a digest says nothing of them and readers of gzip read on.
 *
 * @param sha256 of its uncompressed bytes, in hex; empty where it is no single gzip member
 * @param fault why it is none, as the end of a sentence
 */
public record LogContent(String sha256, @Nullable String fault) {
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[1 << 16]);

    /** Reads a file in one pass. */
    public static LogContent of(InputStream in) throws IOException {
        return of((ByteSource) in::read);
    }

    static LogContent of(ByteSource in) throws IOException {
        MessageDigest sha256 = Sha256.start();
        byte[] buffer = BUFFER.get();
        try (var gzip = new GzipSource(in)) {
            for (int n = gzip.read(buffer, 0, buffer.length); n >= 0; n = gzip.read(buffer, 0, buffer.length)) {
                sha256.update(buffer, 0, n);
            }
        } catch (ByteSource.Damaged e) {
            return damaged(e.why());
        }
        return of(sha256);
    }

    static LogContent of(MessageDigest sha256) {
        return new LogContent(HexFormat.of().formatHex(sha256.digest()), null);
    }

    static LogContent damaged(String why) {
        return new LogContent("", why);
    }

    /**
     * Why this is not what a digest names, as the end of a sentence; null where it is.
     *
     * @param named hash of the content as the digest names it, in hex
     */
    public @Nullable String differs(String named) {
        if (fault != null) {
            return fault;
        }
        return sha256.equalsIgnoreCase(named) ? null : "its content is not what its digest names";
    }
}
