package io.outflow.trail;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One public key as {@code aws cloudtrail list-public-keys} gives it.
 *
 * @param region null where the source does not say
 * @param der the key in the form of PKCS #1 (RFC 8017, appendix A.1.1): modulus and exponent, DER
 */
public record TrailKey(@Nullable String region, String fingerprint, byte[] der, Instant validFrom, Instant validTo) {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    boolean fits(String wantedRegion, Instant from, Instant to) {
        return (region == null || region.equals(wantedRegion)) && !validFrom.isAfter(to) && !validTo.isBefore(from);
    }

    /** @throws GeneralSecurityException where the bytes are no key of this form; its message is the end of a sentence */
    PublicKey rsa() throws GeneralSecurityException {
        var reader = new Der(der);
        reader.enter(SEQUENCE);
        if (reader.peek() == SEQUENCE) {
            throw new GeneralSecurityException("it has the form SubjectPublicKeyInfo; CloudTrail's keys are PKCS #1");
        }
        BigInteger modulus = reader.integer();
        BigInteger exponent = reader.integer();
        reader.end();
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    /** Reads the few forms of DER that such a key has. */
    private static final class Der {
        private final byte[] bytes;
        private int at;

        Der(byte[] bytes) {
            this.bytes = bytes;
        }

        int peek() throws GeneralSecurityException {
            if (at >= bytes.length) {
                throw broken();
            }
            return bytes[at] & 0xff;
        }

        int enter(int tag) throws GeneralSecurityException {
            if (next() != tag) {
                throw broken();
            }
            int length = next();
            if (length >= 0x80) {
                int count = length & 0x7f;
                if (count < 1 || count > 3) {
                    throw broken();
                }
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = length << 8 | next();
                }
            }
            if (length < 1 || length > bytes.length - at) {
                throw broken();
            }
            return length;
        }

        BigInteger integer() throws GeneralSecurityException {
            int length = enter(INTEGER);
            at += length;
            var number = new BigInteger(bytes, at - length, length);
            if (number.signum() <= 0) {
                throw broken();
            }
            return number;
        }

        void end() throws GeneralSecurityException {
            if (at != bytes.length) {
                throw broken();
            }
        }

        private int next() throws GeneralSecurityException {
            int value = peek();
            at++;
            return value;
        }

        private static GeneralSecurityException broken() {
            return new GeneralSecurityException("its bytes are no RSA key in the form of PKCS #1");
        }
    }
}
