package io.outflow.trail;

import static io.outflow.trail.Sample.call;
import static io.outflow.trail.Sample.gzip;
import static io.outflow.trail.Sample.records;
import static io.outflow.trail.Sample.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.FileReading.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives: good entries are read, bad ones are named and do no harm to the others. */
class ZipFilesTest {
    @TempDir
    Path folder;

    private final Caught caught = new Caught();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private FileReading read(byte[] content, Limits limits) throws IOException {
        Path file = folder.resolve("some.file");
        Files.write(file, content);
        FileReading reading = new TrailReader(limits).read(file, caught);
        caught.assertNumbered();
        return reading;
    }

    private FileReading read() throws IOException {
        return read(zip(entries), Limits.STANDARD);
    }

    private void add(String name, String content) {
        entries.put(name, content.getBytes(UTF_8));
    }

    @Test
    void numbersRecordsOverAllEntriesAndNamesTheEntry() throws IOException {
        add("a/one.json", records(call(1), call(2)));
        entries.put("b/two.json.gz", gzip(records(call(3))));
        add("c/lines.txt", call(4) + "\n");

        assertThat(read().end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept)
                .extracting(kept -> kept.place().entry() + " " + kept.place().recordNo())
                .containsExactly("a/one.json 1", "a/one.json 2", "b/two.json.gz 3", "c/lines.txt 4");
        assertThat(caught.kept.get(3).place().byteOffset()).isZero();
    }

    @Test
    void leavesFoldersAndNotesOfMacOsOut() throws IOException {
        add("logs/", "");
        add("__MACOSX/logs/._one.json", "\0\5\7");
        add("logs/one.json", records(call(1)));
        assertThat(read().end()).isEqualTo(End.COMPLETE);
        assertThat(caught.records()).isEqualTo(1);
    }

    @Test
    void putsEntriesThatAreNoLogsAside() throws IOException {
        add("readme.txt", "hello");
        entries.put("inner.zip", zip(Map.of("x.json", records(call(9)).getBytes(UTF_8))));
        add("empty.json", "");
        add("other.json", "{\"a\":1}");
        entries.put("cut.json.gz", Arrays.copyOf(gzip(records(call(8))), 30));
        add("../../one\n.json", records(call(1)));

        assertThat(read().end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.kept.getFirst().place().entry()).isEqualTo("../../one?.json");
        assertThat(caught.rejected)
                .filteredOn(bad -> bad.reason() != Reason.TRUNCATED)
                .extracting(bad -> bad.place().entry() + " " + bad.reason())
                .containsExactly(
                        "readme.txt UNREADABLE_ENTRY",
                        "inner.zip UNREADABLE_ENTRY",
                        "empty.json UNREADABLE_ENTRY",
                        "other.json UNKNOWN_KIND",
                        "cut.json.gz UNREADABLE_ENTRY");
        assertThat(caught.rejected.get(1).sentence()).contains("it is a zip archive inside another file");
        assertThat(folder.getParent().resolve("one\n.json")).doesNotExist();
    }

    @Test
    void readsTheOthersWhereOneEntryIsEncrypted() throws IOException {
        add("locked.json", records(call(1)));
        add("open.json", records(call(2)));
        byte[] archive = zip(entries);
        archive[indexOf(archive, 0x02014b50, 0) + 8] |= 1;

        assertThat(read(archive, Limits.STANDARD).end()).isEqualTo(End.COMPLETE);
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.rejected).hasSize(1);
        assertThat(caught.rejected.getFirst().place().entry()).isEqualTo("locked.json");
        assertThat(caught.rejected.getFirst().sentence()).contains("encrypted");
    }

    @Test
    void seesAnEntryThatWasChanged() throws IOException {
        add("one.json", records(call(1)));
        byte[] archive = zip(entries);
        archive[indexOf(archive, 0x02014b50, 0) + 16] ^= 1;

        read(archive, Limits.STANDARD);
        assertThat(caught.kept).hasSize(1);
        assertThat(caught.reasons()).containsExactly(Reason.UNREADABLE_ENTRY);
        assertThat(caught.rejected.getFirst().sentence()).contains("checksum");
    }

    @Test
    void failsWhereNothingInTheArchiveIsALog() throws IOException {
        add("readme.txt", "hello");
        assertThat(read().failure()).contains("no file in this archive is a log");
        entries.clear();
        assertThat(read().failure()).contains("a zip archive without files");
    }

    @Test
    void stopsAtTheCapOfEntries() throws IOException {
        for (int i = 0; i < 4; i++) {
            add(i + ".json", records(call(i)));
        }
        var limits = new Limits(1 << 30, 200, 1 << 20, 100, 3);
        assertThat(read(zip(entries), limits).failure()).contains("more than 3 entries, the cap");
        assertThat(caught.kept).isEmpty();
    }

    @Test
    void stopsABombInAnEntry() throws IOException {
        add("one.json", records(call(1)));
        add("bomb.json", "[" + " ".repeat(64 << 20) + "]");
        FileReading reading = read();
        assertThat(reading.end()).isEqualTo(End.FAILED);
        assertThat(reading.failure()).contains("200 times its size");
        assertThat(caught.kept).hasSize(1);
    }

    @Test
    void neverThrowsForAnArchiveCutOrChangedAnywhere() throws IOException {
        add("one.json", records(call(1)));
        entries.put("two.json.gz", gzip(records(call(2))));
        byte[] archive = zip(entries);
        for (int i = 0; i < archive.length; i++) {
            assertThat(read(Arrays.copyOf(archive, i), Limits.STANDARD).end()).isEqualTo(End.FAILED);
            byte[] changed = archive.clone();
            changed[i] ^= (byte) 0xff;
            read(changed, Limits.STANDARD);
        }
    }

    private static int indexOf(byte[] b, int mark, int from) {
        int p = from;
        while (Words.halfAt(b, p) != mark) {
            p++;
        }
        return p;
    }
}
