package io.outflow.trail;

import java.io.IOException;

/** Looks at the first bytes of a source and gives them again. */
final class Peeked implements ByteSource {
    private static final int HEAD = 4;

    private final ByteSource source;
    private final byte[] head = new byte[HEAD];
    private int length;
    private int given;

    Peeked(ByteSource source) throws IOException {
        this.source = source;
        while (length < HEAD) {
            int n = source.read(head, length, HEAD - length);
            if (n < 0) {
                break;
            }
            length += n;
        }
    }

    boolean isGzip() {
        return GzipSource.starts(head, length);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (given == length) {
            return source.read(b, off, len);
        }
        int n = Math.min(len, length - given);
        System.arraycopy(head, given, b, off, n);
        given += n;
        return n;
    }
}
