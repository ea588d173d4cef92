package io.outflow.evidence.internal;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import org.bouncycastle.util.io.pem.PemReader;

/** Keys that lie in the data folder as PKCS#8, readable by its owner only. */
final class FileKeys implements KeyMaker {

    private static final String PEM = "PRIVATE KEY";

    /** A key in the memory of this process. */
    record InMemory(PrivateKey key) implements Signer {

        @Override
        public byte[] sign(byte[] bytes) throws IOException {
            try {
                var signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(key);
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IOException("The evidence key in the data folder does not sign.", e);
            }
        }

        @Override
        public String toString() {
            return "a key that is not printed";
        }
    }

    @Override
    public boolean made(String kept) {
        return kept.startsWith("-----BEGIN " + PEM);
    }

    @Override
    public String place(String kept) {
        return "in the data folder";
    }

    @Override
    public Made make(Instant now) throws IOException {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = pairs.generateKeyPair();
            var signer = new InMemory(pair.getPrivate());
            return new Made(
                    SigningKey.of(pair.getPublic(), signer, now),
                    SigningKey.written(PEM, pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make keys on P-256.", e);
        }
    }

    @Override
    public Signer open(String kept, X509Certificate certificate) throws IOException {
        try (var pem = new PemReader(new StringReader(kept))) {
            var read = pem.readPemObject();
            if (read == null) {
                throw new IOException("The evidence key cannot be read.");
            }
            return new InMemory(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(read.getContent())));
        } catch (GeneralSecurityException e) {
            throw new IOException("The evidence key cannot be read.", e);
        }
    }
}
