package io.outflow.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in the database are of no use without the key file of the data folder. */
class SecretBoxTest {
    private static final String SECRET = "correct horse battery staple";

    @TempDir
    Path home;

    private SecretBox box;

    @BeforeEach
    void open() {
        box = new SecretBox(OutflowHome.at(home));
    }

    @Test
    void whatIsSealedHidesTheSecretAndOpensAgain() {
        var sealed = box.seal("webhook", SECRET);

        assertThat(SecretBox.isSealed(sealed)).isTrue();
        assertThat(sealed).doesNotContain(SECRET).isNotEqualTo(box.seal("webhook", SECRET));
        assertThat(new SecretBox(OutflowHome.at(home)).open("webhook", sealed)).isEqualTo(SECRET);
    }

    @Test
    void theKeyFileCanBeReadByItsOwnerOnly() throws IOException {
        box.seal("webhook", SECRET);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("r--------");
        assertThat(keyFile()).hasSize(32);
    }

    @Test
    void aTextThatOlderVersionsStoredReadableComesBackAsItIs() {
        assertThat(SecretBox.isSealed(SECRET)).isFalse();
        assertThat(box.open("webhook", SECRET)).isEqualTo(SECRET);
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void aMissingKeyFileIsSaidInWordsAndNotMadeAnew() throws IOException {
        var sealed = box.seal("webhook", SECRET);
        Files.delete(keyFile());

        assertThatThrownBy(() -> box.open("webhook", sealed))
                .isInstanceOf(SecretBox.Unreadable.class)
                .hasMessageContaining(keyFile() + " is missing")
                .hasMessageContaining("Put the file back");
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void anotherKeyAnotherPurposeOrAChangedTextOpensNothing() throws IOException {
        var sealed = box.seal("webhook", SECRET);
        var changed = sealed.substring(0, sealed.length() - 6) + (sealed.endsWith("AAAAA=") ? "BBBBB=" : "AAAAA=");

        assertThatThrownBy(() -> box.open("smtp", sealed)).isInstanceOf(SecretBox.Unreadable.class);
        assertThatThrownBy(() -> box.open("webhook", changed)).isInstanceOf(SecretBox.Unreadable.class);
        assertThatThrownBy(() -> box.open("webhook", "sealed:1:%%%")).isInstanceOf(SecretBox.Unreadable.class);
        Files.delete(keyFile());
        box.seal("webhook", "another secret that makes a new key");
        assertThatThrownBy(() -> box.open("webhook", sealed))
                .isInstanceOf(SecretBox.Unreadable.class)
                .hasMessageContaining("sealed with another one");
    }

    private Path keyFile() {
        return home.toAbsolutePath().normalize().resolve("secrets.key");
    }
}
