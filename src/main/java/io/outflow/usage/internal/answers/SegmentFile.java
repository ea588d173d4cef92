package io.outflow.usage.internal.answers;

import io.outflow.usage.internal.answers.SubjectIndex.Cast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columns on the disk, for a fast start. A file of another version or of another state of the database, a damaged or cut one
 * is as good as none: the database is the record of truth.
 *
 * <p>Eight bytes that name the form and its version; length and CRC-32C of the head, the head (the mark, the casts, number and
 * size of each day); for each day its columns one after the other, in little-endian order; their CRC-32C.
 */
final class SegmentFile {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentFile.class);
    private static final byte[] FORM = "OFCOLS01".getBytes(StandardCharsets.US_ASCII);
    private static final int PREFIX = 16;
    private static final int ENTRY = 4 * Integer.BYTES + 1;

    private final Path file;

    SegmentFile(Path file) {
        this.file = file;
    }

    /** What belongs to a state of the database, where it is there and sound. */
    Optional<Segment> read(long mark) {
        if (mark == 0 || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file)) {
            return read(channel, mark);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The saved counts in {} cannot be read; the database is read instead. {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Segment> read(FileChannel channel, long mark) throws IOException {
        var prefix = filled(channel, PREFIX);
        var form = new byte[FORM.length];
        prefix.get(form);
        int length = prefix.getInt();
        int crc = prefix.getInt();
        if (!Arrays.equals(form, FORM) || length < 0 || length > channel.size() - PREFIX) {
            return Optional.empty();
        }
        var head = filled(channel, length);
        if (crc(head) != crc) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(head.array()))) {
            if (in.readLong() != mark) {
                return Optional.empty();
            }
            var casts = casts(in);
            var days = days(in, channel);
            return days.isEmpty() ? Optional.empty() : Optional.of(new Segment(mark, casts, days.get()));
        }
    }

    private static List<Cast> casts(DataInputStream in) throws IOException {
        int count = in.readInt();
        var casts = new ArrayList<Cast>(count);
        for (int i = 0; i < count; i++) {
            casts.add(new Cast(in.readInt(), in.readBoolean() ? in.readUTF() : null));
        }
        return casts;
    }

    private static Optional<List<Day>> days(DataInputStream in, FileChannel channel) throws IOException {
        int count = in.readInt();
        var days = new ArrayList<Day>(count);
        var crc = new CRC32C();
        for (int i = 0; i < count; i++) {
            int number = in.readInt();
            int size = in.readInt();
            int large = in.readInt();
            var bytes = filled(channel, Math.addExact(Math.multiplyExact(size, ENTRY), large * Long.BYTES));
            crc.update(bytes.array());
            days.add(new Day(
                    number,
                    size,
                    ints(bytes, size),
                    ints(bytes, size),
                    bytes(bytes, size),
                    ints(bytes, size),
                    ints(bytes, size),
                    longs(bytes, large),
                    new BitSet(),
                    new DaySums.Kept()));
        }
        boolean sound =
                filled(channel, Integer.BYTES).getInt() == (int) crc.getValue() && channel.position() == channel.size();
        return sound ? Optional.of(days) : Optional.empty();
    }

    private static int[] ints(ByteBuffer from, int size) {
        var ints = new int[size];
        from.asIntBuffer().get(ints);
        from.position(from.position() + size * Integer.BYTES);
        return ints;
    }

    private static long[] longs(ByteBuffer from, int size) {
        var longs = new long[size];
        from.asLongBuffer().get(longs);
        return longs;
    }

    private static byte[] bytes(ByteBuffer from, int size) {
        var bytes = new byte[size];
        from.get(bytes);
        return bytes;
    }

    private static ByteBuffer filled(ReadableByteChannel channel, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the file is cut off");
            }
        }
        return buffer.flip();
    }

    /** Replaces the file in one step, so that a crash leaves the former one. */
    void write(Segment segment) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "columns-", ".tmp");
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                write(channel, segment);
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(FileChannel channel, Segment segment) throws IOException {
        var head = head(segment);
        put(
                channel,
                ByteBuffer.allocate(PREFIX)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(FORM)
                        .putInt(head.length)
                        .putInt(crc(ByteBuffer.wrap(head)))
                        .flip());
        put(channel, ByteBuffer.wrap(head));
        var crc = new CRC32C();
        for (var day : segment.days()) {
            var bytes = payload(day);
            crc.update(bytes.array());
            put(channel, bytes);
        }
        put(
                channel,
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) crc.getValue())
                        .flip());
    }

    private static byte[] head(Segment segment) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(segment.mark());
            out.writeInt(segment.casts().size());
            for (var cast : segment.casts()) {
                var found = cast.found();
                out.writeInt(cast.subject());
                out.writeBoolean(found != null);
                if (found != null) {
                    out.writeUTF(found);
                }
            }
            out.writeInt(segment.days().size());
            for (var day : segment.days()) {
                out.writeInt(day.number());
                out.writeInt(day.size());
                out.writeInt(day.large().length);
            }
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer payload(Day day) {
        int size = day.size();
        var bytes = ByteBuffer.allocate(size * ENTRY + day.large().length * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        put(bytes, day.millis(), size);
        put(bytes, day.subject(), size);
        bytes.put(day.outcome(), 0, size);
        put(bytes, day.input(), size);
        put(bytes, day.output(), size);
        bytes.asLongBuffer().put(day.large());
        return bytes.position(0);
    }

    private static void put(ByteBuffer to, int[] column, int size) {
        to.asIntBuffer().put(column, 0, size);
        to.position(to.position() + size * Integer.BYTES);
    }

    private static void put(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static int crc(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes.array());
        return (int) crc.getValue();
    }
}
