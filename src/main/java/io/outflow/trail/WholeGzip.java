package io.outflow.trail;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a gzip file in one step into one buffer, which is faster than piece by piece. It takes only what is small and
 * sound in every respect, and leaves all other files to {@link GzipSource}, which can tell what is wrong with them and how
 * far they are good. So both ways give the same records.
 */
final class WholeGzip implements AutoCloseable {
    private static final int HEADER = 10;
    private static final int NAME = 8;
    private static final int TRAILER = 8;
    private static final int MOST = 32 << 20;
    /** Larger buffers are not kept for the next file; log files of a trail are smaller. */
    private static final int KEPT = 8 << 20;
    /** Buffers of all threads together may take a quarter of the heap. */
    private static final int SHARE = 4;

    private static final Queue<WholeGzip> IDLE = new ConcurrentLinkedQueue<>();

    private final FastInflate.Worker inflate;
    private final CRC32 crc = new CRC32();
    private byte[] packed = {};
    private byte[] bytes = {};
    private int length;

    private WholeGzip(FastInflate.Worker inflate) {
        this.inflate = inflate;
    }

    /** Returns the content of a file; null where the file is to be read piece by piece. Close it to give its buffers back. */
    static @Nullable WholeGzip of(RawFile file, Limits limits) throws IOException {
        FastInflate inflate = FastInflate.get();
        if (inflate == null || file.size() < HEADER + TRAILER || file.size() > most()) {
            return null;
        }
        WholeGzip idle = IDLE.poll();
        WholeGzip whole = idle == null ? new WholeGzip(inflate.worker()) : idle;
        if (whole.unpack(file, limits)) {
            return whole;
        }
        whole.close();
        return null;
    }

    private static long most() {
        Runtime machine = Runtime.getRuntime();
        return Math.min(MOST, machine.maxMemory() / SHARE / machine.availableProcessors());
    }

    /** The content, with {@link Walker#PAD} zeros behind it. Whoever reads it may change it. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** What digests compare; before anybody changes the bytes. */
    LogContent content() {
        MessageDigest sha256 = Sha256.start();
        sha256.update(bytes, 0, length);
        return LogContent.of(sha256);
    }

    private boolean unpack(RawFile file, Limits limits) throws IOException {
        int size = (int) file.size();
        if (packed.length < size) {
            packed = new byte[size + size / 4];
        }
        if (file.look(packed, size) != size) {
            return false;
        }
        int start = afterHeader(size - TRAILER);
        if (start < 0) {
            return false;
        }
        long unpacked = Words.halfAt(packed, size - 4) & 0xffff_ffffL;
        if (unpacked > most() || unpacked > limits.decompressedBytes() || unpacked / limits.ratio() > size) {
            return false;
        }
        length = (int) unpacked;
        if (bytes.length < length + Walker.PAD) {
            bytes = new byte[length + length / 4 + Walker.PAD];
        }
        if (!inflate.inflate(packed, start, size - TRAILER - start, bytes, length)) {
            return false;
        }
        crc.reset();
        crc.update(bytes, 0, length);
        if (crc.getValue() != (Words.halfAt(packed, size - TRAILER) & 0xffff_ffffL)) {
            return false;
        }
        Arrays.fill(bytes, length, length + Walker.PAD, (byte) 0);
        file.tookAll();
        return true;
    }

    /** Where the deflated bytes start, behind a header without more than a name; -1 for other headers. */
    private int afterHeader(int limit) {
        if (!GzipSource.starts(packed, limit) || packed[2] != 8 || (packed[3] & ~NAME) != 0) {
            return -1;
        }
        if (packed[3] == 0) {
            return HEADER;
        }
        int p = HEADER;
        while (p < limit && packed[p] != 0) {
            p++;
        }
        return p < limit ? p + 1 : -1;
    }

    @Override
    public void close() {
        if (bytes.length > KEPT) {
            bytes = new byte[0];
            packed = new byte[0];
        }
        IDLE.add(this);
    }
}
