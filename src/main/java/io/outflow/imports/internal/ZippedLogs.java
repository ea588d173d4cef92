package io.outflow.imports.internal;

import io.outflow.imports.internal.RunRows.NewFile;
import io.outflow.trail.DigestName;
import io.outflow.trail.Limits;
import io.outflow.trail.LogName;
import io.outflow.trail.Sha256;
import io.outflow.trail.ZippedTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Digests and log files of CloudTrail in zip archives that people brought. A log file that is not as AWS signed it is taken
 * out of its archive before that is read, and stands in the run as a file of its own: it is set aside, and may be admitted, like
 * any other.
 */
final class ZippedLogs {
    private static final Logger log = LoggerFactory.getLogger(ZippedLogs.class);

    private final ZippedTrail zipped = new ZippedTrail(Limits.STANDARD);
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DigestRows digests;
    private final Supplier<Path> newFile;

    /** @param newFile gives a place in the folder whose files go when no run needs them */
    ZippedLogs(JdbcTemplate jdbc, TransactionTemplate transaction, DigestRows digests, Supplier<Path> newFile) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.digests = digests;
        this.newFile = newFile;
    }

    /** @param begun whether some of it is stored already */
    private record Archive(long id, String name, Path path, boolean begun) {}

    /** An entry that was copied out of its archive. */
    private record Taken(String entry, NewFile file) {}

    /** Names of the entries that were taken out of the archives of a run, by the numbers of these. */
    static Map<Long, Set<String>> apart(JdbcTemplate jdbc, long runId) {
        var apart = new HashMap<Long, Set<String>>();
        jdbc.query(
                "SELECT archive_id, archive_entry FROM import_file WHERE run_id = ? AND archive_id IS NOT NULL",
                row -> {
                    apart.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getString(2));
                },
                runId);
        return apart;
    }

    /** Keeps the digests of the archives of a run, and makes known which log files they hold. */
    void begin(long runId) {
        var apart = apart(jdbc, runId);
        for (var archive : archives(runId)) {
            try {
                if (ZippedTrail.isZip(archive.path())) {
                    zipped.digests(
                            archive.path(), (entry, bytes, metadata) -> keep(runId, archive, entry, bytes, metadata));
                    var logs = zipped.logs(archive.path());
                    logs.removeAll(apart.getOrDefault(archive.id(), Set.of()));
                    transaction.executeWithoutResult(status -> LogRows.begin(jdbc, archive.id(), logs));
                }
            } catch (IOException e) {
                log.info("{} holds no log files that can be verified: {}", archive.name(), e.toString());
            }
        }
    }

    private void keep(long runId, Archive archive, String entry, byte[] bytes, Map<String, String> metadata) {
        var name = DigestName.of(BatchingSink.lastPart(entry));
        if (name != null) {
            digests.add(runId, archive.id(), entry, name, Sha256.hex(bytes), bytes, DigestRows.json(metadata));
        }
    }

    /** Files of a run that may be archives; what a log or digest is called is none. */
    private List<Archive> archives(long runId) {
        return jdbc
                .query(
                        "SELECT f.id, f.name, f.file_path, f.cursor_record FROM import_file f "
                                + "LEFT JOIN source_file o ON o.file_id = f.id WHERE f.run_id = ? AND o.file_id IS NULL "
                                + "AND f.state IN ('WAITING', 'READING') ORDER BY f.file_no",
                        (row, i) -> new Archive(
                                row.getLong(1), row.getString(2), Path.of(row.getString(3)), row.getInt(4) > 0),
                        runId)
                .stream()
                .filter(file -> LogName.of(BatchingSink.lastPart(file.name())) == null
                        && DigestName.of(BatchingSink.lastPart(file.name())) == null)
                .toList();
    }

    /**
     * Takes the log files out of their archives that hold something else than digests name. Where an archive was begun before
     * an interruption, what was written of it stays, marked.
     *
     * @param named hashes of the content as digests name it, by archive and entry
     * @return the same for the files that were made of them, by their numbers
     */
    Map<Long, String> takeOut(long runId, Map<Long, Map<String, String>> named) {
        var made = new HashMap<Long, String>();
        for (var archive : named.isEmpty() ? List.<Archive>of() : archives(runId)) {
            var hashes = named.getOrDefault(archive.id(), Map.of());
            if (!hashes.isEmpty() && !archive.begun()) {
                try {
                    made.putAll(stored(runId, archive, hashes, copied(archive, hashes)));
                } catch (IOException e) {
                    log.warn("Changed log files stay in {} and are marked: {}", archive.name(), e.toString());
                }
            }
        }
        return made;
    }

    private List<Taken> copied(Archive archive, Map<String, String> hashes) throws IOException {
        var taken = new ArrayList<Taken>();
        zipped.read(archive.path(), zipped.changed(archive.path(), hashes), (entry, bytes) -> {
            var to = newFile.get();
            Files.copy(bytes, to);
            taken.add(new Taken(entry, new NewFile(archive.name() + "/" + entry, to.toString(), true, Files.size(to))));
        });
        return taken;
    }

    private Map<Long, String> stored(long runId, Archive archive, Map<String, String> hashes, List<Taken> taken) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var made = new HashMap<Long, String>();
            var rows = new RunRows(jdbc);
            for (var one : taken) {
                jdbc.update("DELETE FROM trail_log WHERE file_id = ? AND entry = ?", archive.id(), one.entry());
                long id = rows.add(runId, one.file(), archive.id(), one.entry());
                made.put(id, Objects.requireNonNull(hashes.get(one.entry())));
            }
            LogRows.begin(jdbc, runId);
            return made;
        }));
    }
}
