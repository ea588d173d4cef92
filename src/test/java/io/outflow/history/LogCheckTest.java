package io.outflow.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.outflow.history.Verdict.Fault;
import io.outflow.history.Verdict.Kind;
import io.outflow.history.internal.Chain;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The check of the change log and the revisions beside it. */
class LogCheckTest {

    private static final UUID PRODUCT = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @OnBothDatabases
    void whatWasFoundIsKeptWithWhenAndWhoAsked(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            assertThat(history.check.last()).isEmpty();

            var checked = history.check.run();

            assertThat(checked.verdict()).isEqualTo(new Verdict(3, 2, null));
            assertThat(checked.verdict().sentence()).isEqualTo("Unbroken to entry 3; 2 revisions agree with it.");
            assertThat(history.check.last()).contains(checked);
            history.now = history.now.plus(Duration.ofDays(1));
            history.check.run();
            assertThat(history.check.last()).map(Checked::at).contains(history.now);
        }
    }

    @OnBothDatabases
    void aRevisionThatWasChangedBreaksTheEntryThatTellsOfIt(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            history.tamper("revision", "UPDATE revision SET json = '{\"days\":7}' WHERE seq = 2");

            var verdict = history.check.run().verdict();

            assertThat(verdict).isEqualTo(new Verdict(2, 1, new Fault(3, Kind.REVISION)));
            assertThat(verdict.sentence())
                    .isEqualTo("Broken at entry 3: the revision that it tells of was changed, removed or put in."
                            + " Unbroken before it, to entry 2.");
            assertThat(history.check.last()).map(Checked::verdict).contains(verdict);
        }
    }

    @OnBothDatabases
    void aChangedRevisionWithAnewComputedHashIsFoundByItsEntry(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            var real = history.revisions.ofObject(PRODUCT).getFirst();
            var forged = Chain.seal(new Revision(
                    real.seq(),
                    real.kind(),
                    real.object(),
                    real.owner(),
                    real.validFrom(),
                    real.validTo(),
                    real.recordedAt(),
                    real.actor(),
                    "another reason",
                    real.json(),
                    "",
                    real.logSeq()));
            history.tamper(
                    "revision",
                    "UPDATE revision SET reason = 'another reason', sha256 = '" + forged.sha256() + "' WHERE seq = 2");

            assertThat(history.check.run().verdict().fault()).isEqualTo(new Fault(3, Kind.REVISION));
        }
    }

    @OnBothDatabases
    void aRevisionThatIsGoneIsFoundEvenWhenItWasTheLast(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            history.tamper("revision", "DELETE FROM revision WHERE seq = 2");

            assertThat(history.check.run().verdict().fault()).isEqualTo(new Fault(3, Kind.REVISION));
        }
    }

    @OnBothDatabases
    void aRevisionThatNoEntryTellsOfIsFound(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            history.jdbc
                    .sql(
                            "INSERT INTO revision (seq, kind, object, valid_from, recorded_at, actor, reason, json, sha256,"
                                    + " log_seq) SELECT 3, kind, object, valid_from, recorded_at, actor, reason, json, sha256, 2"
                                    + " FROM revision WHERE seq = 2")
                    .update();

            assertThat(history.check.run().verdict().fault()).isEqualTo(new Fault(2, Kind.REVISION));
        }
    }

    @OnBothDatabases
    void anEntryThatWasChangedIsNamedBeforeItsRevision(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            history.tamper("change_log", "UPDATE change_log SET text = 'other' WHERE seq = 2");

            var verdict = history.check.run().verdict();

            assertThat(verdict).isEqualTo(new Verdict(1, 1, new Fault(2, Kind.ENTRY)));
            assertThat(verdict.sentence())
                    .isEqualTo("Broken at entry 2: it was changed, removed or put in. Unbroken before it, to entry 1.");
        }
    }

    @OnBothDatabases
    void anEntryThatWasPutBehindTheLastIsFound(Database database) {
        try (var history = threeEntriesWithTwoRevisions(database)) {
            history.jdbc
                    .sql("INSERT INTO change_log SELECT 4, at, actor, action, object, text, prev_hash, hash"
                            + " FROM change_log WHERE seq = 3")
                    .update();

            assertThat(history.check.run().verdict()).isEqualTo(new Verdict(3, 2, new Fault(4, Kind.ENTRY)));
        }
    }

    @OnBothDatabases
    void entriesThatAreWrittenDuringACheckDoNotBreakIt(Database database) throws Exception {
        try (var history = threeEntriesWithTwoRevisions(database);
                var threads = Executors.newSingleThreadExecutor()) {
            var done = new AtomicBoolean();
            var writing = threads.submit(() -> {
                while (!done.get()) {
                    history.record(PRODUCT, TestHistory.START, null, "{}");
                }
            });
            try {
                for (var i = 0; i < 50; i++) {
                    assertThat(history.transaction.<Verdict>execute(status -> history.log.verify()))
                            .matches(Verdict::holds);
                }
            } finally {
                done.set(true);
            }
            writing.get();
        }
    }

    @OnBothDatabases
    void nobodyElseWritesEntriesThatTellOfRevisions(Database database) {
        try (var history = new TestHistory(database)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.append("somebody", "record changed", "product Claude API"));
        }
    }

    /** A recorded product, a sign-in, and a change of the product. */
    private static TestHistory threeEntriesWithTwoRevisions(Database database) {
        var history = new TestHistory(database);
        history.record(PRODUCT, TestHistory.START, null, "{\"days\":30}");
        history.append("somebody", "signed in", "person somebody");
        history.record(PRODUCT, TestHistory.START, null, "{\"days\":0}");
        return history;
    }
}
