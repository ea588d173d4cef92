package io.outflow.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes log files with digests, signed by keys of its own, as CloudTrail leaves them in a bucket. */
public final class SignedTrail {
    /** Made once, because making them is slow. */
    public static final KeyPair KEY = newKey();

    public static final KeyPair NEXT_KEY = newKey();

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final Path root;
    private final List<Map<String, Object>> keys = new ArrayList<>();
    private int logs;
    private @Nullable Map<String, Object> last;
    private @Nullable String lastSignature;
    private byte[] lastContent = new byte[0];

    public String account = "111122223333";
    public String region = "eu-central-1";
    public String name = "outflow";
    public String home = "eu-central-1";
    public String organisation = "";
    public String prefix = "";
    public String bucket = "trail-logs";
    public KeyPair key = KEY;
    public @Nullable Instant filledInAt;

    /** Changes the fields of a digest before it is signed. */
    public Consumer<Map<String, Object>> edit = fields -> {};

    /** @param digest path of the digest file */
    public record Hour(Instant start, Instant end, Path digest, List<Path> logs) {}

    /** @param root folder that stands for the bucket */
    public SignedTrail(Path root) {
        this.root = root;
    }

    /** So many hours in a row, each with so many log files. */
    public List<Hour> hours(Instant start, int count, int logsEach) {
        var hours = new ArrayList<Hour>();
        for (int i = 0; i < count; i++) {
            hours.add(hour(start.plus(Duration.ofHours(i)), logsEach));
        }
        return hours;
    }

    public Hour hour(Instant start, int logCount) {
        var files = new ArrayList<Path>();
        var entries = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < logCount; i++) {
            Instant at = start.plus(Duration.ofMinutes(10 + 5L * i));
            byte[] content =
                    ("{\"Records\":[{\"eventID\":\"" + ++logs + "\",\"eventTime\":\"" + at + "\"}]}").getBytes(UTF_8);
            String objectKey = logKey(at, "%016d".formatted(logs));
            files.add(log(objectKey, content));
            entries.add(entry(objectKey, content));
        }
        return digest(start, entries, files);
    }

    /** A digest over log files that lie there already. */
    public Hour hourOf(Instant start, List<Path> files) {
        var entries = new ArrayList<Map<String, Object>>();
        for (Path file : files) {
            entries.add(entry(root.relativize(file).toString(), unpacked(file)));
        }
        return digest(start, entries, files);
    }

    /** A log file that no digest names. */
    public Path log(Instant at, String unique) {
        return log(logKey(at, unique), ("{\"Records\":[{\"eventTime\":\"" + at + "\"}]}").getBytes(UTF_8));
    }

    /** What comes next is the start of a new chain, as after a trail was stopped. */
    public void newChain() {
        last = null;
    }

    /** The same trail, writing to another bucket from now on. */
    public SignedTrail inBucket(String otherBucket, Path otherRoot) {
        var other = new SignedTrail(otherRoot);
        other.bucket = otherBucket;
        other.logs = logs;
        other.last = last;
        other.lastSignature = lastSignature;
        other.lastContent = lastContent;
        return other;
    }

    private Hour digest(Instant start, List<Map<String, Object>> entries, List<Path> files) {
        Instant end = start.plus(Duration.ofHours(1));
        String objectKey = folder("CloudTrail-Digest") + DAY.format(end) + "/" + account + "_CloudTrail-Digest_"
                + region + "_" + name + "_" + home + "_" + SECOND.format(end) + (filledInAt == null ? "" : "_backfill")
                + ".json.gz";
        var fields = new LinkedHashMap<String, Object>();
        fields.put("awsAccountId", account);
        fields.put("digestStartTime", start.toString());
        fields.put("digestEndTime", end.toString());
        fields.put("digestS3Bucket", bucket);
        fields.put("digestS3Object", objectKey);
        fields.put("digestPublicKeyFingerprint", fingerprint(key));
        fields.put("digestSignatureAlgorithm", "SHA256withRSA");
        fields.put("newestEventTime", entries.isEmpty() ? null : end.toString());
        fields.put("oldestEventTime", entries.isEmpty() ? null : start.toString());
        fields.put("previousDigestS3Bucket", last == null ? null : last.get("digestS3Bucket"));
        fields.put("previousDigestS3Object", last == null ? null : last.get("digestS3Object"));
        fields.put("previousDigestHashValue", last == null ? null : sha256(lastContent));
        fields.put("previousDigestHashAlgorithm", last == null ? null : "SHA-256");
        fields.put("previousDigestSignature", last == null ? null : lastSignature);
        fields.put("logFiles", entries);
        edit.accept(fields);
        byte[] content = JSON.writeValueAsBytes(fields);
        String signature = sign(fields, content);
        Path file = root.resolve(objectKey);
        write(file, gzip(content));
        metadata(file, signature, "SHA256withRSA");
        last = fields;
        lastContent = content;
        lastSignature = signature;
        return new Hour(start, end, file, files);
    }

    private String sign(Map<String, Object> fields, byte[] content) {
        String previous = String.valueOf(fields.get("previousDigestSignature"));
        String text = fields.get("digestEndTime") + "\n" + fields.get("digestS3Bucket") + "/"
                + fields.get("digestS3Object") + "\n" + sha256(content) + "\n" + previous;
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the metadata beside a digest, in the form that the AWS command line prints. */
    public void metadata(Path digest, @Nullable String signature, String algorithm) {
        var metadata = new LinkedHashMap<String, Object>();
        if (signature != null) {
            metadata.put("signature", signature);
        }
        metadata.put("signature-algorithm", algorithm);
        if (filledInAt != null) {
            metadata.put("backfill-generation-timestamp", filledInAt.toString());
        }
        write(beside(digest), JSON.writeValueAsBytes(Map.of("ContentType", "application/json", "Metadata", metadata)));
    }

    /** The metadata in a file of {@link #beside}. */
    public static Map<String, String> metadataIn(Path file) {
        var texts = new LinkedHashMap<String, String>();
        try {
            JSON.readTree(Files.readAllBytes(file))
                    .path("Metadata")
                    .propertyStream()
                    .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    public static Path beside(Path digest) {
        return digest.resolveSibling(digest.getFileName() + ".meta.json");
    }

    /** Writes the public keys that were named so far, in the form that the AWS command line prints. */
    public Path publicKeys(Path folder) {
        Path file = folder.resolve("public-keys").resolve(region + ".json");
        write(file, JSON.writeValueAsBytes(Map.of("PublicKeyList", keys)));
        return file;
    }

    public SignedTrail withKey(KeyPair pair, Instant from, Instant to) {
        return withKey(fingerprint(pair), pkcs1(pair), from, to);
    }

    public SignedTrail withKey(String fingerprint, byte[] der, Instant from, Instant to) {
        keys.add(Map.of(
                "Value",
                Base64.getEncoder().encodeToString(der),
                "ValidityStartTime",
                from.toString(),
                "ValidityEndTime",
                to.toString(),
                "Fingerprint",
                fingerprint));
        return this;
    }

    public static String fingerprint(KeyPair pair) {
        return fingerprint(pkcs1(pair));
    }

    static String fingerprint(byte[] der) {
        return sha256(der).substring(0, 32);
    }

    /** PKCS #1: a sequence of modulus and exponent. */
    public static byte[] pkcs1(KeyPair pair) {
        var rsa = (RSAPublicKey) pair.getPublic();
        var body = new ByteArrayOutputStream();
        body.writeBytes(integer(rsa.getModulus()));
        body.writeBytes(integer(rsa.getPublicExponent()));
        return der(0x30, body.toByteArray());
    }

    private static byte[] integer(BigInteger number) {
        return der(0x02, number.toByteArray());
    }

    private static byte[] der(int tag, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (body.length < 128) {
            out.write(body.length);
        } else if (body.length < 256) {
            out.write(0x81);
            out.write(body.length);
        } else {
            out.write(0x82);
            out.write(body.length >> 8);
            out.write(body.length);
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    private Path log(String objectKey, byte[] content) {
        Path file = root.resolve(objectKey);
        write(file, gzip(content));
        return file;
    }

    private Map<String, Object> entry(String objectKey, byte[] content) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("s3Bucket", bucket);
        entry.put("s3Object", objectKey);
        entry.put("hashValue", sha256(content));
        entry.put("hashAlgorithm", "SHA-256");
        return entry;
    }

    private String logKey(Instant at, String unique) {
        return folder("CloudTrail") + DAY.format(at) + "/" + account + "_CloudTrail_" + region + "_" + MINUTE.format(at)
                + "_" + unique + ".json.gz";
    }

    private String folder(String kind) {
        return (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/" + (organisation.isEmpty() ? "" : organisation + "/")
                + account + "/" + kind + "/" + region + "/";
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] unpacked(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
