package io.outflow.usage.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs original records into chunks and finds them again: each is its length in four bytes and its JSON, all deflated. */
public final class Originals {
    /** Most bytes before deflating, unless a single record has more: what comes out must fit an H2 column of 1 MiB. */
    static final int CHUNK_BYTES = 1 << 20;

    static final int CHUNK_RECORDS = 1_000;

    private static final int LENGTH_BYTES = 4;

    private Originals() {}

    static byte[] pack(List<byte[]> originals) {
        var raw = ByteBuffer.allocate(
                originals.stream().mapToInt(o -> o.length + LENGTH_BYTES).sum());
        originals.forEach(o -> raw.putInt(o.length).put(o));
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(raw.array());
            deflater.finish();
            var out = new ByteArrayOutputStream(raw.capacity() / 4 + 64);
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** The original record at a place in a chunk, from 0. */
    public static byte[] unpack(byte[] deflated, int index) {
        try (var inflater = new Inflater()) {
            inflater.setInput(deflated);
            for (int i = 0; ; i++) {
                var original = new byte
                        [ByteBuffer.wrap(fill(inflater, new byte[LENGTH_BYTES])).getInt()];
                fill(inflater, original);
                if (i == index) {
                    return original;
                }
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("A chunk of original records is damaged.", e);
        }
    }

    private static byte[] fill(Inflater inflater, byte[] bytes) throws DataFormatException {
        for (int filled = 0; filled < bytes.length; ) {
            int count = inflater.inflate(bytes, filled, bytes.length - filled);
            if (count == 0) {
                throw new DataFormatException("too short");
            }
            filled += count;
        }
        return bytes;
    }
}
