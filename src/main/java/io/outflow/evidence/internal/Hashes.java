package io.outflow.evidence.internal;

import io.outflow.trail.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Hashes {

    private static final int BUFFER = 1 << 16;

    private Hashes() {}

    /** @throws IOException when there are more bytes than {@code most} */
    public static String of(InputStream bytes, long most) throws IOException {
        var digest = Sha256.start();
        var buffer = new byte[BUFFER];
        var size = 0L;
        for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            size += read;
            if (size > most) {
                throw new IOException("There are more bytes than were announced.");
            }
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(byte[] bytes) {
        return Sha256.hex(bytes);
    }

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
