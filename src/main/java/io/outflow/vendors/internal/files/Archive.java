package io.outflow.vendors.internal.files;

import io.outflow.vendors.FileRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks at an archive before anybody reads it: what it becomes when unpacked is counted, never believed. */
final class Archive {

    static final int MOST_ENTRIES = 2_000;
    static final long MOST_BYTES = 192L * 1024 * 1024;

    /** Tables pack to a tenth, repetitive ones to a fiftieth; only something made for it packs to a hundredth. */
    static final long MOST_RATIO = 100;

    private static final long RATIO_FROM = 8L * 1024 * 1024;
    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private Archive() {}

    /** Whether the file begins as an archive does. */
    static boolean is(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /**
     * Unpacks everything into nothing and counts.
     *
     * @throws FileRefused when it is broken, or becomes more than may be
     */
    static void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new FileRefused("This file holds %d parts; no table has that many. Nothing was read of it."
                        .formatted(zip.size()));
            }
            var total = 0L;
            for (var entry : java.util.Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    total += count(in, Math.max(1, entry.getCompressedSize()), total);
                }
            }
        } catch (ZipException e) {
            throw new FileRefused(
                    "This file is damaged: it cannot be unpacked. Nothing was read of it. Save it again.");
        }
    }

    private static long count(InputStream in, long packed, long before) throws IOException {
        var buffer = new byte[64 * 1024];
        var size = 0L;
        for (int n; (n = in.read(buffer)) >= 0; ) {
            size += n;
            if (before + size > MOST_BYTES || size > RATIO_FROM && size / packed > MOST_RATIO) {
                throw new FileRefused(
                        "This file unpacks to far more than a register holds, as archives do that are made to harm."
                                + " Nothing was read of it.");
            }
        }
        return size;
    }
}
