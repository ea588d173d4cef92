package io.outflow.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** The digest files in a zip archive of downloaded logs, as they lie there, each with the metadata that was saved beside it. */
public final class ZippedDigests {
    /** A digest of so many bytes, packed, names some hundred thousand log files. */
    private static final int MOST_BYTES = 8 << 20;

    private final Limits limits;

    public ZippedDigests(Limits limits) {
        this.limits = limits;
    }

    /** Takes digests one by one. */
    public interface Each {
        /** @param metadata names in small letters; empty where none was saved */
        void digest(String entry, byte[] bytes, Map<String, String> metadata);
    }

    /** Whether a file is a zip archive, by its first bytes. */
    public static boolean isZip(Path file) throws IOException {
        try (var raw = new RawFile(file)) {
            byte[] head = new byte[4];
            return Content.isZip(head, raw.readAt(0, head));
        }
    }

    /** Reads the digests of an archive; entries that cannot be read are left out, for they prove nothing. */
    public void read(Path zip, Each each) throws IOException {
        var wanted = new HashSet<String>();
        var beside = new HashMap<String, Map<String, String>>();
        walk(zip, (archive, entry) -> {
            if (DigestName.isDigest(entry.name())) {
                wanted.add(entry.name());
            } else if (entry.name().endsWith(SavedMetadata.SUFFIX) && DigestName.isDigest(ofMetadata(entry.name()))) {
                beside.put(ofMetadata(entry.name()), SavedMetadata.of(bytes(archive, entry, SavedMetadata.MOST_BYTES)));
            }
        });
        if (!wanted.isEmpty()) {
            walk(zip, (archive, entry) -> {
                if (wanted.remove(entry.name())) {
                    byte[] bytes = bytes(archive, entry, MOST_BYTES);
                    if (bytes.length > 0) {
                        each.digest(entry.name(), bytes, beside.getOrDefault(entry.name(), Map.of()));
                    }
                }
            });
        }
    }

    private interface Step {
        void entry(ZipArchive archive, ZipArchive.Entry entry) throws IOException;
    }

    private void walk(Path zip, Step step) throws IOException {
        try (var raw = new RawFile(zip)) {
            var archive = new ZipArchive(raw);
            int seen = 0;
            for (var entry = archive.next();
                    entry != null && seen < limits.zipEntries();
                    entry = archive.next(), seen++) {
                if (!entry.ignored()) {
                    step.entry(archive, entry);
                }
            }
        }
    }

    private static String ofMetadata(String name) {
        return name.substring(0, name.length() - SavedMetadata.SUFFIX.length());
    }

    /** Empty where the entry cannot be read, or is too large. */
    private static byte[] bytes(ZipArchive archive, ZipArchive.Entry entry, int most) throws IOException {
        try (var source = new ZipEntrySource(archive, entry)) {
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int n = source.read(buffer, 0, buffer.length); n >= 0; n = source.read(buffer, 0, buffer.length)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > most) {
                    return new byte[0];
                }
            }
            return bytes.toByteArray();
        } catch (ByteSource.Damaged e) {
            return new byte[0];
        }
    }
}
