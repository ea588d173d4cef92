package io.outflow.trail;

import java.io.IOException;

/**
 * A gzip file of exactly one member, unpacked, its checksum and length compared. CloudTrail writes one member; what follows
 * it was added by somebody else, so it makes the file a damaged one.
 */
final class GzipSource implements ByteSource, AutoCloseable {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;
    private static final int RESERVED = 0xe0;

    private final Inflating inflating;
    private boolean open;
    private boolean ended;

    GzipSource(ByteSource source) {
        inflating = new Inflating(source);
    }

    static boolean starts(byte[] head, int length) {
        return length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (ended) {
            return -1;
        }
        if (!open) {
            header();
            open = true;
        }
        int n = inflating.read(b, off, len);
        if (n < 0) {
            trailer();
            ended = true;
        }
        return n;
    }

    private void header() throws IOException {
        if (need() != 0x1f || need() != 0x8b || need() != 8) {
            throw new Damaged("its gzip header is of a kind that is not in use");
        }
        int flags = need();
        if ((flags & RESERVED) != 0) {
            throw new Damaged("its gzip header is damaged");
        }
        for (int i = 0; i < 6; i++) {
            need();
        }
        if ((flags & EXTRA) != 0) {
            for (int left = need() | need() << 8; left > 0; left--) {
                need();
            }
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        if ((flags & HEADER_CRC) != 0) {
            need();
            need();
        }
    }

    private void skipText(int present) throws IOException {
        if (present != 0) {
            while (need() != 0) {
                // The name that the file once had, or a comment: nothing to learn from either.
            }
        }
    }

    private void trailer() throws IOException {
        if (word() != inflating.crc()) {
            throw new Damaged("its checksum does not fit its content, so the content may have been changed");
        }
        if (word() != (inflating.out() & 0xffff_ffffL)) {
            throw new Damaged("its length does not fit its content, so the content may have been changed");
        }
        int next = inflating.plainByte();
        if (next == 0x1f && inflating.plainByte() == 0x8b) {
            throw new Damaged("a second compressed part follows the first, which no log file of AWS has");
        }
        if (next >= 0) {
            throw new Damaged("other bytes follow its compressed content");
        }
    }

    private long word() throws IOException {
        return need() | need() << 8 | need() << 16 | (long) need() << 24;
    }

    private int need() throws IOException {
        int next = inflating.plainByte();
        if (next < 0) {
            throw new Damaged("its compressed data ends too early");
        }
        return next;
    }

    @Override
    public void close() {
        inflating.close();
    }
}
