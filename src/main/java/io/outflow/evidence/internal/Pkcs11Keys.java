package io.outflow.evidence.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys that never leave a token: an HSM, or what speaks PKCS#11 like one. */
final class Pkcs11Keys implements KeyMaker {

    private static final String KEPT = "pkcs11:";

    /** Keys that are made there cannot be read out. */
    private static final String CONFIG = """
            --name = OutflowEvidence
            library = %s
            slotListIndex = %d
            attributes(generate,CKO_PRIVATE_KEY,CKK_EC) = {
              CKA_SIGN = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
            }
            """;

    private final Settings settings;
    private @Nullable Provider provider;

    /**
     * How the token is reached.
     *
     * @param library the vendor's library
     * @param slot the place of the token's slot in the list of slots, from 0
     * @param pin of the token; empty when it is read from a file
     * @param pinFile file whose first line is the PIN; empty when the PIN itself is set
     */
    record Settings(String library, int slot, String pin, String pinFile) {

        char[] readPin() throws IOException {
            if (!pin.isEmpty()) {
                return pin.toCharArray();
            }
            if (pinFile.isBlank()) {
                throw new IOException("No PIN is set for the PKCS#11 token. Set OUTFLOW_PKCS11_PIN_FILE.");
            }
            try {
                return Files.readString(Path.of(pinFile.strip()), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toCharArray();
            } catch (IOException e) {
                throw new IOException("The file that OUTFLOW_PKCS11_PIN_FILE names cannot be read: " + pinFile, e);
            }
        }

        @Override
        public String toString() {
            return "the PKCS#11 token in slot %d of %s".formatted(slot, library);
        }
    }

    Pkcs11Keys(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean made(String kept) {
        return kept.startsWith(KEPT);
    }

    @Override
    public String place(String kept) {
        return "on a PKCS#11 token, named " + alias(kept);
    }

    @Override
    public Made make(Instant now) throws IOException {
        var alias = "outflow-evidence-" + now.toEpochMilli();
        try {
            var token = token();
            var pairs = KeyPairGenerator.getInstance("EC", token);
            var store = open(token);
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = pairs.generateKeyPair();
            var key = SigningKey.of(pair.getPublic(), bytes -> signed(token, pair.getPrivate(), bytes), now);
            store.setKeyEntry(alias, pair.getPrivate(), null, new Certificate[] {key.certificate()});
            var kept = KEPT + alias;
            return new Made(new SigningKey(open(kept, key.certificate()), key.certificate()), kept);
        } catch (GeneralSecurityException | ProviderException e) {
            throw refused("No evidence key can be made on %s.", e);
        }
    }

    @Override
    public Signer open(String kept, X509Certificate certificate) {
        return new OnToken(this, alias(kept));
    }

    /** A key on the token, looked for each time it signs, so that a token may be away in between. */
    private record OnToken(Pkcs11Keys keys, String alias) implements Signer {

        @Override
        public byte[] sign(byte[] bytes) throws IOException {
            return keys.sign(alias, bytes);
        }
    }

    private byte[] sign(String alias, byte[] bytes) throws IOException {
        try {
            var token = token();
            if (open(token).getKey(alias, null) instanceof PrivateKey key) {
                return signed(token, key, bytes);
            }
            throw new IOException("There is no key %s on %s.".formatted(alias, settings));
        } catch (GeneralSecurityException | ProviderException e) {
            throw refused("The evidence key on %s does not sign.", e);
        }
    }

    private static byte[] signed(Provider token, PrivateKey key, byte[] bytes) throws IOException {
        try {
            var signature = Signature.getInstance("SHA256withECDSA", token);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IOException("The PKCS#11 token does not sign.", e);
        }
    }

    private KeyStore open(Provider token) throws GeneralSecurityException, IOException {
        var pin = settings.readPin();
        try {
            var store = KeyStore.getInstance("PKCS11", token);
            store.load(null, pin);
            return store;
        } catch (IOException e) {
            throw refused("%s does not open. Look whether the PIN is right before you try often: tokens lock.", e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private synchronized Provider token() throws IOException {
        var found = provider;
        if (found == null) {
            if (!Files.isRegularFile(Path.of(settings.library()))) {
                throw new IOException(
                        "OUTFLOW_PKCS11_LIBRARY names no file that is there: \"%s\".".formatted(settings.library()));
            }
            var bare = Security.getProvider("SunPKCS11");
            if (bare == null) {
                throw new IOException("This Java has no PKCS#11 provider. Use a full JDK.");
            }
            try {
                found = bare.configure(CONFIG.formatted(settings.library(), settings.slot()));
            } catch (InvalidParameterException | ProviderException e) {
                throw refused("%s cannot be reached.", e);
            }
            provider = found;
        }
        return found;
    }

    private IOException refused(String sentence, Exception cause) {
        return new IOException(sentence.formatted(settings), cause);
    }

    private static String alias(String kept) {
        return kept.substring(KEPT.length()).strip();
    }
}
