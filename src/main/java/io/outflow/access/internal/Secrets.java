package io.outflow.access.internal;

import io.outflow.base.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Long random texts that open something, and what is stored of them. */
public final class Secrets {

    private Secrets() {}

    /** A new one of 256 bits. */
    public static String token(String prefix) {
        return prefix + SecretBox.newSecret();
    }

    /** They are long and random, so a plain hash is enough. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
