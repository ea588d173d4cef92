package io.outflow.imports.internal;

import io.outflow.imports.internal.DigestRows.Window;
import io.outflow.imports.internal.FileBytes.Arrived;
import io.outflow.imports.internal.StoredTrail.StoredLog;
import io.outflow.imports.internal.Verification.Judgement;
import io.outflow.trail.Chain;
import io.outflow.trail.DigestName;
import io.outflow.trail.Finding;
import io.outflow.trail.Proof;
import io.outflow.trail.PublicKeys;
import io.outflow.trail.SavedMetadata;
import io.outflow.trail.TrailVerifier;
import io.outflow.usage.EventStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares digests and log files by what the database keeps of them, so that either may come first and no log file is fetched
 * or read for it again.
 */
final class StoredVerification implements RunVerification {
    private static final Logger log = LoggerFactory.getLogger(StoredVerification.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DigestRows rows;
    private final ProofRows proofs;
    private final GapRows gaps;
    private final Function<@Nullable Long, Keys> keys;
    private final ZippedLogs zipped;
    private final Clock clock;

    /** Public keys for the digests of one source; close them when done. */
    interface Keys extends PublicKeys, AutoCloseable {
        /** Whether none is at hand, and none can be asked for. */
        boolean none();

        @Override
        void close();
    }

    /** Public keys cannot be had now; the message says why. */
    static final class KeysGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeysGone(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /**
     * @param keys public keys for a source; for null, for what people brought
     * @param newFile gives places for log files that are taken out of archives
     */
    StoredVerification(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventStore store,
            Function<@Nullable Long, Keys> keys,
            Supplier<Path> newFile,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new DigestRows(jdbc);
        this.proofs = new ProofRows(jdbc, transaction, store);
        this.gaps = new GapRows(jdbc);
        this.keys = keys;
        this.zipped = new ZippedLogs(jdbc, transaction, rows, newFile);
        this.clock = clock;
    }

    @Override
    public void arrived(long runId, FileWork file, Arrived arrived) {
        try {
            var name = DigestName.of(BatchingSink.lastPart(file.name));
            if (name != null) {
                byte[] digest;
                try (var in = arrived.bytes().open()) {
                    digest = in.readAllBytes();
                }
                var metadata = file.remote == null ? beside(runId, file) : arrived.metadata();
                rows.add(runId, file.id, "", name, arrived.sha256(), digest, DigestRows.json(metadata));
            }
        } catch (IOException e) {
            log.info("{} holds no digest that can be read: {}", file.name, e.toString());
        }
    }

    /** The metadata of a digest that people brought, from the file beside it. */
    private Map<String, String> beside(long runId, FileWork file) throws IOException {
        for (var path : jdbc.queryForList(
                "SELECT file_path FROM import_file WHERE run_id = ? AND name = ? ORDER BY id",
                String.class,
                runId,
                file.name + SavedMetadata.SUFFIX)) {
            var saved = Path.of(path);
            if (Files.isRegularFile(saved) && Files.size(saved) <= SavedMetadata.MOST_BYTES) {
                return SavedMetadata.of(Files.readAllBytes(saved));
            }
        }
        return Map.of();
    }

    @Override
    public Verification before(long runId) {
        transaction.executeWithoutResult(status -> LogRows.begin(jdbc, runId));
        zipped.begin(runId);
        var found = compare(runId);
        return found.with(zipped.takeOut(runId, found.inArchives()));
    }

    @Override
    public void after(long runId, Verification before) {
        // What lay in archives is known only now.
        var again = proofs.inArchives(runId) ? compare(runId) : Verification.NONE;
        proofs.ofEqualBytes(runId);
        var source = rows.source(runId);
        if (source != null) {
            transaction.executeWithoutResult(status -> gaps.tails(source, rows, clock.instant()));
        }
        jdbc.update(
                "UPDATE import_run SET verified = TRUE, verification = ? WHERE id = ?",
                proofs.sentence(runId, before, again),
                runId);
    }

    private Verification compare(long runId) {
        var source = rows.source(runId);
        var window = rows.window(source, runId);
        if (window == null) {
            return Verification.NONE;
        }
        try (var known = keys.apply(source)) {
            return known.none()
                    ? Verification.impossible(
                            "There are digest files, but no public keys to verify them with. Put what aws cloudtrail "
                                    + "list-public-keys prints into the folder public-keys of the data folder and import the "
                                    + "files again.")
                    : compare(source, window, known);
        } catch (KeysGone e) {
            log.info("Digests are not verified: {}", e.getMessage());
            return Verification.impossible("The digests are not verified yet. " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            log.error("The digests of run {} could not be used.", runId, e);
            return Verification.impossible(
                    "The digest files could not be used, so nothing is verified; the log of Outflow says why. They are "
                            + "tried again with the next run.");
        }
    }

    private Verification compare(@Nullable Long source, Window window, PublicKeys known) throws IOException {
        var trail = rows.trail(source, window);
        var comparison = new Comparison(trail);
        new TrailVerifier(trail, known).verify(null, null, clock.instant(), comparison::take);
        int[] changed = proofs.keep(comparison.read);
        transaction.executeWithoutResult(status -> {
            gaps.replace(source, comparison.chains, window, comparison.gaps);
            proofs.checked(comparison.digests);
        });
        return new Verification(
                comparison.expected,
                comparison.inArchives,
                comparison.judged,
                comparison.missing,
                changed[0],
                changed[1],
                null);
    }

    /** Sorts what a verification finds by what is to be done with it. */
    private static final class Comparison {
        private final StoredTrail trail;
        private final Map<Long, String> expected = new HashMap<>();
        private final Map<Long, Map<String, String>> inArchives = new HashMap<>();
        private final Map<Long, Judgement> judged = new HashMap<>();
        private final Map<StoredLog, Judgement> read = new HashMap<>();
        private final Map<Long, Proof> digests = new HashMap<>();
        private final Set<Chain> chains = new HashSet<>();
        private final List<Finding.NotCovered> gaps = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        Comparison(StoredTrail trail) {
            this.trail = trail;
        }

        void take(Finding finding) {
            switch (finding) {
                case Finding.OfDigest digest -> {
                    chains.add(digest.chain());
                    var row = trail.digest(digest.name());
                    if (row != null) {
                        digests.put(row.id(), digest.proof());
                    }
                }
                case Finding.Awaited awaited -> {
                    var row = Objects.requireNonNull(trail.log(awaited.name()));
                    if (row.entry().isEmpty()) {
                        expected.put(row.fileId(), awaited.sha256());
                    } else {
                        inArchives
                                .computeIfAbsent(row.fileId(), id -> new HashMap<>())
                                .put(row.entry(), awaited.sha256());
                    }
                }
                case Finding.OfLog found -> log(found);
                case Finding.NotCovered gap -> gaps.add(gap);
            }
        }

        private void log(Finding.OfLog found) {
            var row = trail.log(found.name());
            if (row == null) {
                missing.add(found.name());
                return;
            }
            var judgement = new Judgement(found.proof(), found.reason());
            if (row.content() != null) {
                read.merge(row, judgement, (a, b) -> b.betterThan(a.proof()) ? b : a);
            } else if (row.entry().isEmpty()) {
                judged.put(row.fileId(), judgement);
            }
        }
    }
}
