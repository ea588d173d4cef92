package io.outflow.evidence;

import io.outflow.trail.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Certificates as PEM files, and their fingerprints. */
public final class Certificates {

    private Certificates() {}

    /**
     * All certificates of a PEM or DER file.
     *
     * @throws IOException when it holds none that can be read
     */
    public static List<X509Certificate> read(byte[] file) throws IOException {
        try {
            var read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(file))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (read.isEmpty()) {
                throw new IOException("There is no certificate in it.");
            }
            return read;
        } catch (CertificateException e) {
            throw new IOException("The certificate cannot be read.", e);
        }
    }

    /** SHA-256 over the certificate, as {@code openssl x509 -fingerprint -sha256} prints it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(Sha256.start().digest(certificate.getEncoded()))
                    .toUpperCase(Locale.ROOT);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
