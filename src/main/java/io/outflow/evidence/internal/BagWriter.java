package io.outflow.evidence.internal;

import io.outflow.evidence.Bag;
import io.outflow.trail.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A package on its way: its files are written to a folder, hashed as they are written, then sealed and packed. Nothing is held
 * in memory but names and hashes.
 */
public final class BagWriter {

    private static final Pattern NAME = Pattern.compile("data(/(?!\\.\\.?(/|$))[A-Za-z0-9._-]{1,80}){1,4}");

    private final Path folder;
    private final Map<String, Written> payload = new TreeMap<>();

    /** @param folder empty; whoever made it removes it */
    public BagWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * A file of the package.
     *
     * @param rows how many rows it has, or -1 for what has none
     */
    public record Written(String name, long bytes, String sha256, long rows) {}

    /** Begins a file; it counts when it was closed. Two files may be open at the same time. */
    public PayloadFile create(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a file in a package: " + name);
        }
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return new PayloadFile(
                name, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    public void write(String name, byte[] bytes) throws IOException {
        try (var out = create(name)) {
            out.write(bytes);
        }
    }

    public void copy(String name, InputStream bytes) throws IOException {
        try (var out = create(name)) {
            bytes.transferTo(out);
        }
    }

    /** What was written so far, by name. */
    public List<Written> written() {
        return List.copyOf(payload.values());
    }

    public boolean has(String name) {
        return payload.containsKey(name);
    }

    /**
     * Writes manifests, signature and stamp, and packs all of it.
     *
     * @param name of the folder in the archive
     * @param info lines of bag-info.txt beside those that every bag has
     */
    public Sealed seal(String name, List<String> info, SigningKey key, TimeStamps stamps, Path zip) throws IOException {
        var manifest = new StringBuilder();
        payload.values().forEach(file -> line(manifest, file.sha256(), file.name()));
        tag(BagNames.BAGIT, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag(BagNames.MANIFEST, manifest.toString());
        tag(BagNames.README, resource(BagNames.README));
        tag(BagNames.SCRIPT, resource(BagNames.SCRIPT));
        tag(BagNames.SIGNER, key.pem());
        var stamp = stamps.configured() ? stampOver(info, stamps) : Optional.<TimeStamps.Stamped>empty();
        if (stamp.isEmpty()) {
            tag(BagNames.INFO, info(info, BagNames.NO_STAMP));
        }
        var tagManifest = tagManifest();
        tag(BagNames.TAG_MANIFEST, tagManifest);
        Files.write(folder.resolve(BagNames.SIGNATURE), key.sign(tagManifest.getBytes(StandardCharsets.UTF_8)));
        var packed = new ArrayList<>(payload.keySet());
        packed.addAll(BagNames.TAG_FILES);
        packed.add(BagNames.TAG_MANIFEST);
        packed.add(BagNames.SIGNATURE);
        if (stamp.isPresent()) {
            Files.write(folder.resolve(BagNames.STAMP), stamp.get().response());
            packed.add(BagNames.STAMP);
        }
        var archive = Zip.pack(folder, name, packed, zip);
        return new Sealed(
                archive.sha256(),
                archive.bytes(),
                Hashes.of(tagManifest),
                stamp.map(TimeStamps.Stamped::at),
                written());
    }

    /**
     * A package as it was sealed.
     *
     * @param sha256 of the archive
     * @param tagManifest SHA-256 of the tag manifest, which the next package names
     */
    public record Sealed(
            String sha256, long bytes, String tagManifest, Optional<Instant> stampedAt, List<Written> files) {}

    /** The signed bag-info.txt says where the stamp is; without an answer of the authority it is written anew. */
    private Optional<TimeStamps.Stamped> stampOver(List<String> info, TimeStamps stamps) throws IOException {
        tag(BagNames.INFO, info(info, BagNames.STAMP));
        return stamps.over(tagManifest().getBytes(StandardCharsets.UTF_8));
    }

    private String info(List<String> info, String stamp) {
        var octets = payload.values().stream().mapToLong(Written::bytes).sum();
        var lines = new StringBuilder();
        info.forEach(line -> lines.append(line.replaceAll("\\p{Cntrl}", " ")).append('\n'));
        lines.append("Payload-Oxum: %d.%d\n".formatted(octets, payload.size()));
        return lines.append(BagNames.TIME_STAMP).append(stamp).append('\n').toString();
    }

    private String tagManifest() throws IOException {
        var lines = new StringBuilder();
        for (var file : BagNames.TAG_FILES.stream().sorted().toList()) {
            line(lines, Hashes.of(Files.readAllBytes(folder.resolve(file))), file);
        }
        return lines.toString();
    }

    private void tag(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void line(StringBuilder manifest, String sha256, String name) {
        manifest.append(sha256).append("  ").append(name).append('\n');
    }

    private static String resource(String name) throws IOException {
        try (var bytes = Bag.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is not in this build of Outflow.");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A file of the payload while it is written. */
    public final class PayloadFile extends FilterOutputStream {

        private final String name;
        private final MessageDigest digest = Sha256.start();
        private long bytes;
        private long rows = -1;
        private boolean closed;

        private PayloadFile(String name, OutputStream file) {
            super(new BufferedOutputStream(file, 1 << 16));
            this.name = name;
        }

        /** Says that one more row was written. */
        public void row() {
            rows = Math.max(rows, 0) + 1;
        }

        /** Says that this file has rows, even if there is none. */
        public PayloadFile withRows() {
            rows = Math.max(rows, 0);
            return this;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            out.write(buffer, from, length);
            digest.update(buffer, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
                payload.put(name, new Written(name, bytes, HexFormat.of().formatHex(digest.digest()), rows));
            }
        }
    }
}
