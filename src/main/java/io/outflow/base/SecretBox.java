package io.outflow.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets unreadable in the database: AES-256-GCM under a key of this installation, which lies in the data folder and
 * never in the database. A sealed text holds a version, a random 96-bit nonce and the ciphertext with its 128-bit tag.
 */
public final class SecretBox {

    private static final String KEY_FILE = "secrets.key";
    private static final int KEY_BYTES = 32;
    private static final String SEALED = "sealed:1:";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutflowHome home;

    public SecretBox(OutflowHome home) {
        this.home = home;
    }

    /** A secret that cannot be read, with what is safe and what to do in its sentence. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable(String sentence) {
            super(sentence);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** A new secret of 256 bits, which nobody can guess, as a text without signs that addresses or headers would change. */
    public static String newSecret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(KEY_BYTES));
    }

    /** Whether a stored text is sealed; what older versions stored is not. */
    public static boolean isSealed(String stored) {
        return stored.startsWith(SEALED);
    }

    /**
     * Seals a secret. The first one makes the key.
     *
     * @param purpose what the secret is for; only the same purpose opens it again
     */
    public String seal(String purpose, String secret) {
        var key = home.secret(KEY_FILE, () -> random(KEY_BYTES));
        var nonce = random(NONCE_BYTES);
        try {
            var text =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, all, NONCE_BYTES, text.length);
            return SEALED + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A secret cannot be sealed with " + home.path().resolve(KEY_FILE), e);
        }
    }

    /**
     * Opens what was sealed; a text that is not sealed comes back as it is.
     *
     * @throws Unreadable when the key is missing or another one, or when the text was changed
     */
    public String open(String purpose, String stored) {
        if (!isSealed(stored)) {
            return stored;
        }
        var key = home.existingSecret(KEY_FILE)
                .orElseThrow(() -> new Unreadable(
                        "The key file %s is missing, so a stored secret cannot be read. All else works. Put the file back from the backup, or give a new secret."
                                .formatted(home.path().resolve(KEY_FILE))));
        try {
            var all = Base64.getDecoder().decode(stored.substring(SEALED.length()));
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            var opened = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unreadable(
                    "A stored secret cannot be read with the key file %s: it was sealed with another one, or changed since. All else works. Put the right file back, or give a new secret."
                            .formatted(home.path().resolve(KEY_FILE)));
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
