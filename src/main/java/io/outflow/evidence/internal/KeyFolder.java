package io.outflow.evidence.internal;

import io.outflow.base.OutflowHome;
import io.outflow.evidence.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The evidence keys of this installation, below {@code evidence/keys} in the data folder and never in the database: numbered,
 * readable by the owner only. Each is a certificate and, beside it, the key itself or where it lies. The newest signs; the
 * certificates of all stay, so that old packages can be checked.
 */
@Component
public class KeyFolder {

    private static final String KEY = ".key";
    private static final String CERTIFICATE = ".pem";

    private final OutflowHome home;
    private final Clock clock;
    private final KeyMakers makers;

    public KeyFolder(OutflowHome home, Clock clock, KeyMakers makers) {
        this.home = home;
        this.clock = clock;
        this.makers = makers;
    }

    /**
     * What is known of a key without reaching for it.
     *
     * @param pem its certificate, to be handed to readers
     * @param place where the key lies, in words
     */
    public record Known(X509Certificate certificate, String pem, String place) {}

    /**
     * The key that signs; made at first need, and when the settings name another place for keys than before.
     *
     * @throws IOException with a sentence when there is none and none can be made
     */
    public synchronized SigningKey current() throws IOException {
        var all = numbers();
        if (all.isEmpty() || !makers.chosen().made(kept(all.getLast()))) {
            return add(next(all));
        }
        var certificate = certificate(all.getLast());
        return new SigningKey(makers.chosen().open(kept(all.getLast()), certificate), certificate);
    }

    /** All keys, oldest first; empty before the first need. */
    public synchronized List<Known> all() {
        return numbers().stream().map(this::known).toList();
    }

    /**
     * Makes a new key, which signs from now on.
     *
     * @throws IOException with a sentence when none can be made, or it is the one that signs already
     */
    public synchronized SigningKey rotate() throws IOException {
        return add(next(numbers()));
    }

    private SigningKey add(int number) throws IOException {
        var made = makers.chosen().make(clock.instant());
        for (var known : all()) {
            if (known.certificate()
                    .getPublicKey()
                    .equals(made.key().certificate().getPublicKey())) {
                throw new IOException(
                        "The settings still name the key %s. Make another, name it there or point its alias to it, and do this again."
                                .formatted(Certificates.fingerprint(known.certificate())));
            }
        }
        // The certificate is last: a key without one does not count.
        write(file(number, KEY), made.kept());
        write(file(number, CERTIFICATE), made.key().pem());
        return made.key();
    }

    private void write(Path file, String text) throws IOException {
        var part = home.newFile(folder(), "part");
        Files.writeString(part, text, StandardCharsets.US_ASCII);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
        }
        Files.move(part, file);
    }

    private Known known(int number) {
        try {
            var certificate = certificate(number);
            var place = Files.exists(file(number, KEY))
                    ? makers.of(kept(number)).place(kept(number))
                    : "gone: there is no file %04d%s".formatted(number, KEY);
            return new Known(certificate, SigningKey.pem(certificate), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private X509Certificate certificate(int number) throws IOException {
        return Certificates.read(Files.readAllBytes(file(number, CERTIFICATE))).getFirst();
    }

    private String kept(int number) throws IOException {
        try {
            return Files.readString(file(number, KEY), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IOException(
                    "The evidence key %s cannot be read. Packages made earlier stay as they are; no new one can be signed until the file is back."
                            .formatted(file(number, KEY)),
                    e);
        }
    }

    private static int next(List<Integer> all) {
        return all.isEmpty() ? 1 : all.getLast() + 1;
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
