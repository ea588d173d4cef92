package io.outflow.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a digest and checks its signature, as AWS describes it.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html">AWS: custom
 *     implementations of log file validation</a>
 */
final class DigestReader {
    /** A busy hour's digest names thousands of files; none comes near this. */
    private static final int MOST_BYTES = 64 << 20;

    private static final Duration KEYS_AFTER_END = Duration.ofHours(2);
    private static final Duration KEYS_AROUND_BACKFILL = Duration.ofHours(1);
    private static final List<String> REQUIRED = List.of(
            "digestPublicKeyFingerprint",
            "digestS3Bucket",
            "digestS3Object",
            "previousDigestSignature",
            "digestEndTime",
            "digestStartTime");

    private final PublicKeys keys;
    private final Instant from;
    private final Instant to;
    private final Map<TrailKey, PublicKey> ready = new HashMap<>();

    /** @param from keys in use from here until two hours after {@code to} may have signed standard digests */
    DigestReader(PublicKeys keys, Instant from, Instant to) {
        this.keys = keys;
        this.from = from;
        this.to = to;
    }

    Digest read(TrailObject object, DigestName name) throws IOException, NotProven {
        byte[] content = content(object);
        Map<String, String> metadata = object.metadata();
        String signature = metadata.get("signature");
        String algorithm = metadata.get("signature-algorithm");
        if (signature == null || algorithm == null) {
            throw new NotProven(
                    "its signature is missing: the metadata that S3 keeps with it was removed or not saved");
        }
        Json.Obj json = parse(content);
        for (String field : REQUIRED) {
            if (!json.has(field)) {
                throw new NotProven("it has no " + field + ", which every digest has");
            }
        }
        var place = new ObjectPlace(text(json, "digestS3Bucket"), text(json, "digestS3Object"));
        if (!object.liesAt(place)) {
            throw new NotProven("it was moved: it says that it lies at " + Texts.clean(place.toString()));
        }
        if (!algorithm.equals("SHA256withRSA")) {
            throw new NotProven("its signature is of the unknown kind " + Texts.clean(algorithm));
        }
        String sha256 = Sha256.hex(content);
        String previousSignature =
                json.get("previousDigestSignature") == Json.Word.NULL ? null : text(json, "previousDigestSignature");
        String signed = text(json, "digestEndTime") + "\n" + place.bucket() + "/" + place.key() + "\n" + sha256 + "\n"
                + (previousSignature == null ? "null" : previousSignature);
        check(key(json, name.chain(), metadata), signed, signature);
        return new Digest(
                object,
                name,
                time(json, "digestStartTime"),
                time(json, "digestEndTime"),
                sha256,
                signature.toLowerCase(Locale.ROOT),
                previous(json),
                lower(textOrNull(json, "previousDigestHashValue")),
                lower(previousSignature),
                logs(json));
    }

    private static byte[] content(TrailObject object) throws IOException, NotProven {
        try (InputStream in = object.open();
                var gzip = new GzipSource(in::read)) {
            var content = new ByteArrayOutputStream(1 << 14);
            byte[] buffer = new byte[1 << 14];
            for (int n = gzip.read(buffer, 0, buffer.length); n >= 0; n = gzip.read(buffer, 0, buffer.length)) {
                content.write(buffer, 0, n);
                if (content.size() > MOST_BYTES) {
                    throw new NotProven("it unpacks to more than " + Sentences.size(MOST_BYTES));
                }
            }
            return content.toByteArray();
        } catch (ByteSource.Damaged e) {
            throw new NotProven("it is damaged: " + e.why());
        }
    }

    private static Json.Obj parse(byte[] content) throws NotProven {
        try {
            if (new JsonParser(20).parse(content, 0, content.length) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonFault e) {
            // Said below.
        }
        throw new NotProven("its content is no digest in the form of JSON");
    }

    private PublicKey key(Json.Obj json, Chain chain, Map<String, String> metadata) throws IOException, NotProven {
        String fingerprint = text(json, "digestPublicKeyFingerprint");
        Optional<TrailKey> key;
        if (chain.backfill()) {
            String written = metadata.get("backfill-generation-timestamp");
            Instant made = written == null ? null : Times.read(written);
            if (made == null) {
                throw new NotProven("it was filled in later, and its metadata does not say when");
            }
            key = keys.find(
                    chain.region(), fingerprint, made.minus(KEYS_AROUND_BACKFILL), made.plus(KEYS_AROUND_BACKFILL));
        } else {
            key = keys.find(chain.region(), fingerprint, from, to.plus(KEYS_AFTER_END));
        }
        if (key.isEmpty()) {
            throw new NotProven("the public key with the fingerprint " + Texts.clean(fingerprint)
                    + " is not among those of " + chain.region() + " for its time");
        }
        PublicKey made = ready.get(key.get());
        if (made == null) {
            try {
                made = key.get().rsa();
            } catch (GeneralSecurityException e) {
                throw new NotProven("the public key with the fingerprint " + Texts.clean(fingerprint)
                        + " cannot be used: " + e.getMessage());
            }
            ready.put(key.get(), made);
        }
        return made;
    }

    private static void check(PublicKey key, String signed, String hex) throws NotProven {
        boolean right;
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            right = signature.verify(HexFormat.of().parseHex(hex.strip()));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            right = false;
        }
        if (!right) {
            throw new NotProven("its signature does not fit: it, its place or its signature was changed");
        }
    }

    private static @Nullable ObjectPlace previous(Json.Obj json) {
        String bucket = textOrNull(json, "previousDigestS3Bucket");
        String key = textOrNull(json, "previousDigestS3Object");
        return bucket == null || key == null ? null : new ObjectPlace(bucket, key);
    }

    private static List<Digest.Log> logs(Json.Obj json) throws NotProven {
        var logs = new ArrayList<Digest.Log>();
        for (Json element : json.elements("logFiles")) {
            if (!(element instanceof Json.Obj log)) {
                throw new NotProven("its list of log files is not in the form of AWS");
            }
            logs.add(new Digest.Log(
                    new ObjectPlace(text(log, "s3Bucket"), text(log, "s3Object")), text(log, "hashValue")));
        }
        return logs;
    }

    private static Instant time(Json.Obj json, String field) throws NotProven {
        Instant time = Times.read(text(json, field));
        if (time == null) {
            throw new NotProven("its " + field + " is no time");
        }
        return time;
    }

    private static String text(Json.Obj json, String field) throws NotProven {
        String text = textOrNull(json, field);
        if (text == null) {
            throw new NotProven("its " + field + " is no text");
        }
        return text;
    }

    private static @Nullable String textOrNull(Json.Obj json, String field) {
        return json.get(field) instanceof Json.Text text ? text.string() : null;
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
