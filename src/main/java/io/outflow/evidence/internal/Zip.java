package io.outflow.evidence.internal;

import io.outflow.trail.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives whose bytes depend on names and contents alone: sorted names, one fixed time, no entries for folders. */
public final class Zip {

    private static final Pattern COMPRESSED = Pattern.compile(".*\\.(pdf|png|jpg|docx|xlsx)");
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Zip() {}

    /** An archive on disk. */
    record Archive(String sha256, long bytes) {}

    /** An entry with the time that all have. */
    public static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ANY_TIME);
        return entry;
    }

    public static ZipOutputStream open(OutputStream out) {
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        return zip;
    }

    /** Packs files of a folder below one folder in the archive, and forces it to disk. */
    static Archive pack(Path folder, String top, Collection<String> files, Path archive) throws IOException {
        var digest = Sha256.start();
        try (var channel = FileChannel.open(
                archive, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var out = new DigestOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest);
            var zip = open(out);
            for (var file : files.stream().sorted().toList()) {
                // What is compressed already grows by it, and ten gigabytes of it take minutes.
                zip.setLevel(
                        COMPRESSED.matcher(file).matches() ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
                zip.putNextEntry(entry(top + "/" + file));
                Files.copy(folder.resolve(file), zip);
                zip.closeEntry();
            }
            zip.finish();
            out.flush();
            channel.force(true);
        }
        return new Archive(HexFormat.of().formatHex(digest.digest()), Files.size(archive));
    }
}
