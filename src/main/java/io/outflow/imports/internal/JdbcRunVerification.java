package io.outflow.imports.internal;

import io.outflow.trail.Finding;
import io.outflow.trail.KeyFiles;
import io.outflow.trail.Proof;
import io.outflow.trail.TrailFiles;
import io.outflow.trail.TrailVerdict;
import io.outflow.trail.TrailVerifier;
import io.outflow.usage.EventStore;
import io.outflow.usage.EventStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies a run's files by the digests among them, with public keys that an administrator put into the data folder. */
final class JdbcRunVerification implements RunVerification {
    private static final Logger log = LoggerFactory.getLogger(JdbcRunVerification.class);
    private static final Proof[] PROOFS = Proof.values();
    /** So many events are given another proof at a time: their changes are held in the heap until the commit. */
    private static final long EVENTS_AT_ONCE = 200_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventStore store;
    private final Path keyFolder;
    private final Clock clock;

    private record Listed(long id, String name, Path path) {}

    private record Judged(long fileId, Proof proof, String reason, long events) {}

    /** @param keyFolder public keys; those that lie among the files of a run prove nothing, and are not used */
    JdbcRunVerification(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, EventStore store, Path keyFolder, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.keyFolder = keyFolder;
        this.clock = clock;
    }

    @Override
    public void before(long runId) {
        var verified = jdbc.queryForObject("SELECT verified FROM import_run WHERE id = ?", Boolean.class, runId);
        if (Boolean.TRUE.equals(verified)) {
            return;
        }
        // Of objects in a bucket nothing is here yet, so nothing is said of them.
        var files = jdbc.query(
                "SELECT f.id, f.name, f.file_path FROM import_file f LEFT JOIN source_file o ON o.file_id = f.id "
                        + "WHERE f.run_id = ? AND o.file_id IS NULL ORDER BY f.file_no",
                (row, i) -> new Listed(row.getLong(1), row.getString(2), Path.of(row.getString(3))),
                runId);
        var judged = new LinkedHashMap<String, Judged>();
        @Nullable String sentence = null;
        if (files.stream().anyMatch(file -> TrailFiles.isDigest(file.name()))) {
            sentence = verify(files, judged);
        }
        store(runId, judged.values(), sentence);
    }

    private String verify(List<Listed> files, Map<String, Judged> judged) {
        try {
            var keys = new KeyFiles();
            if (Files.isDirectory(keyFolder)) {
                keys.add(keyFolder);
            }
            if (keys.isEmpty()) {
                return "There are digest files, but no public keys to verify them with. Put what aws cloudtrail "
                        + "list-public-keys prints into " + keyFolder + " and import the files again.";
            }
            var ids = new HashMap<String, Long>();
            var objects = new TrailFiles();
            for (var file : files) {
                objects.add(file.name(), file.path(), null);
                ids.put(file.name().replace('\\', '/'), file.id());
            }
            var verdict = new TrailVerifier(objects, keys).verify(null, null, clock.instant(), finding -> {
                if (finding instanceof Finding.OfLog found) {
                    var id = ids.get(found.name());
                    if (id != null) {
                        judged.merge(
                                found.name(),
                                new Judged(id, found.proof(), found.reason(), 0),
                                (a, b) -> strength(a.proof()) >= strength(b.proof()) ? a : b);
                    }
                }
            });
            return sentence(verdict);
        } catch (IOException | RuntimeException e) {
            log.error("The digests of a run could not be used.", e);
            judged.clear();
            return "The digest files of this run could not be used, so nothing is verified; the log of Outflow says why. "
                    + "When that is solved, import the files again.";
        }
    }

    private static String sentence(TrailVerdict verdict) {
        return String.format(
                Locale.ROOT,
                "By digests that AWS signed, %,d log files are verified, %,d are invalid or missing, %,d are named by no "
                        + "digest, and %,d lie in hours that no digest covers.",
                verdict.logs(Proof.VERIFIED),
                verdict.logs(Proof.INVALID),
                verdict.logs(Proof.UNREFERENCED),
                verdict.logs(Proof.UNCHAINED));
    }

    private void store(long runId, Iterable<Judged> judged, @Nullable String sentence) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : judged) {
            rows.add(new @Nullable Object[] {one.proof().ordinal(), one.reason(), one.fileId()});
        }
        transaction.executeWithoutResult(status -> {
            if (!rows.isEmpty()) {
                jdbc.batchUpdate("UPDATE import_file SET proof = ?, proof_reason = ? WHERE id = ?", rows);
            }
            jdbc.update("UPDATE import_run SET verified = TRUE, verification = ? WHERE id = ?", sentence, runId);
        });
    }

    @Override
    public void after(long runId) {
        var changed = new ArrayList<Judged>();
        jdbc.query(
                "SELECT e.id, e.proof, e.inserted_count, d.proof, d.proof_reason FROM import_file d "
                        + "JOIN import_file e ON e.sha256 = d.sha256 AND e.id <> d.id "
                        + "WHERE d.run_id = ? AND d.state = 'SKIPPED_DUPLICATE' AND d.proof <> 0 "
                        + "AND e.state IN ('DONE', 'DONE_WITH_QUARANTINE') ORDER BY e.id",
                row -> {
                    var found = PROOFS[row.getInt(4)];
                    if (strength(found) > strength(PROOFS[row.getInt(2)])) {
                        changed.add(new Judged(row.getLong(1), found, row.getString(5), row.getLong(3)));
                    }
                },
                runId);
        var group = new ArrayList<Judged>();
        long events = 0;
        for (var file : changed) {
            group.add(file);
            events += file.events();
            if (events >= EVENTS_AT_ONCE) {
                change(group);
                group.clear();
                events = 0;
            }
        }
        change(group);
    }

    private void change(List<Judged> files) {
        if (files.isEmpty()) {
            return;
        }
        var proofs = new HashMap<Long, Proof>();
        files.forEach(file -> proofs.put(file.fileId(), file.proof()));
        Stored stored = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.batchUpdate(
                    "UPDATE import_file SET proof = ?, proof_reason = ? WHERE id = ?",
                    files.stream()
                            .map(file -> new Object[] {file.proof().ordinal(), file.reason(), file.fileId()})
                            .toList());
            return store.prove(proofs);
        }));
        store.publish(stored);
    }

    /** What is known better takes the place of what is known less; what was once found changed stays so. */
    private static int strength(Proof proof) {
        return switch (proof) {
            case NO_DIGEST -> 0;
            case UNCHAINED -> 1;
            case UNREFERENCED -> 2;
            case VERIFIED -> 3;
            case INVALID -> 4;
        };
    }
}
