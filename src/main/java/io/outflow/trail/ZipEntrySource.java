package io.outflow.trail;

import java.io.IOException;
import java.util.zip.CRC32;

/** One entry of a zip archive, unpacked, its checksum and length compared. */
final class ZipEntrySource implements ByteSource, AutoCloseable {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ZipArchive.Entry entry;
    private final ByteSource content;
    private final CRC32 crc = new CRC32();
    private long out;

    ZipEntrySource(ZipArchive archive, ZipArchive.Entry entry) throws IOException {
        this.entry = entry;
        if (entry.encrypted()) {
            throw new Damaged("it is encrypted; unpack it with its password first");
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new Damaged("it is packed by a method that is not in common use");
        }
        ByteSource packed = archive.packed(entry);
        content = entry.method() == DEFLATED ? new Inflating(packed) : packed;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = content.read(b, off, len);
        if (n > 0) {
            crc.update(b, off, n);
            out += n;
        } else if (crc.getValue() != entry.crc() || out != entry.size()) {
            throw new Damaged("its checksum does not fit its content, so the content may have been changed");
        }
        return n;
    }

    @Override
    public void close() {
        if (content instanceof Inflating inflating) {
            inflating.close();
        }
    }
}
