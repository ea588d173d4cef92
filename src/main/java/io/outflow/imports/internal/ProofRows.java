package io.outflow.imports.internal;

import io.outflow.imports.internal.StoredTrail.StoredLog;
import io.outflow.imports.internal.Verification.Judgement;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore;
import io.outflow.usage.EventStore.Proven;
import io.outflow.usage.EventStore.Stored;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The proof of log files that were imported before, with that of their events. */
final class ProofRows {
    private static final Proof[] PROOFS = Proof.values();
    /** So many files are given another proof at a time: the changes of their events are held in the heap until the commit. */
    private static final int FILES_AT_ONCE = 2_000;
    /** What an archive is called of whose log files one is so. */
    private static final List<Proof> WORST_FIRST =
            List.of(Proof.INVALID, Proof.UNREFERENCED, Proof.UNCHAINED, Proof.NO_DIGEST, Proof.VERIFIED);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventStore store;

    private record Change(long fileId, String entry, Judgement judgement, Proven events) {}

    ProofRows(JdbcTemplate jdbc, TransactionTemplate transaction, EventStore store) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.store = store;
    }

    /**
     * Keeps what was found of log files that were read.
     *
     * @return how many have another proof now, and how many of them are invalid
     */
    int[] keep(Map<StoredLog, Judgement> found) {
        var changes = new ArrayList<Change>();
        int invalid = 0;
        for (var entry : found.entrySet()) {
            var log = entry.getKey();
            var judgement = entry.getValue();
            if (judgement.betterThan(log.proof())) {
                changes.add(new Change(log.fileId(), log.entry(), judgement, events(log, judgement.proof())));
                invalid += judgement.proof() == Proof.INVALID ? 1 : 0;
            }
        }
        change(changes);
        return new int[] {changes.size(), invalid};
    }

    private static Proven events(StoredLog log, Proof proof) {
        return new Proven(
                log.fileId(),
                log.entry().isEmpty() ? 0 : log.after(),
                log.entry().isEmpty() ? Integer.MAX_VALUE : log.upTo(),
                log.first(),
                log.last(),
                proof);
    }

    private void change(List<Change> changes) {
        for (int from = 0; from < changes.size(); from += FILES_AT_ONCE) {
            var some = changes.subList(from, Math.min(changes.size(), from + FILES_AT_ONCE));
            Stored stored = Objects.requireNonNull(transaction.execute(status -> {
                var files = some.stream()
                        .map(change -> new Object[] {
                            change.judgement().proof().ordinal(),
                            change.judgement().reason(),
                            change.fileId(),
                            change.entry()
                        })
                        .toList();
                jdbc.batchUpdate(
                        "UPDATE trail_log SET proof = ?, proof_reason = ? WHERE file_id = ? AND entry = ?", files);
                jdbc.batchUpdate("UPDATE import_file SET proof = ?, proof_reason = ? WHERE id = ? AND ? = ''", files);
                ofArchives(some);
                return store.prove(some.stream()
                        .map(Change::events)
                        .filter(events -> events.first() != null)
                        .toList());
            }));
            store.publish(stored);
        }
    }

    /** An archive is as well proven as the least of its log files; one that is invalid makes it so. */
    private void ofArchives(List<Change> changes) {
        var archives = new HashSet<Long>();
        changes.stream().filter(change -> !change.entry().isEmpty()).forEach(change -> archives.add(change.fileId()));
        for (long id : archives) {
            Set<Proof> proofs = new HashSet<>(jdbc.query(
                    "SELECT DISTINCT proof FROM trail_log WHERE file_id = ? AND entry <> ''",
                    (row, i) -> PROOFS[row.getInt(1)],
                    id));
            var worst =
                    WORST_FIRST.stream().filter(proofs::contains).findFirst().orElse(Proof.NO_DIGEST);
            jdbc.update(
                    "UPDATE import_file SET proof = ?, proof_reason = ? WHERE id = ?",
                    worst.ordinal(),
                    "At least one log file in this archive is " + worst.label() + ".",
                    id);
        }
    }

    /** Whether a run read log files, or digests, that lay in archives. */
    boolean inArchives(long runId) {
        var found = jdbc.queryForObject(
                "SELECT (SELECT count(*) FROM trail_log l JOIN import_file f ON f.id = l.file_id "
                        + "WHERE f.run_id = ? AND l.entry <> '') + (SELECT count(*) FROM trail_digest d "
                        + "JOIN import_file f ON f.id = d.file_id WHERE f.run_id = ? AND d.entry <> '')",
                Long.class,
                runId,
                runId);
        return found != null && found > 0;
    }

    /** Gives files that were imported earlier under another name the proof that a run found for the same bytes. */
    void ofEqualBytes(long runId) {
        var changes = new ArrayList<Change>();
        jdbc.query(
                "SELECT e.id, e.proof, d.proof, d.proof_reason FROM import_file d "
                        + "JOIN import_file e ON e.sha256 = d.sha256 AND e.id <> d.id "
                        + "WHERE d.run_id = ? AND d.state = 'SKIPPED_DUPLICATE' AND d.proof <> 0 "
                        + "AND e.state IN ('DONE', 'DONE_WITH_QUARANTINE') ORDER BY e.id",
                row -> {
                    var judgement = new Judgement(PROOFS[row.getInt(3)], row.getString(4));
                    if (judgement.betterThan(PROOFS[row.getInt(2)])) {
                        changes.add(new Change(
                                row.getLong(1), "", judgement, Proven.file(row.getLong(1), judgement.proof())));
                    }
                },
                runId);
        if (changes.isEmpty()) {
            return;
        }
        Stored stored = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.batchUpdate(
                    "UPDATE import_file SET proof = ?, proof_reason = ? WHERE id = ?",
                    changes.stream()
                            .map(change -> new Object[] {
                                change.judgement().proof().ordinal(),
                                change.judgement().reason(),
                                change.fileId()
                            })
                            .toList());
            return store.prove(changes.stream().map(Change::events).toList());
        }));
        store.publish(stored);
    }

    /** Keeps which digests were compared with the log files of their time. */
    void checked(Map<Long, Proof> digests) {
        if (!digests.isEmpty()) {
            jdbc.batchUpdate(
                    "UPDATE trail_digest SET checked = TRUE, proof = ? WHERE id = ?",
                    digests.entrySet().stream()
                            .map(digest -> new Object[] {digest.getValue().ordinal(), digest.getKey()})
                            .toList());
        }
    }

    /** What came of a run's verification, in sentences; null where there were no digests. */
    @Nullable
    String sentence(long runId, Verification before, Verification again) {
        var problem = again.problem() == null ? before.problem() : again.problem();
        if (problem != null) {
            return problem;
        }
        var logs = new EnumMap<Proof, Long>(Proof.class);
        jdbc.query(
                "SELECT l.proof, count(*) FROM trail_log l JOIN import_file f ON f.id = l.file_id WHERE f.run_id = ? "
                        + "GROUP BY l.proof",
                row -> {
                    logs.put(PROOFS[row.getInt(1)], row.getLong(2));
                },
                runId);
        long told = logs.entrySet().stream()
                .filter(count -> count.getKey() != Proof.NO_DIGEST)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long missing = before.missing().size();
        int raised = before.raised();
        if (told + missing + raised == 0) {
            return null;
        }
        var sentence = new StringBuilder(String.format(
                Locale.ROOT,
                "By digests that AWS signed, %,d log files are verified, %,d are invalid or missing, %,d are named by no "
                        + "digest, and %,d lie in hours that no digest covers.",
                logs.getOrDefault(Proof.VERIFIED, 0L),
                logs.getOrDefault(Proof.INVALID, 0L) + missing,
                logs.getOrDefault(Proof.UNREFERENCED, 0L),
                logs.getOrDefault(Proof.UNCHAINED, 0L)));
        if (raised > 0) {
            sentence.append(String.format(
                    Locale.ROOT,
                    " Of log files that were imported before, %,d have another proof now; %,d of them turned out invalid, "
                            + "and their calls are marked.",
                    raised,
                    before.invalid()));
        }
        return sentence.toString();
    }
}
