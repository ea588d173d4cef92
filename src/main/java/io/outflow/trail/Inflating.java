package io.outflow.trail;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated bytes, unpacked. Knows the checksum of what came out. */
final class Inflating implements ByteSource, AutoCloseable {
    private static final int INPUT = 1 << 16;

    private final ByteSource source;
    private final byte[] input = new byte[INPUT];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int position;
    private int limit;
    private long out;
    private boolean ended;

    Inflating(ByteSource source) {
        this.source = source;
    }

    /** Takes one byte of the source that is not deflated; -1 at its end. Only before the first and after the last read. */
    int plainByte() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return input[position++] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            while (true) {
                int n = inflater.inflate(b, off, len);
                if (n > 0) {
                    crc.update(b, off, n);
                    out += n;
                    return n;
                }
                if (inflater.finished()) {
                    ended = true;
                    position = limit - inflater.getRemaining();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new Damaged("its compressed data asks for a dictionary that no log file has");
                }
                if (position == limit && !fill()) {
                    throw new Damaged("its compressed data ends too early");
                }
                inflater.setInput(input, position, limit - position);
                position = limit;
            }
        } catch (DataFormatException e) {
            throw new Damaged("its compressed data is damaged");
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, source.read(input, 0, input.length));
        return limit > 0;
    }

    long crc() {
        return crc.getValue();
    }

    /** Bytes that came out. */
    long out() {
        return out;
    }

    @Override
    public void close() {
        inflater.close();
    }
}
