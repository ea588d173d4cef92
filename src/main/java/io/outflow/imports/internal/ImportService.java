package io.outflow.imports.internal;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Requires;
import io.outflow.history.ChangeLog;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.internal.RunRows.NewFile;
import io.outflow.trail.BadRecord;
import io.outflow.trail.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to import runs. */
@Service
class ImportService implements Imports {
    private final RunRows rows;
    private final TransactionTemplate transaction;
    private final RunEngine engine;
    private final Spool spool;
    private final Watches watches;
    private final CurrentPerson person;
    private final Names names;
    private final ChangeLog changeLog;
    private final Clock clock;

    ImportService(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            RunEngine engine,
            Spool spool,
            Watches watches,
            CurrentPerson person,
            Names names,
            ChangeLog changeLog,
            Clock clock) {
        this.rows = new RunRows(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.engine = engine;
        this.spool = spool;
        this.watches = watches;
        this.person = person;
        this.names = names;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    @Override
    @Requires(Action.IMPORT)
    public Path newSpoolFile(String name) {
        return spool.newFile();
    }

    @Override
    @Requires(Action.IMPORT)
    public long start(String origin, List<Incoming> files) {
        return begin(
                origin,
                files.stream()
                        .map(file -> new NewFile(file.name(), file.file(), file.spooled(), size(file.file())))
                        .toList());
    }

    @Override
    @Requires(Action.IMPORT)
    public long startPaths(String origin, List<Path> paths) {
        return begin(origin, Paths.below(paths));
    }

    private long begin(String origin, List<NewFile> files) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var runId =
                Objects.requireNonNull(transaction.execute(status -> rows.insert(origin, person.name(), now, files)));
        engine.submit(runId);
        return runId;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    @Requires(Action.READ_USAGE)
    public Optional<ImportRun> run(long id) {
        return rows.run(id);
    }

    @Override
    @Requires(Action.READ_USAGE)
    public List<ImportRun> runs(int offset, int limit) {
        return rows.runs(offset, limit);
    }

    @Override
    @Requires(Action.READ_USAGE)
    public int count() {
        return rows.count();
    }

    @Override
    @Requires(Action.READ_USAGE)
    public List<ImportFile> files(long runId) {
        return rows.files(runId);
    }

    @Override
    @Requires(Action.READ_USAGE)
    public Map<SkipReason, Long> skipped(long runId) {
        return rows.skipped(runId);
    }

    @Override
    @Requires(Action.READ_USAGE)
    public List<Quarantined> quarantined(long runId, int offset, int limit) {
        return shown(rows.quarantined(runId, offset, limit));
    }

    @Override
    @Requires(Action.READ_USAGE)
    public List<Quarantined> quarantinedOf(long fileId, int offset, int limit) {
        return shown(rows.quarantinedOf(fileId, offset, limit));
    }

    /** The text of a record names people; without a reason given, only where and why it was set aside is shown. */
    private List<Quarantined> shown(List<Quarantined> records) {
        if (names.revealed()) {
            return records;
        }
        return records.stream()
                .map(q -> new Quarantined(
                        q.id(),
                        q.fileId(),
                        q.fileName(),
                        new BadRecord(
                                q.record().place(),
                                q.record().reason(),
                                q.record().sentence(),
                                null),
                        q.stored().stream().map(ImportService::masked).toList()))
                .toList();
    }

    private static Difference masked(Difference difference) {
        return difference.path().startsWith("userIdentity") || difference.path().startsWith("identity")
                ? new Difference(difference.path(), "not shown", "not shown")
                : difference;
    }

    @Override
    @Requires(Action.IMPORT)
    public void cancel(long runId) {
        engine.cancel(runId);
    }

    @Override
    @Requires(Action.IMPORT)
    public void resume(long runId) {
        if (Boolean.TRUE.equals(transaction.execute(status -> rows.reopen(runId)))) {
            engine.submit(runId);
        }
    }

    @Override
    @Requires(Action.IMPORT)
    public boolean admit(long fileId, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A file is admitted with a reason.");
        }
        Optional<RunRows.Admitted> admitted = Objects.requireNonNull(transaction.execute(status -> {
            var file = rows.admit(fileId, reason.strip());
            file.ifPresent(one -> changeLog.append(
                    "ADMITTED_FILE",
                    "import run " + one.runId() + ", file " + one.name(),
                    "A log file that is not as AWS signed it was let in: " + reason.strip()));
            return file;
        }));
        admitted.ifPresent(file -> engine.submit(file.runId()));
        return admitted.isPresent();
    }

    @Override
    @Requires(Action.READ_USAGE)
    public AutoCloseable watch(long runId, Consumer<ImportRun> listener) {
        return watches.add(runId, listener);
    }
}
