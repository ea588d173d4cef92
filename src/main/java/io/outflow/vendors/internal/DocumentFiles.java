package io.outflow.vendors.internal;

import io.outflow.base.Formats;
import io.outflow.base.OutflowHome;
import io.outflow.vendors.EntryRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The bytes of documents below {@code documents} in the data folder, once each, under their SHA-256: {@code ab/cdef...}. A
 * file there is whole, and is never written again.
 */
@Component
public class DocumentFiles {

    public static final long LARGEST = 100L << 20;

    private static final long ROOM_LEFT = 2 * LARGEST;
    private static final String HASH = "[0-9a-f]{64}";
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-ms-installer",
            "application/x-elf",
            "application/x-object",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-coredump",
            "application/java-vm",
            "application/x-sh",
            "application/x-bat");

    private final OutflowHome home;
    private final Clock clock;
    private final Detector detector = new DefaultDetector();

    /** How often each content was kept since the start and not given up: somebody may be about to attach it. */
    private final Map<String, Integer> wanted = new HashMap<>();

    DocumentFiles(OutflowHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * What was kept.
     *
     * @param mediaType found from the content
     */
    public record Kept(String sha256, long size, String mediaType) {}

    /**
     * Reads a file to its end and keeps it.
     *
     * @throws EntryRefused when it is too large, empty, a program, or there is no room for it; then nothing is left of it
     */
    public Kept keep(InputStream bytes, String name) throws IOException {
        var incoming = home.folder("documents/incoming");
        if (Files.getFileStore(incoming).getUsableSpace() < ROOM_LEFT) {
            throw new EntryRefused(
                    "file", "There is not enough room left to keep documents. Nothing was stored. Tell your admin.");
        }
        var part = home.newFile(incoming, "part");
        try {
            var kept = copy(bytes, part, name);
            synchronized (wanted) {
                move(part, kept);
                wanted.merge(kept.sha256(), 1, Integer::sum);
            }
            return kept;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The file with a hash; empty when it is not there. */
    public Optional<Path> find(String sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile);
    }

    /** Takes back one {@link #keep}: the file goes when nobody else wants it and nothing names it. */
    public void giveUp(String sha256, boolean named) throws IOException {
        synchronized (wanted) {
            if (wanted.merge(sha256, -1, Integer::sum) <= 0) {
                wanted.remove(sha256);
                if (!named) {
                    Files.deleteIfExists(place(sha256));
                }
            }
        }
    }

    /** The hashes of the files that were last written before a moment. */
    public List<String> olderThan(Instant moment) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.find(
                home.folder("documents"),
                2,
                (file, about) -> about.isRegularFile()
                        && about.lastModifiedTime().toInstant().isBefore(moment))) {
            var folder = home.folder("documents");
            files.map(file -> folder.relativize(file).toString().replaceAll("\\W", ""))
                    .filter(name -> name.matches(HASH))
                    .forEach(found::add);
        }
        return found;
    }

    /** Removes a file that nothing names, unless somebody is about to attach it; tells whether it did. */
    public boolean remove(String sha256) throws IOException {
        synchronized (wanted) {
            return !wanted.containsKey(sha256) && Files.deleteIfExists(place(sha256));
        }
    }

    /** The type of a file, from its content alone. */
    public String mediaType(Path file) throws IOException {
        // Opened as a stream, so that no name can speak for the content.
        try (var bytes = TikaInputStream.get(Files.newInputStream(file))) {
            MediaType type = detector.detect(bytes, new Metadata(), new ParseContext());
            return type.getBaseType().toString();
        }
    }

    private Kept copy(InputStream bytes, Path part, String name) throws IOException {
        var digest = sha256();
        try (var out = FileChannel.open(part, StandardOpenOption.WRITE);
                var in = Channels.newChannel(new DigestInputStream(bytes, digest))) {
            var buffer = ByteBuffer.allocate(64 * 1024);
            var size = 0L;
            while (in.read(buffer.clear()) >= 0) {
                size += buffer.flip().remaining();
                if (size > LARGEST) {
                    throw new EntryRefused(
                            "file",
                            "%s is larger than 100 MiB. It was not stored. Split it, or link to where it is kept."
                                    .formatted(name));
                }
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            if (size == 0) {
                throw new EntryRefused("file", "%s is empty. It was not stored.".formatted(name));
            }
            out.force(true);
            var type = mediaType(part);
            if (PROGRAMS.contains(type) || type.startsWith("application/x-mach-o")) {
                throw new EntryRefused(
                        "file",
                        "%s is a program (%s), whatever its name says. It was not stored. Attach the document itself."
                                .formatted(name, type));
            }
            return new Kept(HexFormat.of().formatHex(digest.digest()), size, type);
        }
    }

    private void move(Path part, Kept kept) throws IOException {
        var place = place(kept.sha256());
        var folder = home.folder("documents/" + kept.sha256().substring(0, 2));
        try {
            // A link never replaces what is there, as a move might.
            Files.createLink(place, part);
            force(folder);
        } catch (FileAlreadyExistsException e) {
            check(place, kept);
        } catch (UnsupportedOperationException e) {
            Files.move(part, place);
        }
    }

    /** The same content came before. What lies there must still be it. */
    private static void check(Path place, Kept kept) throws IOException {
        var digest = sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(place), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(kept.sha256())) {
            throw new EntryRefused(
                    "file",
                    "The copy of this document on disk is damaged: %s, %s. Nothing was overwritten. Tell your admin."
                            .formatted(place.getFileName(), Formats.bytes(Files.size(place))));
        }
    }

    private static void force(Path folder) {
        try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        } catch (IOException e) {
            // Not every system can force a folder; the file itself is on disk.
        }
    }

    /** Parts that a crash left behind, older than a day. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        var old = clock.instant().minus(Duration.ofDays(1));
        try (var parts = Files.list(home.folder("documents/incoming"))) {
            for (var part : (Iterable<Path>) parts::iterator) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String sha256) {
        if (!sha256.matches(HASH)) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return home.path().resolve("documents").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
