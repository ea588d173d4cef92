package io.outflow.evidence.internal;

import io.outflow.base.OutflowHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The evidence keys of this installation, below {@code evidence/keys} in the data folder and never in the database: numbered,
 * readable by the owner only. The newest signs; the certificates of all stay, so that old packages can be checked.
 */
@Component
public class KeyFolder {

    private static final String KEY = ".key";
    private static final String CERTIFICATE = ".pem";

    private final OutflowHome home;
    private final Clock clock;

    public KeyFolder(OutflowHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** The key that signs; made at first need. */
    public synchronized SigningKey current() {
        var all = numbers();
        return all.isEmpty() ? add(1) : read(all.getLast());
    }

    /** All keys, oldest first; empty before the first need. */
    public synchronized List<SigningKey> all() {
        return numbers().stream().map(this::read).toList();
    }

    /** Makes a new key, which signs from now on. */
    public synchronized SigningKey rotate() {
        var all = numbers();
        return add(all.isEmpty() ? 1 : all.getLast() + 1);
    }

    private SigningKey add(int number) {
        var key = SigningKey.make(clock.instant());
        try {
            // The certificate is last: a key without one does not count.
            write(file(number, KEY), key.keyPem());
            write(file(number, CERTIFICATE), key.pem());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence key cannot be written to " + folder() + ".", e);
        }
    }

    private void write(Path file, String text) throws IOException {
        var part = home.newFile(folder(), "part");
        Files.writeString(part, text, StandardCharsets.US_ASCII);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
        }
        Files.move(part, file);
    }

    private SigningKey read(int number) {
        try {
            return SigningKey.read(
                    Files.readAllBytes(file(number, KEY)), Files.readAllBytes(file(number, CERTIFICATE)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The evidence key %s cannot be read. Packages made earlier stay as they are; no new one can be signed until the file is back."
                            .formatted(file(number, KEY)),
                    e);
        }
    }

    private List<Integer> numbers() {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}\\" + CERTIFICATE))
                    .map(name -> Integer.valueOf(name.substring(0, 4)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number, String ending) {
        return folder().resolve("%04d%s".formatted(number, ending));
    }

    private Path folder() {
        return home.folder("evidence/keys");
    }
}
