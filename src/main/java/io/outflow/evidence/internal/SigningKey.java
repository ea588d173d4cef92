package io.outflow.evidence.internal;

import io.outflow.evidence.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A key that signs packages, ECDSA on P-256, with the certificate that readers check against. The certificate is signed by
 * itself: readers trust it because of how they got it.
 */
public record SigningKey(Signer signer, X509Certificate certificate) {

    private static final Period VALID = Period.ofYears(20);

    /** Makes a new key in memory. */
    public static SigningKey make(Instant now) {
        try {
            return new FileKeys().make(now).key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A key with a new certificate.
     *
     * @throws IOException when it does not sign
     */
    static SigningKey of(PublicKey publicKey, Signer signer, Instant now) throws IOException {
        var from = now.truncatedTo(ChronoUnit.SECONDS);
        var name = new X500Name("CN=Outflow evidence, SERIALNUMBER=" + from.getEpochSecond());
        try {
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(120, new SecureRandom()).setBit(119),
                            Date.from(from.minus(1, ChronoUnit.HOURS)),
                            Date.from(from.atOffset(ZoneOffset.UTC).plus(VALID).toInstant()),
                            name,
                            publicKey)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .build(new Signing(signer));
            var made = new JcaX509CertificateConverter().getCertificate(certificate);
            made.verify(publicKey);
            return new SigningKey(signer, made);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IOException("What the new evidence key signed does not hold, so it was not taken.", e);
        }
    }

    /** @throws IOException with a sentence when the key cannot be reached or does not sign */
    public byte[] sign(byte[] bytes) throws IOException {
        return signer.sign(bytes);
    }

    /** The certificate, as a PEM file. */
    public String pem() {
        return pem(certificate);
    }

    static String pem(X509Certificate certificate) {
        try {
            return written("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String written(String type, byte[] content) {
        var text = new StringWriter();
        try (var pem = new PemWriter(text)) {
            pem.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().replace("\r\n", "\n");
    }

    @Override
    public String toString() {
        return "Evidence key " + Certificates.fingerprint(certificate);
    }

    /** Signs a certificate with a key that may lie anywhere. */
    private record Signing(Signer signer, ByteArrayOutputStream bytes) implements ContentSigner {

        private Signing(Signer signer) {
            this(signer, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return bytes;
        }

        @Override
        public byte[] getSignature() {
            try {
                return signer.sign(bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
