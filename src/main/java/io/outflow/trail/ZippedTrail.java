package io.outflow.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The digests and log files of CloudTrail in a zip archive of downloaded logs, as they lie there. */
public final class ZippedTrail {
    /** A digest of so many bytes, packed, names some hundred thousand log files. */
    private static final int MOST_BYTES = 8 << 20;

    private final Limits limits;

    public ZippedTrail(Limits limits) {
        this.limits = limits;
    }

    /** Takes digests one by one. */
    public interface Digests {
        /** @param metadata names in small letters; empty where none was saved */
        void digest(String entry, byte[] bytes, Map<String, String> metadata);
    }

    /** Takes the bytes of log files one by one; reads a stream before it returns. */
    public interface Logs {
        void log(String entry, InputStream bytes) throws IOException;
    }

    /** Whether a file is a zip archive, by its first bytes. */
    public static boolean isZip(Path file) throws IOException {
        try (var raw = new RawFile(LogBytes.of(file))) {
            byte[] head = new byte[4];
            return Content.isZip(head, raw.readAt(0, head));
        }
    }

    /** Names of the entries that are log files, by their names. */
    public Set<String> logs(Path zip) throws IOException {
        var names = new LinkedHashSet<String>();
        walk(zip, (archive, entry) -> {
            if (LogName.of(entry.name().substring(entry.name().lastIndexOf('/') + 1)) != null) {
                names.add(entry.name());
            }
        });
        return names;
    }

    /**
     * Names of the entries that hold something else than digests name; those that cannot be unpacked are left out.
     *
     * @param named hashes of the content as digests name it, in hex, by the names of entries
     */
    public Set<String> changed(Path zip, Map<String, String> named) throws IOException {
        var changed = new LinkedHashSet<String>();
        walk(zip, (archive, entry) -> {
            var hash = named.get(entry.name());
            if (hash != null && differs(archive, entry, hash)) {
                changed.add(entry.name());
            }
        });
        return changed;
    }

    private static boolean differs(ZipArchive archive, ZipArchive.Entry entry, String hash) throws IOException {
        try (var source = new ZipEntrySource(archive, entry)) {
            boolean differs = LogContent.of(source).differs(hash) != null;
            // What follows the log's own bytes is looked at too: a damaged entry is not one that was changed.
            byte[] rest = new byte[1 << 14];
            while (source.read(rest, 0, rest.length) >= 0) {
                // Only the checksum matters.
            }
            return differs;
        } catch (ByteSource.Damaged e) {
            return false;
        }
    }

    /** Gives the bytes of some entries, as they were before they were put into the archive. */
    public void read(Path zip, Set<String> entries, Logs each) throws IOException {
        walk(zip, (archive, entry) -> {
            if (entries.contains(entry.name())) {
                try (var source = new ZipEntrySource(archive, entry)) {
                    each.log(entry.name(), stream(source));
                }
            }
        });
    }

    private static InputStream stream(ByteSource source) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                return len == 0 ? 0 : source.read(b, off, len);
            }
        };
    }

    /** Reads the digests of an archive; entries that cannot be read are left out, for they prove nothing. */
    public void digests(Path zip, Digests each) throws IOException {
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
        try (var raw = new RawFile(LogBytes.of(zip))) {
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
