package io.outflow.evidence.internal;

import io.outflow.base.OutflowHome;
import io.outflow.evidence.EvidencePackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where packages lie in the data folder. A file there is whole and is never written again. */
@Component
public class PackageFolder {

    private final OutflowHome home;

    PackageFolder(OutflowHome home) {
        this.home = home;
    }

    /** Names this installation in packages; made at first need. */
    String instance() {
        return new String(
                home.secret("instance.id", () -> UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII);
    }

    /** A new empty folder to make a package in. */
    Path work(long number) throws IOException {
        home.folder("evidence/work");
        FileSystemUtils.deleteRecursively(home.path().resolve("evidence/work/" + number));
        return home.folder("evidence/work/" + number);
    }

    void clear(long number) {
        try {
            FileSystemUtils.deleteRecursively(home.path().resolve("evidence/work/" + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a finished archive under its name, whole or not at all. */
    void keep(Path archive, String name) throws IOException {
        Files.move(archive, home.folder("evidence/packages").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The archive of a package that was made. */
    public Path archive(EvidencePackage made) {
        return home.path().resolve("evidence/packages").resolve(made.fileName());
    }

    /** Where the stamp that came later lies, or will lie. */
    public Path laterStamp(EvidencePackage made) {
        return home.path().resolve("evidence/packages").resolve(made.folder() + ".tsr");
    }

    /** Where the head of the change log of a day lies, and the stamp over it. */
    Path head(LocalDate day, String ending) {
        return home.folder("evidence/heads").resolve(day + "." + ending);
    }

    /** A new file for bytes that somebody sent; whoever asked removes it. */
    public Path incoming() throws IOException {
        return home.newFile(home.folder("evidence/incoming"), "zip");
    }
}
