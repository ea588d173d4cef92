package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.access.Acting;
import io.outflow.base.OutflowHome;
import io.outflow.evidence.EvidenceNotes.Note;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.trail.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-64: a database that was set back is noticed; and what packages keep is kept alike by both databases. */
class UC64RewoundTest {

    @TempDir
    Path folder;

    @OnBothDatabases
    void aLogThatNoLongerHoldsWhatWasHandedOutIsToldOf(Database database) {
        var application = WholeApplication.on(database);
        var log = application.getBean(ChangeLog.class);
        var handedOut = new HandedOut(OutflowHome.at(folder.resolve(database.name())), log);
        Acting.asOutflow(() -> {
            application.getBean(TransactionTemplate.class).executeWithoutResult(_ -> log.append("test", "x", "y"));
            var newest = log.newest().orElseThrow();
            assertThat(handedOut.alarm()).isEmpty();

            handedOut.remember(newest, Instant.now());
            assertThat(handedOut.alarm()).isEmpty();

            handedOut.remember(beyond(newest, newest.seq() + 1), Instant.parse("2026-11-20T09:00:00Z"));
            assertThat(handedOut.alarm().orElseThrow())
                    .startsWith("REWOUND: ")
                    .contains("as it was handed out at 20 Nov 2026, 09:00 UTC");

            handedOut.remember(newest, Instant.now());
            assertThat(handedOut.alarm()).as("an older head changes nothing").isPresent();
        });
    }

    @OnBothDatabases
    void packagesTheirFilesAndNotesAreReadAsTheyWereWritten(Database database) {
        var application = WholeApplication.on(database);
        var rows = application.getBean(PackageRows.class);
        var log = application.getBean(ChangeLog.class);
        var person = UUID.randomUUID();
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var day = LocalDate.of(2026, 11, 26);
        var request = new PackageRequest(
                "Ä \" \\ title",
                "Dana Auditor",
                Set.of(person),
                Set.of("111122223333"),
                day,
                day,
                at,
                Set.of(),
                Set.of(Part.USAGE),
                false,
                "");
        var number = new AtomicLong();
        Acting.asOutflow(() -> application.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
            log.append("test", "x", "y");
            number.set(rows.add(
                    request,
                    Orders.Orderer.person("Sample Legal", person, "Legal"),
                    person,
                    at,
                    log.newest().orElseThrow().seq()));
        }));
        assertThat(rows.find(number.get()).orElseThrow().request()).isEqualTo(request);
        assertThat(rows.in(State.MAKING)).extracting(one -> one.number()).contains(number.get());

        var sealed = new BagWriter.Sealed(
                "a".repeat(64),
                12,
                "b".repeat(64),
                Optional.of(at),
                List.of(new BagWriter.Written("data/x", 3, "c".repeat(64), -1)));
        rows.made(number.get(), request, at, "x.zip", "AA:BB", sealed);
        var made = rows.find(number.get()).orElseThrow();
        assertThat(made.state()).isEqualTo(State.MADE);
        assertThat(made.stampedAt()).isEqualTo(at);
        assertThat(rows.files(number.get())).singleElement().satisfies(file -> assertThat(file.rows())
                .isEqualTo(-1));
        assertThat(rows.isFor(number.get(), null, "dana auditor")).isTrue();
        assertThat(rows.isFor(number.get(), person, "somebody")).isTrue();
        assertThat(rows.isFor(number.get(), UUID.randomUUID(), "somebody")).isFalse();
        rows.failed(number.get(), "too late");
        assertThat(rows.find(number.get()).orElseThrow().state())
                .as("made stays made")
                .isEqualTo(State.MADE);

        assertThat(rows.isMadeFor(number.get(), person)).isTrue();
        assertThat(rows.recipient(number.get())).contains(person);

        var notes = application.getBean(NoteRows.class);
        notes.add(number.get(), null, new Note(0, at, "Dana", person, "why?"));
        var asked = notes.list(number.get()).getFirst().asked();
        assertThat(asked).isEqualTo(new Note(asked.id(), at, "Dana", person, "why?"));
        notes.add(number.get(), asked.id(), new Note(0, at, "Sample Legal", null, "therefore"));
        assertThat(notes.list(number.get())).singleElement().satisfies(question -> {
            assertThat(question.open()).isFalse();
            assertThat(question.said()).extracting(Note::text).containsExactly("therefore");
        });
    }

    @OnBothDatabases
    void logFilesAreReadWithTheirProofAsOfAMoment(Database database) throws IOException {
        var application = WholeApplication.on(database);
        var jdbc = application.getBean(JdbcClient.class);
        var files = application.getBean(LogFileRows.class);
        var before = files.count(Instant.parse("2001-01-02T00:00:00Z"));
        jdbc.sql("INSERT INTO import_run (id, state, origin, started_by, started_at) VALUES (?, 'DONE', 'API', 'x', ?)")
                .params(900_000_001L + database.ordinal(), java.time.OffsetDateTime.parse("2001-01-01T00:00:00Z"))
                .update();
        jdbc.sql(
                        "INSERT INTO import_file (run_id, file_no, name, file_path, spooled, state, sha256, size_bytes, bytes_read,"
                                + " cursor_record, read_count, inserted_count, duplicate_count, skipped_count, quarantined_count, attempts, proof)"
                                + " VALUES (?, 1, 'old.json.gz', '/x', FALSE, 'DONE', 'abc', 1, 1, 5, 5, 3, 1, 1, 0, 1, 1)")
                .param(900_000_001L + database.ordinal())
                .update();

        var found = new java.util.ArrayList<LogFileRows.LogFile>();
        files.each(Instant.parse("2001-01-02T00:00:00Z"), found::add);

        assertThat(files.count(Instant.parse("2001-01-02T00:00:00Z"))).isEqualTo(before + 1);
        assertThat(files.count(Instant.parse("2000-12-31T00:00:00Z"))).isZero();
        assertThat(files.proofs(Instant.parse("2001-01-02T00:00:00Z"))).containsEntry(Proof.VERIFIED, before + 1);
        assertThat(found).last().satisfies(file -> {
            assertThat(file.name()).isEqualTo("old.json.gz");
            assertThat(file.proof()).isEqualTo(Proof.VERIFIED);
            assertThat(file.read()).isEqualTo(file.inserted() + file.duplicate() + file.skipped() + file.quarantined());
        });
    }

    @Test
    void keysAreReadableByTheirOwnerOnlyAndARotationKeepsTheOldOnes() throws IOException {
        var keys = new KeyFolder(OutflowHome.at(folder), Clock.systemUTC(), KeyMakers.inFolder());
        assertThat(keys.all()).isEmpty();
        var first = keys.current();
        assertThat(keys.current()).isEqualTo(first);
        var second = keys.rotate();

        assertThat(keys.current()).isEqualTo(second);
        assertThat(keys.all())
                .extracting(KeyFolder.Known::certificate)
                .containsExactly(first.certificate(), second.certificate());
        try (var files = Files.list(folder.resolve("evidence/keys"))) {
            assertThat(files.toList()).hasSize(4).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("r--------"));
        }
    }

    private static Entry beyond(Entry entry, long seq) {
        return new Entry(seq, entry.at(), "x", "y", "z", "", entry.hash(), "f".repeat(64));
    }
}
