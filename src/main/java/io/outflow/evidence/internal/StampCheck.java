package io.outflow.evidence.internal;

import io.outflow.evidence.Verification.Stamp;
import io.outflow.trail.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * What an RFC 3161 time stamp says of the list of seals.
 *
 * @param at the time in the stamp, where it holds
 * @param inside whether the stamp belongs into the package
 */
public record StampCheck(Stamp state, @Nullable Instant at, List<String> findings, boolean inside) {

    public static final StampCheck NONE = new StampCheck(Stamp.NONE, null, List.of(), false);

    public static StampCheck broken(String finding) {
        return new StampCheck(Stamp.BROKEN, null, List.of(finding), false);
    }

    /**
     * @param response the bytes of the stamp
     * @param data what it must be over
     * @param authorities whom the reader trusts; none leaves it unchecked
     */
    public static StampCheck of(byte[] response, byte[] data, List<X509Certificate> authorities, boolean inside) {
        if (authorities.isEmpty()) {
            return new StampCheck(Stamp.NOT_CHECKED, null, List.of(), inside);
        }
        try {
            var token = new TimeStampResponse(response).getTimeStampToken();
            if (token == null) {
                return failed("The time stamp is a refusal of the authority.", inside);
            }
            var info = token.getTimeStampInfo();
            if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    || !Arrays.equals(
                            info.getMessageImprintDigest(), Sha256.start().digest(data))) {
                return failed("The time stamp is over something else.", inside);
            }
            var at = info.getGenTime();
            var signer = signer(token, authorities, at);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return new StampCheck(Stamp.HOLDS, at.toInstant(), List.of(), inside);
        } catch (TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            return failed("The time stamp is damaged, or not of the authority that you trust.", inside);
        }
    }

    private static StampCheck failed(String finding, boolean inside) {
        return new StampCheck(Stamp.BROKEN, null, List.of(finding), inside);
    }

    /** The certificate of who stamped, after it was found to lead to an authority at the time of the stamp. */
    private static X509Certificate signer(TimeStampToken token, List<X509Certificate> authorities, Date at)
            throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter();
        var sent = new ArrayList<X509Certificate>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            sent.add(converter.getCertificate(holder));
        }
        sent.addAll(authorities);
        X509CertificateHolder wanted = null;
        for (var certificate : sent) {
            try {
                var holder = new X509CertificateHolder(certificate.getEncoded());
                if (token.getSID().match(holder)) {
                    wanted = holder;
                }
            } catch (IOException e) {
                throw new GeneralSecurityException(e);
            }
        }
        if (wanted == null) {
            throw new GeneralSecurityException("No certificate of the signer");
        }
        var signer = converter.getCertificate(wanted);
        if (authorities.contains(signer)) {
            return signer;
        }
        var selector = new X509CertSelector();
        selector.setCertificate(signer);
        var parameters = new PKIXBuilderParameters(
                authorities.stream()
                        .map(authority -> new TrustAnchor(authority, null))
                        .collect(Collectors.toSet()),
                selector);
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
        CertPathBuilder.getInstance("PKIX").build(parameters);
        return signer;
    }
}
