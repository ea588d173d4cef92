package io.outflow.trail;

import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Gives the bytes of another source and hashes them on their way. */
final class Hashed implements ByteSource {
    private final ByteSource source;
    private final MessageDigest sha256 = Sha256.start();
    private @Nullable LogContent content;

    Hashed(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        try {
            int n = source.read(b, off, len);
            if (n > 0) {
                sha256.update(b, off, n);
            } else if (n < 0 && content == null) {
                content = LogContent.of(sha256);
            }
            return n;
        } catch (Damaged e) {
            content = LogContent.damaged(e.why());
            throw e;
        }
    }

    /** What was read; null where it was not read to its end. */
    @Nullable
    LogContent content() {
        return content;
    }
}
