package io.outflow.evidence.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from names (RFC 9562, version 5), so that the same is called the same each time. */
final class UuidV5 {

    /** Chosen once by chance; only ids of Outflow are made below it. */
    private static final UUID OUTFLOW = UUID.fromString("6a1d3c52-5b0e-4c0b-9d7e-3f2a8c41e90b");

    private UuidV5() {}

    /** The id of a thing that its names tell from all others. */
    static UUID of(String... names) {
        return of(OUTFLOW, String.join("\n", names));
    }

    static UUID of(UUID namespace, String name) {
        try {
            // SHA-1 is what version 5 asks for; nothing here rests on its strength.
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    hash.getLong() & ~0xF000L | 0x5000L, hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
