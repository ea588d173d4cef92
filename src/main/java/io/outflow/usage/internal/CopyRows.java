package io.outflow.usage.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary format of PostgreSQL's COPY (PostgreSQL 18 documentation, COPY, Binary Format): a signature, then for each
 * row the number of its fields and each field as its length, -1 for NULL, and its bytes in the order of the network.
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    /** PostgreSQL counts microseconds from 2000-01-01. */
    private static final long EPOCH_SECONDS = 946_684_800;

    private static final int SENT_AT = 1 << 16;

    /** Takes the next bytes. */
    interface Out {
        void write(byte[] bytes, int length) throws SQLException;
    }

    private final List<SqlType> types;
    private final Out out;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * SENT_AT);

    CopyRows(List<SqlType> types, Out out) {
        this.types = types;
        this.out = out;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void add(@Nullable Object[] row) throws SQLException {
        room(2);
        buffer.putShort((short) row.length);
        for (int i = 0; i < row.length; i++) {
            var value = row[i];
            if (value == null) {
                room(4);
                buffer.putInt(-1);
            } else {
                put(types.get(i), value);
            }
        }
        if (buffer.position() >= SENT_AT) {
            send();
        }
    }

    /** Sends the end mark and what is left. */
    void end() throws SQLException {
        room(2);
        buffer.putShort((short) -1);
        send();
    }

    private void put(SqlType type, Object value) {
        room(12);
        switch (type) {
            case TIME -> buffer.putInt(8).putLong(micros((OffsetDateTime) value));
            case LONG -> buffer.putInt(8).putLong((Long) value);
            case INT -> buffer.putInt(4).putInt((Integer) value);
            case SMALL -> buffer.putInt(2).putShort((Short) value);
            case TEXT -> bytes(((String) value).getBytes(StandardCharsets.UTF_8));
            case BYTES -> bytes((byte[]) value);
        }
    }

    private void bytes(byte[] bytes) {
        room(4 + bytes.length);
        buffer.putInt(bytes.length).put(bytes);
    }

    private static long micros(OffsetDateTime time) {
        return (time.toEpochSecond() - EPOCH_SECONDS) * 1_000_000 + time.getNano() / 1_000;
    }

    private void room(int more) {
        if (buffer.remaining() < more) {
            buffer.flip();
            buffer = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.limit() + more))
                    .put(buffer);
        }
    }

    private void send() throws SQLException {
        out.write(buffer.array(), buffer.position());
        buffer.clear();
    }
}
