package io.outflow.evidence.internal;

import io.outflow.evidence.Certificates;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A key that signs packages, ECDSA on P-256, with the certificate that readers check against. The certificate is signed by
 * itself: readers trust it because of how they got it.
 */
public record SigningKey(PrivateKey key, X509Certificate certificate) {

    private static final Period VALID = Period.ofYears(20);

    /** Makes a new key. */
    public static SigningKey make(Instant now) {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = pairs.generateKeyPair();
            var from = now.truncatedTo(ChronoUnit.SECONDS);
            var name = new X500Name("CN=Outflow evidence, SERIALNUMBER=" + from.getEpochSecond());
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(120, new SecureRandom()).setBit(119),
                            Date.from(from.minus(1, ChronoUnit.HOURS)),
                            Date.from(from.atOffset(ZoneOffset.UTC).plus(VALID).toInstant()),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return new SigningKey(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("This Java cannot make keys on P-256.", e);
        }
    }

    /** Reads what {@link #keyPem} and {@link #pem} wrote. */
    static SigningKey read(byte[] key, byte[] certificate) throws IOException {
        try (var pem = new PemReader(new StringReader(new String(key, StandardCharsets.US_ASCII)))) {
            var read = pem.readPemObject();
            if (read == null) {
                throw new IOException("The evidence key cannot be read.");
            }
            return new SigningKey(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(read.getContent())),
                    Certificates.read(certificate).getFirst());
        } catch (GeneralSecurityException e) {
            throw new IOException("The evidence key cannot be read.", e);
        }
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The evidence key does not sign.", e);
        }
    }

    String keyPem() {
        return written("PRIVATE KEY", key.getEncoded());
    }

    /** The certificate, as a PEM file. */
    public String pem() {
        try {
            return written("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(String type, byte[] content) {
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
}
