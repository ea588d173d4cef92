package io.outflow.trail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** A file as it is packed. Counts the bytes taken from it. */
final class RawFile implements Closeable {
    /** Reads some bytes from a position on; negative behind the last one. */
    private interface Bytes extends Closeable {
        int read(ByteBuffer target, long position) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    private final Bytes bytes;
    private final long size;
    private long taken;

    RawFile(LogBytes log) throws IOException {
        // No switch by type: to link one takes longer than to read a small file, and a scan is short.
        if (log instanceof LogBytes.InHeap held) {
            bytes = new OfHeap(held.bytes());
            size = held.bytes().length;
        } else {
            var channel = FileChannel.open(((LogBytes.OnDisk) log).file(), StandardOpenOption.READ);
            bytes = new OfChannel(channel);
            size = channel.size();
        }
    }

    private record OfChannel(FileChannel channel) implements Bytes {
        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record OfHeap(byte[] all) implements Bytes {
        @Override
        public int read(ByteBuffer target, long position) {
            if (position >= all.length) {
                return -1;
            }
            int length = Math.min(target.remaining(), all.length - (int) position);
            target.put(all, (int) position, length);
            return length;
        }
    }

    long size() {
        return size;
    }

    /** Bytes taken so far; parts taken twice count twice. */
    long taken() {
        return taken;
    }

    /** Reads the first {@code length} bytes without counting them as taken; returns how many there were. */
    int look(byte[] b, int length) throws IOException {
        return read(0, ByteBuffer.wrap(b, 0, length));
    }

    /** Counts the whole file as taken. */
    void tookAll() {
        taken = size;
    }

    /** Fills as much of {@code b} as the file has from this position; returns how many bytes that were. */
    int readAt(long position, byte[] b) throws IOException {
        int length = read(position, ByteBuffer.wrap(b));
        taken += length;
        return length;
    }

    private int read(long position, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            int n = bytes.read(target, position + target.position());
            if (n < 0) {
                break;
            }
        }
        return target.position();
    }

    /** The bytes from {@code from} to {@code until}, or to the end of the file. */
    ByteSource slice(long from, long until) {
        return new ByteSource() {
            private long position = from;

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                int wanted = (int) Math.min(len, until - position);
                if (wanted <= 0) {
                    return -1;
                }
                int n = bytes.read(ByteBuffer.wrap(b, off, wanted), position);
                if (n > 0) {
                    position += n;
                    taken += n;
                }
                return n;
            }
        };
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
