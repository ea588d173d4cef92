package io.outflow.sample.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Records of one file, put in the order of their times and written as AWS writes them. */
final class DayFile {
    private record Line(Instant time, byte[] json, boolean kept) {}

    private final List<Line> lines = new ArrayList<>();

    /** @param kept whether a reader keeps the record: a call or a change of settings */
    void add(Instant time, Json json, boolean kept) {
        add(time, json.take(), kept);
    }

    void add(Instant time, byte[] json, boolean kept) {
        lines.add(new Line(time, json, kept));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    DayFile lastKept(int count) {
        List<Line> kept = lines.stream().filter(Line::kept).toList();
        var last = new DayFile();
        last.lines.addAll(kept.subList(Math.max(0, kept.size() - count), kept.size()));
        return last;
    }

    int size() {
        return lines.size();
    }

    /** As CloudTrail does: one object with a list of records. */
    byte[] asTrailFile() {
        var text = new ByteArrayOutputStream();
        text.writeBytes("{\"Records\":[".getBytes(StandardCharsets.UTF_8));
        join(text, ",");
        text.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return gzip(text.toByteArray());
    }

    /** As Bedrock does: one object a line. */
    byte[] asInvocationLog() {
        var text = new ByteArrayOutputStream();
        join(text, "\n");
        text.write('\n');
        return gzip(text.toByteArray());
    }

    private void join(ByteArrayOutputStream text, String separator) {
        lines.sort(Comparator.comparing(Line::time));
        byte[] between = separator.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                text.writeBytes(between);
            }
            text.writeBytes(lines.get(i).json());
        }
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (OutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot fail to be written.", e);
        }
        return packed.toByteArray();
    }
}
