package io.outflow.trail;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Hash of what a log file holds: SHA-256 of its uncompressed bytes, in one pass. Bytes behind the first compressed part make
 * the file a changed one, for a digest says nothing of them and readers of gzip read on.
 */
final class LogHash {
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[1 << 16]);

    private LogHash() {}

    /** @throws NotProven where the file is no single gzip member */
    static String of(InputStream in) throws IOException, NotProven {
        MessageDigest sha256 = Sha256.start();
        byte[] buffer = BUFFER.get();
        try (var gzip = new GzipSource(in::read)) {
            for (int n = gzip.read(buffer, 0, buffer.length); n >= 0; n = gzip.read(buffer, 0, buffer.length)) {
                sha256.update(buffer, 0, n);
            }
        } catch (ByteSource.Damaged e) {
            throw new NotProven(e.why());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
