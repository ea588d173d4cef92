package io.outflow.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a zip archive, entry by entry. The one of the JDK refuses a whole archive for one encrypted
 * entry; here the other entries can still be read. Names are told, never used as paths.
 */
final class ZipArchive {
    /** @param start offset of the entry's own header */
    record Entry(String name, int flags, int method, long crc, long packed, long size, long start) {
        boolean encrypted() {
            return (flags & 1) != 0;
        }

        /** Folders, and the notes that macOS adds. */
        boolean ignored() {
            return name.endsWith("/") || name.startsWith("__MACOSX/");
        }
    }

    private static final int END = 22;
    private static final int MOST_COMMENT = 0xffff;
    private static final int END_MARK = 0x06054b50;
    private static final int END_64_MARK = 0x06064b50;
    private static final int LOCATOR_64_MARK = 0x07064b50;
    private static final int LOCATOR_64 = 20;
    private static final int ENTRY_MARK = 0x02014b50;
    private static final int ENTRY = 46;
    private static final int LOCAL_MARK = 0x04034b50;
    private static final int LOCAL = 30;
    private static final long FULL = 0xffff_ffffL;
    private static final int LONGEST_NAME = 500;

    private final RawFile file;
    private final long entries;
    private final long tableEnd;
    private long position;

    ZipArchive(RawFile file) throws IOException {
        this.file = file;
        byte[] tail = new byte[(int) Math.min(file.size(), END + MOST_COMMENT)];
        long tailStart = file.size() - tail.length;
        file.readAt(tailStart, tail);
        int end = tail.length - END;
        while (end >= 0 && (int) number(tail, end, 4) != END_MARK) {
            end--;
        }
        if (end < 0) {
            throw damaged();
        }
        long count = number(tail, end + 10, 2);
        long size = number(tail, end + 12, 4);
        long start = number(tail, end + 16, 4);
        if (count == 0xffff || size == FULL || start == FULL) {
            byte[] large = largeEnd(tailStart + end - LOCATOR_64);
            if (large.length > 0) {
                count = number(large, 32, 8);
                size = number(large, 40, 8);
                start = number(large, 48, 8);
            }
        }
        if (start < 0 || size < 0 || start > file.size() - size || count < 0) {
            throw damaged();
        }
        entries = count;
        position = start;
        tableEnd = start + size;
    }

    private byte[] largeEnd(long locatorAt) throws IOException {
        byte[] locator = new byte[LOCATOR_64];
        byte[] large = new byte[56];
        if (locatorAt < 0
                || file.readAt(locatorAt, locator) < LOCATOR_64
                || (int) number(locator, 0, 4) != LOCATOR_64_MARK) {
            return new byte[0];
        }
        long at = number(locator, 8, 8);
        if (at < 0 || file.readAt(at, large) < large.length || (int) number(large, 0, 4) != END_64_MARK) {
            throw damaged();
        }
        return large;
    }

    /** How many entries the archive says it has. */
    long entries() {
        return entries;
    }

    /** The next entry, or null after the last one. */
    @Nullable
    Entry next() throws IOException {
        if (position + ENTRY > tableEnd) {
            return null;
        }
        byte[] head = new byte[ENTRY];
        if (file.readAt(position, head) < ENTRY || (int) number(head, 0, 4) != ENTRY_MARK) {
            throw damaged();
        }
        byte[] name = new byte[(int) number(head, 28, 2)];
        byte[] extra = new byte[(int) number(head, 30, 2)];
        if (file.readAt(position + ENTRY, name) < name.length
                || file.readAt(position + ENTRY + name.length, extra) < extra.length) {
            throw damaged();
        }
        position += ENTRY + name.length + extra.length + number(head, 32, 2);
        long[] sizes = {number(head, 24, 4), number(head, 20, 4), number(head, 42, 4)};
        large(extra, sizes);
        return new Entry(
                shown(name),
                (int) number(head, 8, 2),
                (int) number(head, 10, 2),
                number(head, 16, 4),
                sizes[1],
                sizes[0],
                sizes[2]);
    }

    /** Sizes that do not fit into four bytes stand in an extra field, in this order. */
    private static void large(byte[] extra, long[] sizes) {
        int p = 0;
        while (p + 4 <= extra.length) {
            int length = (int) number(extra, p + 2, 2);
            if (number(extra, p, 2) == 1) {
                int q = p + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == FULL && q + 8 <= Math.min(extra.length, p + 4 + length)) {
                        sizes[i] = number(extra, q, 8);
                        q += 8;
                    }
                }
            }
            p += 4 + length;
        }
    }

    /** A name fit to be shown: it is text from outside. */
    private static String shown(byte[] name) {
        String text = new String(name, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    /** The packed bytes of an entry. */
    ByteSource packed(Entry entry) throws IOException {
        byte[] local = new byte[LOCAL];
        if (entry.start() < 0 || entry.packed() < 0 || file.readAt(entry.start(), local) < LOCAL) {
            throw new ByteSource.Damaged("it lies beyond the end of the archive");
        }
        if ((int) number(local, 0, 4) != LOCAL_MARK) {
            throw new ByteSource.Damaged("its header is damaged");
        }
        long from = entry.start() + LOCAL + number(local, 26, 2) + number(local, 28, 2);
        return file.slice(from, from + entry.packed());
    }

    private static ByteSource.Damaged damaged() {
        return new ByteSource.Damaged("the archive's table of contents is missing or damaged");
    }

    private static long number(byte[] b, int at, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | (b[at + i] & 0xff);
        }
        return value;
    }
}
