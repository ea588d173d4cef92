package io.outflow.evidence.internal;

import io.outflow.aws.AwsAccess;
import io.outflow.aws.AwsConfig;
import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.trail.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * Keys in AWS KMS. Outflow makes none: an administrator does, and the settings name it, best by an alias. Only digests are sent.
 */
final class KmsKeys implements KeyMaker {

    private static final String KEPT = "kms:";

    private final String key;
    private final String region;
    private final Supplier<AwsConfig> config;

    /**
     * @param key id, ARN or alias of an asymmetric key, ECC_NIST_P256 for SIGN_VERIFY
     * @param region where it is; what an ARN says counts more
     */
    KmsKeys(String key, String region, Supplier<AwsConfig> config) {
        this.key = key.strip();
        this.region = region.strip();
        this.config = config;
    }

    @Override
    public boolean made(String kept) {
        return kept.startsWith(KEPT);
    }

    @Override
    public String place(String kept) {
        return "in AWS KMS, " + arn(kept);
    }

    @Override
    public Made make(Instant now) throws IOException {
        if (key.isEmpty()) {
            throw new IOException("OUTFLOW_KMS_KEY names no key.");
        }
        var found = ask(
                key,
                "reading the public key of " + key,
                "kms:GetPublicKey",
                kms -> kms.getPublicKey(request -> request.keyId(key)));
        if (found.keySpec() != KeySpec.ECC_NIST_P256 || found.keyUsage() != KeyUsageType.SIGN_VERIFY) {
            throw new IOException(
                    "%s is a key %s for %s. Evidence is signed by a key ECC_NIST_P256 for SIGN_VERIFY; name such a one in OUTFLOW_KMS_KEY."
                            .formatted(key, found.keySpecAsString(), found.keyUsageAsString()));
        }
        var kept = KEPT + found.keyId();
        var signer = new InKms(this, found.keyId());
        return new Made(SigningKey.of(read(found.publicKey().asByteArray()), signer, now), kept);
    }

    @Override
    public Signer open(String kept, X509Certificate certificate) {
        return new InKms(this, arn(kept));
    }

    private record InKms(KmsKeys keys, String arn) implements Signer {

        @Override
        public byte[] sign(byte[] bytes) throws IOException {
            return keys.sign(arn, bytes);
        }
    }

    private byte[] sign(String arn, byte[] bytes) throws IOException {
        var digest = SdkBytes.fromByteArray(Sha256.start().digest(bytes));
        return ask(
                        arn,
                        "signing with " + arn,
                        "kms:Sign",
                        kms -> kms.sign(request -> request.keyId(arn)
                                .message(digest)
                                .messageType(MessageType.DIGEST)
                                .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)))
                .signature()
                .asByteArray();
    }

    private <T> T ask(String named, String doing, String action, Function<KmsClient, T> question) throws IOException {
        var at = region(named);
        try (var door =
                new AwsDoor(new AwsAccess.DefaultChain(), at, config.get().impatient())) {
            return door.ask(() -> question.apply(door.kms(at)), doing, action, false);
        } catch (AwsTrouble e) {
            throw new IOException(e.sentence(), e);
        }
    }

    private String region(String named) throws IOException {
        var parts = named.split(":", -1);
        var found = parts.length > 3 && parts[0].equals("arn") ? parts[3] : region;
        if (found.isEmpty()) {
            throw new IOException("OUTFLOW_KMS_KEY is no ARN, so set OUTFLOW_KMS_REGION too.");
        }
        return found;
    }

    private static PublicKey read(byte[] encoded) throws IOException {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IOException("The public key that AWS KMS gave cannot be read.", e);
        }
    }

    private static String arn(String kept) {
        return kept.substring(KEPT.length()).strip();
    }
}
