package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.SignedTrail;
import io.outflow.testing.SignedTrail.Hour;
import io.outflow.trail.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of a run are verified by the digests among them, before anything of them is stored. */
class VerifiedImportTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private Path logs;
    private Path keys;
    private SignedTrail trail;
    private Path first;
    private Path second;
    private Hour hour;

    @BeforeEach
    void makeLogs() throws IOException {
        logs = folder.resolve("logs");
        trail = new SignedTrail(logs)
                .withKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), Instant.parse("2030-01-01T00:00:00Z"));
        keys = trail.publicKeys(folder).getParent();
        first = log("first", 1, 2);
        second = log("second", 3);
        hour = trail.hourOf(NOON, List.of(first, second));
    }

    @OnBothDatabases
    void callsCarryTheProofOfTheirFile(Database database) throws IOException {
        log("added", 4);
        try (var importing = new Importing(database, keys)) {
            ImportRun run = importing.run(logs);

            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.VERIFIED, 3, Proof.UNREFERENCED, 1));
            assertThat(run.message())
                    .contains("By digests that AWS signed, 2 log files are verified", "1 are named by no digest");
            assertThat(file(importing, run, "first").proof()).isEqualTo(Proof.VERIFIED);
            assertThat(file(importing, run, "added").proof()).isEqualTo(Proof.UNREFERENCED);
            // Digest and metadata are recognised and hold no records.
            assertThat(importing.rows.files(run.id()))
                    .filteredOn(file -> file.name().contains("CloudTrail-Digest"))
                    .hasSize(2)
                    .allSatisfy(file -> {
                        assertThat(file.state()).isEqualTo(FileState.DONE);
                        assertThat(file.counts().skipped()).isEqualTo(1);
                    });
        }
    }

    @OnBothDatabases
    void aFileThatIsInvalidWhenItIsReadIsSetAsideWhole(Database database) throws IOException {
        tamper(first);
        try (var importing = new Importing(database, keys)) {
            ImportRun run = importing.run(logs);

            ImportFile aside = file(importing, run, "first");
            assertThat(aside.state()).isEqualTo(FileState.SET_ASIDE);
            assertThat(aside.counts().read()).isZero();
            assertThat(aside.reason())
                    .contains("This log file was changed", "set aside whole", "admit it with a reason");
            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.VERIFIED, 1));
        }
    }

    @OnBothDatabases
    void aPersonMayAdmitASetAsideFileAndItsCallsStayMarked(Database database) throws IOException {
        tamper(first);
        try (var importing = new Importing(database, keys)) {
            ImportRun run = importing.run(logs);
            long fileId = file(importing, run, "first").id();

            admit(importing, fileId, "The archive was packed anew by our own job.");
            importing.engine.submit(run.id());
            importing.await(run.id());

            ImportFile admitted = file(importing, run, "first");
            assertThat(admitted.state()).isEqualTo(FileState.DONE);
            assertThat(admitted.reason()).contains("was admitted: The archive was packed anew");
            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.VERIFIED, 1, Proof.INVALID, 2));
            assertThat(importing.rows.admit(fileId, "Again.")).isEmpty();
        }
    }

    @OnBothDatabases
    void digestsThatArriveLaterProveFilesThatWereImportedBefore(Database database) throws IOException {
        Path alone = folder.resolve("alone");
        Files.createDirectories(alone);
        Files.copy(first, alone.resolve(first.getFileName()));
        try (var importing = new Importing(database, keys)) {
            ImportRun before = importing.run(alone);
            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.NO_DIGEST, 2));

            ImportRun after = importing.run(logs);

            assertThat(file(importing, after, "first").state()).isEqualTo(FileState.SKIPPED_DUPLICATE);
            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.VERIFIED, 3));
            assertThat(importing.file(before.id(), 1).proof()).isEqualTo(Proof.VERIFIED);
        }
    }

    @OnBothDatabases
    void aFileThatTurnsOutInvalidLaterKeepsItsCallsMarked(Database database) throws IOException {
        tamper(first);
        Path alone = folder.resolve("alone");
        Files.createDirectories(alone);
        Files.copy(first, alone.resolve(first.getFileName()));
        try (var importing = new Importing(database, keys)) {
            importing.run(alone);

            importing.run(logs);

            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.VERIFIED, 1, Proof.INVALID, 2));
        }
    }

    @OnBothDatabases
    void fewerDigestsTakeNoProofAway(Database database) throws IOException {
        try (var importing = new Importing(database, keys)) {
            importing.run(logs);
            Files.delete(hour.digest());
            trail.newChain();
            trail.hourOf(NOON.plus(Duration.ofHours(3)), List.of());

            importing.run(logs);

            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.VERIFIED, 3));
        }
    }

    @OnBothDatabases
    void keysAmongTheFilesThemselvesProveNothing(Database database) throws IOException {
        trail.publicKeys(logs);
        try (var importing = new Importing(database, folder.resolve("none"))) {
            ImportRun run = importing.run(logs);

            assertThat(proofs(importing)).isEqualTo(Map.of(Proof.NO_DIGEST, 3));
            assertThat(run.message()).contains("no public keys to verify them with", "aws cloudtrail list-public-keys");
        }
    }

    private void admit(Importing importing, long fileId, String reason) {
        var done = new TransactionTemplate(new DataSourceTransactionManager(importing.source))
                .execute(status -> importing.rows.admit(fileId, reason));
        assertThat(done).isPresent();
    }

    private Path log(String unique, int... calls) throws IOException {
        var records = new ArrayList<String>();
        for (int call : calls) {
            records.add(invoke(call, "ana"));
        }
        Path file = trail.log(NOON.plus(Duration.ofMinutes(20)), unique);
        Files.write(
                file,
                SignedTrail.gzip(
                        ("{\"Records\":[" + String.join(",", records) + "]}").getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static void tamper(Path file) throws IOException {
        String content = new String(SignedTrail.unpacked(file), StandardCharsets.UTF_8);
        Files.write(file, SignedTrail.gzip(content.replace("\"ana\"", "\"bob\"").getBytes(StandardCharsets.UTF_8)));
    }

    private static ImportFile file(Importing importing, ImportRun run, String unique) {
        return importing.rows.files(run.id()).stream()
                .filter(file -> file.name().endsWith("_" + unique + ".json.gz"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Proof, Integer> proofs(Importing importing) {
        var proofs = new TreeMap<Proof, Integer>();
        importing.jdbc.query("SELECT proof, count(*) FROM invocation GROUP BY proof", row -> {
            proofs.put(Proof.values()[row.getInt(1)], row.getInt(2));
        });
        return proofs;
    }
}
