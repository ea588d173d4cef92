package io.outflow.vendors.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.base.OutflowHome;
import io.outflow.vendors.EntryRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UC-41: what is kept of a document, what is refused, and that nothing is left of what was refused. */
class UC41DocumentFilesTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private DocumentFiles files;

    @BeforeEach
    void open() {
        files = new DocumentFiles(OutflowHome.at(folder), Clock.systemUTC());
    }

    @Test
    void aFileLiesUnderItsHashReadableByItsOwnerOnly() throws IOException {
        var kept = keep(PDF, "dpa.pdf");

        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.size()).isEqualTo(PDF.length);
        var file = files.find(kept.sha256()).orElseThrow();
        assertThat(file)
                .isEqualTo(folder.resolve("documents")
                        .resolve(kept.sha256().substring(0, 2))
                        .resolve(kept.sha256().substring(2)))
                .hasBinaryContent(PDF);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameContentIsKeptOnceWhateverItsName() throws IOException {
        var first = keep(PDF, "dpa.pdf");
        var file = files.find(first.sha256()).orElseThrow();
        var before = Files.getLastModifiedTime(file);

        assertThat(keep(PDF, "copy.pdf").sha256()).isEqualTo(first.sha256());

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(all()).containsExactly(file);
    }

    @Test
    void aFileThatIsGivenUpGoesUnlessItIsNamedOrSomebodyElseWantsIt() throws IOException {
        var sha256 = keep(PDF, "dpa.pdf").sha256();
        keep(PDF, "copy.pdf");

        files.giveUp(sha256, false);
        assertThat(files.find(sha256)).isPresent();
        files.giveUp(sha256, true);
        assertThat(files.find(sha256)).isPresent();
        keep(PDF, "dpa.pdf");
        files.giveUp(sha256, false);
        assertThat(files.find(sha256)).isEmpty();
    }

    @Test
    void whatSomebodyIsAboutToAttachIsNotRemovedHoweverOldItIs() throws IOException {
        var sha256 = keep(PDF, "dpa.pdf").sha256();
        Files.setLastModifiedTime(files.find(sha256).orElseThrow(), FileTime.from(Instant.EPOCH));

        assertThat(files.olderThan(Instant.now().minusSeconds(60))).containsExactly(sha256);
        assertThat(files.remove(sha256)).isFalse();
        open();
        assertThat(files.remove(sha256)).isTrue();
        assertThat(files.olderThan(Instant.now())).isEmpty();
    }

    @Test
    void aDamagedCopyIsNamedAndNotOverwritten() throws IOException {
        var file = files.find(keep(PDF, "dpa.pdf").sha256()).orElseThrow();
        Files.writeString(file, "damaged");

        assertThatThrownBy(() -> keep(PDF, "dpa.pdf"))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("damaged");

        assertThat(file).hasContent("damaged");
    }

    @Test
    void aProgramIsRefusedWhateverItsNameSays() throws IOException {
        var exe = new byte[512];
        exe[0] = 'M';
        exe[1] = 'Z';
        exe[0x3c] = (byte) 0x80;
        exe[0x80] = 'P';
        exe[0x81] = 'E';
        var elf = new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0};
        var script = "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.US_ASCII);

        for (var program : List.of(exe, elf, script)) {
            assertThatThrownBy(() -> keep(program, "dpa.pdf"))
                    .isInstanceOf(EntryRefused.class)
                    .hasMessageStartingWith("dpa.pdf is a program (")
                    .hasMessageContaining("It was not stored.");
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void pagesAndPicturesWithScriptsAreWhatTheirContentSays() throws IOException {
        var svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        var page = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>";

        assertThat(keep(svg.getBytes(StandardCharsets.UTF_8), "dpa.pdf").mediaType())
                .isEqualTo("image/svg+xml");
        assertThat(keep(page.getBytes(StandardCharsets.UTF_8), "dpa.pdf").mediaType())
                .isEqualTo("text/html");
    }

    @Test
    void exactlyAHundredMebibytesAreTakenAndAByteMoreIsNot() throws IOException {
        assertThat(files.keep(new Zeros(DocumentFiles.LARGEST), "large.bin").size())
                .isEqualTo(DocumentFiles.LARGEST);
        var before = all();

        var endless = new Zeros(Long.MAX_VALUE);
        assertThatThrownBy(() -> files.keep(endless, "dpa.pdf"))
                .isInstanceOf(EntryRefused.class)
                .hasMessage(
                        "dpa.pdf is larger than 100 MiB. It was not stored. Split it, or link to where it is kept.");

        assertThat(endless.read).isLessThan(DocumentFiles.LARGEST + (1 << 20));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void anEmptyFileAndABrokenUploadLeaveNothing() {
        assertThatThrownBy(() -> keep(new byte[0], "dpa.pdf")).hasMessage("dpa.pdf is empty. It was not stored.");
        assertThatThrownBy(() -> files.keep(new Broken(), "dpa.pdf")).isInstanceOf(IOException.class);

        assertThat(all()).isEmpty();
    }

    @Test
    void partsThatACrashLeftAreGoneADayLater() throws IOException {
        keep(PDF, "dpa.pdf");
        var incoming = folder.resolve("documents/incoming");
        var old = Files.writeString(incoming.resolve("old.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var young = Files.writeString(incoming.resolve("young.part"), "half");

        files.sweep();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private DocumentFiles.Kept keep(byte[] bytes, String name) throws IOException {
        return files.keep(new ByteArrayInputStream(bytes), name);
    }

    private List<Path> all() {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Zeros extends InputStream {
        private final long size;
        private long read;

        Zeros(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return read++ < size ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (read >= size) {
                return -1;
            }
            var count = (int) Math.min(length, size - read);
            read += count;
            return count;
        }
    }

    private static final class Broken extends InputStream {
        private int left = 1000;

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("The browser went away");
            }
            return 'x';
        }
    }
}
