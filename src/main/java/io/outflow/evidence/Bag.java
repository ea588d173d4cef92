package io.outflow.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A package as a reader finds it: a folder, or a ZIP archive with one folder at its top. Nothing in it is trusted yet, and
 * nothing is unpacked.
 */
public final class Bag implements Closeable {

    /** What a file of a package is called; nothing else is ever written. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

    private static final int MOST_FILES = 500_000;

    private static final Pattern UNSAFE = Pattern.compile("(^|/)\\.{0,2}(/|$)");

    private final Path path;
    private final @Nullable ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();
    private final List<String> strange = new ArrayList<>();

    private Bag(Path path, @Nullable ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens a package.
     *
     * @throws IOException when it is neither a folder nor a ZIP archive that can be read
     */
    public static Bag open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            var bag = new Bag(path, null);
            bag.walk();
            return bag;
        }
        var zip = new ZipFile(path.toFile());
        if (zip.size() > MOST_FILES) {
            zip.close();
            throw new IOException(
                    "The archive holds more than %,d files, so it is not a package.".formatted(MOST_FILES));
        }
        var bag = new Bag(path, zip);
        bag.list(zip);
        return bag;
    }

    /** The names of its files below its folder, sorted. */
    public List<String> names() {
        return List.copyOf(zip == null ? files.keySet() : entries.keySet());
    }

    /** What is in it that no package has: links, names that lead outside, names twice. */
    public List<String> strange() {
        return List.copyOf(strange);
    }

    public boolean has(String name) {
        return files.containsKey(name) || entries.containsKey(name);
    }

    public long size(String name) throws IOException {
        if (zip != null) {
            return entry(name).getSize();
        }
        return Files.size(file(name));
    }

    /** How large all is, unpacked, as the archive says. */
    public long size() throws IOException {
        var size = 0L;
        for (var name : names()) {
            size += size(name);
        }
        return size;
    }

    /** The bytes of a file. */
    public InputStream open(String name) throws IOException {
        return zip == null
                ? Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS)
                : zip.getInputStream(entry(name));
    }

    /** The bytes of a small file; empty when it is not there or larger than {@code most}. */
    public Optional<byte[]> small(String name, int most) throws IOException {
        if (!has(name)) {
            return Optional.empty();
        }
        try (var bytes = open(name)) {
            var read = bytes.readNBytes(most + 1);
            return read.length > most ? Optional.empty() : Optional.of(read);
        }
    }

    /** The stamp that was made after the package, which lies beside it. */
    public Optional<Path> stampBeside() {
        var name = path.getFileName().toString();
        var stamp = path.resolveSibling((zip == null ? name : name.replaceFirst("\\.zip$", "")) + ".tsr");
        return Files.isRegularFile(stamp) ? Optional.of(stamp) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private ZipEntry entry(String name) throws IOException {
        var entry = entries.get(name);
        if (entry == null) {
            throw new IOException(name + " is not in the package.");
        }
        return entry;
    }

    private Path file(String name) throws IOException {
        var file = files.get(name);
        if (file == null) {
            throw new IOException(name + " is not in the package.");
        }
        return file;
    }

    private void walk() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var parts = new ArrayList<String>();
                path.relativize(file).forEach(part -> parts.add(part.toString()));
                var name = String.join("/", parts);
                if (attributes.isRegularFile()) {
                    files.put(name, file);
                } else {
                    strange.add(name + " is a link and not a file.");
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void list(ZipFile archive) {
        String top = null;
        for (var entry : archive.stream().toList()) {
            var full = entry.getName();
            var cut = full.indexOf('/');
            if (top == null && cut > 0) {
                top = full.substring(0, cut + 1);
            }
            if (cut <= 0 || entry.isDirectory() || top == null || !full.startsWith(top)) {
                strange.add(full + " is not a file in the folder of the package.");
                continue;
            }
            var name = full.substring(top.length());
            if (UNSAFE.matcher(name).find()) {
                strange.add(full + " leads out of the folder of the package.");
            } else if (entries.putIfAbsent(name, entry) != null) {
                strange.add(full + " is in the archive twice.");
            }
        }
    }
}
