package io.outflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.Outflow;
import io.outflow.evidence.internal.BagWriter;
import io.outflow.evidence.internal.SigningKey;
import io.outflow.evidence.internal.TimeStamps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UC-62: checks a package in a terminal. */
class UC62VerifyAPackageTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final SigningKey key = SigningKey.make(Instant.now());
    private Path archive;
    private Path signer;

    @BeforeEach
    void make() throws IOException {
        archive = folder.resolve("evidence-x-1.zip");
        signer = Files.writeString(folder.resolve("signer.pem"), key.pem());
        var bag = new BagWriter(Files.createDirectory(folder.resolve("bag")));
        bag.write("data/report.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII));
        bag.write("data/ipe.json", "{\"reconciliation\":[]}\n".getBytes(StandardCharsets.US_ASCII));
        bag.write("data/audit/chain.jsonl", new byte[0]);
        var start = "0".repeat(64);
        bag.write(
                "data/audit/head.json",
                "{\"count\":0,\"first_seq\":1,\"last_seq\":0,\"previous_hash\":\"%s\",\"head\":\"%s\",\"log_head\":\"%s\"}\n"
                        .formatted(start, start, start)
                        .getBytes(StandardCharsets.US_ASCII));
        bag.seal("evidence-x-1", List.of(), key, TimeStamps.none(), archive);
    }

    @Test
    void aGenuinePackageEndsWithZero() {
        assertThat(verify(archive, signer)).isZero();

        assertThat(out.toString())
                .contains("VERIFIED. Complete and unchanged: 10 of 10 checks passed, no outside time.")
                .contains("Signed with the key ");
    }

    @Test
    void aChangedFileEndsWithOneAndIsNamed() throws IOException {
        try (var files = FileSystems.newFileSystem(archive)) {
            Files.writeString(files.getPath("evidence-x-1/data/report.pdf"), "%PDG");
        }

        assertThat(verify(archive, signer)).isEqualTo(1);

        assertThat(out.toString())
                .contains("NOT VERIFIED. ", "data/report.pdf was changed: its content is not what was signed.");
    }

    @Test
    void aPackageOfAnotherKeyIsNotVerified() throws IOException {
        var other = Files.writeString(
                folder.resolve("other.pem"), SigningKey.make(Instant.now()).pem());

        assertThat(verify(archive, other)).isEqualTo(1);
        assertThat(out.toString()).contains("The signature is not of a key that you trust");
    }

    @Test
    void whatCannotBeReadIsWrongUsageAndSaidInASentence() throws IOException {
        var text = Files.writeString(folder.resolve("text.zip"), "no archive");

        assertThat(verify(text, signer)).isEqualTo(2);
        assertThat(err.toString()).contains("There is no package that can be read at ");
        assertThat(verify(archive, text)).isEqualTo(2);
        assertThat(err.toString()).contains("There is no certificate that can be read in ");
    }

    private int verify(Path path, Path certificate) {
        return OutflowCommand.run(
                Outflow.class,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "verify",
                path.toString(),
                "--signer",
                certificate.toString());
    }
}
