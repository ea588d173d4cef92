package io.outflow.imports.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.imports.Imports.Incoming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropTest {

    @TempDir
    Path folder;

    private int spooled;

    @Test
    void filesOfOneDropAreTakenTogetherByName() throws IOException {
        var drop = drop(100);

        drop.receive("b.json", bytes("two"));
        drop.receive("a.json", bytes("one"));

        assertThat(drop.take()).extracting(Incoming::name).containsExactly("a.json", "b.json");
        assertThat(drop.take()).isEmpty();
    }

    @Test
    void whatIsReceivedIsKeptByteForByte() throws IOException {
        var drop = drop(100);

        drop.receive("a.json", bytes("{\"Records\":[]}"));

        assertThat(drop.take().getFirst().file()).hasContent("{\"Records\":[]}");
    }

    @Test
    void aFileOfTheLargestSizeComesIn() throws IOException {
        assertThat(drop(3).receive("a.json", bytes("abc"))).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingOfItStays() throws IOException {
        var drop = drop(3);

        var refusal = drop.receive("a.json", bytes("abcd"));

        assertThat(refusal).hasValueSatisfying(r -> assertThat(r.sentence()).startsWith("It is larger than"));
        assertThat(drop.take()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEmptyFileIsRefusedAndTheOthersComeIn() throws IOException {
        var drop = drop(100);

        drop.receive("empty.json", bytes(""));
        drop.receive("good.json", bytes("{}"));

        assertThat(drop.take()).extracting(Incoming::name).containsExactly("good.json");
        assertThat(drop.takeRefused()).extracting(Drop.Refused::name).containsExactly("empty.json");
    }

    @Test
    void aFullDiskIsToldAsWhatItIsAndTheOthersComeIn() throws IOException {
        // No file can be made below a file, and this one device of Linux is always full.
        var notThere = Files.createFile(folder.resolve("file")).resolve("below");
        var full = Path.of("/dev/full");
        var places = Files.exists(full)
                ? List.of(notThere, Files.createSymbolicLink(folder.resolve("link"), full))
                : List.of(notThere);

        for (var place : places) {
            var drop = new Drop(name -> "a.json".equals(name) ? place : folder.resolve(name), 100);
            var refusal = drop.receive("a.json", bytes("{\"Records\":[]}"));
            drop.receive("b.json", bytes("{}"));

            assertThat(refusal).hasValueSatisfying(r -> assertThat(r.sentence())
                    .isEqualTo("Outflow could not write it to its disk, which may be full. Nothing of it was kept. "
                            + "Make room there and drop it again."));
            assertThat(drop.take()).extracting(Incoming::name).containsExactly("b.json");
        }
        assertThat(folder.resolve("link")).doesNotExist();
    }

    @Test
    void aTransferThatBreaksOffIsToldAndLeavesNothing() {
        var drop = drop(100);
        var broken = new SequenceInputStream(bytes("{\"Rec"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> drop.receive("a.json", broken)).isInstanceOf(IOException.class);

        assertThat(drop.takeRefused()).extracting(Drop.Refused::name).containsExactly("a.json");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatArrivesAfterThePageWasLeftIsRemoved() throws IOException {
        var drop = drop(100);
        drop.receive("before.json", bytes("{}"));

        drop.close();
        var refusal = drop.receive("after.json", bytes("{}"));

        assertThat(refusal).isPresent();
        assertThat(drop.take()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private Drop drop(long largest) {
        return new Drop(name -> folder.resolve("spool-" + spooled++), largest);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
