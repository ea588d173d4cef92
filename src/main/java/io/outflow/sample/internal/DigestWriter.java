package io.outflow.sample.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Writes a digest for each day of each account and Region that has log files. */
public final class DigestWriter {
    private static final Pattern LOG =
            Pattern.compile("(\\d{12})_CloudTrail_([a-z0-9-]+)_(\\d{8})T\\d{4}Z_[^_]+\\.json\\.gz");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String BUCKET = "example-trail";
    private static final String TRAIL = "organisation";
    /** Where the key itself begins in the form that Java gives it: what stands before says that it is one of RSA. */
    private static final int KEY_STARTS = 24;

    private static final double NAMED_BY_NONE = 0.6;
    private static final double WITHOUT_DIGEST = 0.75;

    private final Path folder;
    private final LocalDate lastDay;
    private final KeyPair key;
    private final String fingerprint;

    private record Source(String account, String region) implements Comparable<Source> {
        @Override
        public int compareTo(Source o) {
            return (account + region).compareTo(o.account + o.region);
        }
    }

    /** What the next digest has to say of this one. */
    private record Written(String objectKey, String hash, String signature) {}

    public DigestWriter(Path folder, Instant until) throws GeneralSecurityException {
        this.folder = folder;
        lastDay = LocalDate.ofInstant(until, ZoneOffset.UTC).minusDays(1);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        fingerprint = hex(pkcs1()).substring(0, 32);
    }

    public void write(Path keys) throws IOException, GeneralSecurityException {
        SortedMap<Source, SortedMap<LocalDate, List<Path>>> logs = logs();
        int number = 0;
        for (var source : logs.entrySet()) {
            chain(source.getKey(), source.getValue(), number++);
        }
        Files.createDirectories(keys);
        var json = new Json();
        json.open()
                .openList("PublicKeyList")
                .open()
                .put("Value", Base64.getEncoder().encodeToString(pkcs1()))
                .put("ValidityStartTime", "2020-01-01T00:00:00Z")
                .put("ValidityEndTime", "2099-01-01T00:00:00Z")
                .put("Fingerprint", fingerprint)
                .close()
                .closeList()
                .close();
        Files.write(keys.resolve("sample.json"), json.take());
    }

    private SortedMap<Source, SortedMap<LocalDate, List<Path>>> logs() throws IOException {
        var logs = new TreeMap<Source, SortedMap<LocalDate, List<Path>>>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Matcher parts = LOG.matcher(name);
                if (parts.matches()) {
                    logs.computeIfAbsent(new Source(parts.group(1), parts.group(2)), _ -> new TreeMap<>())
                            .computeIfAbsent(LocalDate.parse(parts.group(3), STAMP), _ -> new ArrayList<>())
                            .add(file);
                } else if (name.contains("_CloudTrail-Digest_")) {
                    // The one among the oddities, which is not signed.
                    Files.delete(file);
                }
            }
        }
        return logs;
    }

    private void chain(Source source, SortedMap<LocalDate, List<Path>> days, int number)
            throws IOException, GeneralSecurityException {
        LocalDate first = days.firstKey();
        long length = days.lastKey().toEpochDay() - first.toEpochDay();
        LocalDate gap = number == 0 ? first.plusDays(Math.round(length * WITHOUT_DIGEST)) : null;
        LocalDate odd = number == 1 ? first.plusDays(Math.round(length * NAMED_BY_NONE)) : null;
        @Nullable Written last = null;
        for (LocalDate day = first; !day.isAfter(lastDay) && !day.isAfter(days.lastKey()); day = day.plusDays(1)) {
            if (day.equals(gap)) {
                last = null;
                continue;
            }
            List<Path> named = days.getOrDefault(day, List.of());
            last = digest(source, day, day.equals(odd) ? named.subList(1, named.size()) : named, last);
        }
    }

    private Written digest(Source source, LocalDate day, List<Path> logs, @Nullable Written last)
            throws IOException, GeneralSecurityException {
        LocalDate end = day.plusDays(1);
        String objectKey = "AWSLogs/%s/CloudTrail-Digest/%s/%s/%s_CloudTrail-Digest_%s_%s_%s_%sT000000Z.json.gz"
                .formatted(
                        source.account(),
                        source.region(),
                        DAY.format(end),
                        source.account(),
                        source.region(),
                        TRAIL,
                        source.region(),
                        STAMP.format(end));
        String endTime = end + "T00:00:00Z";
        byte[] content = content(source, day, endTime, objectKey, logs, last);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update((endTime + "\n" + BUCKET + "/" + objectKey + "\n" + hex(content) + "\n"
                        + (last == null ? "null" : last.signature()))
                .getBytes(StandardCharsets.UTF_8));
        var written = new Written(objectKey, hex(content), HexFormat.of().formatHex(signature.sign()));
        Path file = folder.resolve(objectKey);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, DayFile.gzip(content));
        var metadata = new Json();
        metadata.open()
                .open("Metadata")
                .put("signature", written.signature())
                .put("signature-algorithm", "SHA256withRSA")
                .close()
                .close();
        Files.write(folder.resolve(objectKey + ".meta.json"), metadata.take());
        return written;
    }

    private byte[] content(
            Source source, LocalDate day, String endTime, String objectKey, List<Path> logs, @Nullable Written last)
            throws GeneralSecurityException {
        var json = new Json();
        json.open()
                .put("awsAccountId", source.account())
                .put("digestStartTime", day + "T00:00:00Z")
                .put("digestEndTime", endTime)
                .put("digestS3Bucket", BUCKET)
                .put("digestS3Object", objectKey)
                .put("digestPublicKeyFingerprint", fingerprint)
                .put("digestSignatureAlgorithm", "SHA256withRSA");
        put(json, "previousDigestS3Bucket", last == null ? null : BUCKET);
        put(json, "previousDigestS3Object", last == null ? null : last.objectKey());
        put(json, "previousDigestHashValue", last == null ? null : last.hash());
        put(json, "previousDigestHashAlgorithm", last == null ? null : "SHA-256");
        put(json, "previousDigestSignature", last == null ? null : last.signature());
        json.openList("logFiles");
        for (Path log : logs) {
            json.open()
                    .put("s3Bucket", BUCKET)
                    .put("s3Object", folder.relativize(log).toString().replace('\\', '/'))
                    .put("hashValue", hex(unpacked(log)))
                    .put("hashAlgorithm", "SHA-256")
                    .close();
        }
        json.closeList().close();
        return json.take();
    }

    private static void put(Json json, String name, @Nullable String value) {
        if (value == null) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    /** What a log file holds; of one that ends too early nobody knows what it held, so any other bytes do. */
    private static byte[] unpacked(Path log) {
        try (var in = new GZIPInputStream(Files.newInputStream(log))) {
            return in.readAllBytes();
        } catch (EOFException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] pkcs1() {
        byte[] encoded = key.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, KEY_STARTS, encoded.length);
    }

    private static String hex(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
