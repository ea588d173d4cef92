package io.outflow.imports.internal;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.history.ChangeLog;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.imports.internal.RunRows.NewFile;
import io.outflow.trail.BadRecord;
import io.outflow.trail.SkipReason;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.LoggedCalls;
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
import org.jspecify.annotations.Nullable;
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
    private final LoggedCalls calls;
    private final ChangeLog log;
    private final Clock clock;

    ImportService(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            RunEngine engine,
            Spool spool,
            Watches watches,
            CurrentPerson person,
            Names names,
            LoggedCalls calls,
            ChangeLog log,
            Clock clock) {
        this.rows = new RunRows(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.engine = engine;
        this.spool = spool;
        this.watches = watches;
        this.person = person;
        this.names = names;
        this.calls = calls;
        this.log = log;
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
                        .map(file ->
                                new NewFile(file.name(), file.file().toString(), file.spooled(), size(file.file())))
                        .toList());
    }

    @Override
    @Requires(Action.IMPORT)
    public long startPaths(String origin, List<Path> paths) {
        return begin(origin, Paths.below(paths));
    }

    private long begin(String origin, List<NewFile> files) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var runId = Objects.requireNonNull(transaction.execute(status -> {
            long id = rows.insert(origin, person.name(), now, files);
            log.append("import started", object(id), about(origin, files));
            return id;
        }));
        engine.submit(runId);
        return runId;
    }

    private static String object(long runId) {
        return "import run " + runId;
    }

    private static String about(String origin, List<NewFile> files) {
        long bytes = files.stream().mapToLong(NewFile::size).sum();
        return "%s, %s, origin %s"
                .formatted(Formats.count(files.size(), "file", "files"), Formats.bytes(bytes), origin);
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
    public Map<BadRecord.Reason, Long> quarantined(long runId, @Nullable Long fileId) {
        return rows.quarantined(runId, fileId);
    }

    @Override
    @Requires(Action.READ_USAGE)
    public List<Quarantined> quarantined(
            long runId, @Nullable Long fileId, BadRecord.@Nullable Reason reason, int offset, int limit) {
        return shown(rows.quarantined(runId, fileId, reason, offset, limit));
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
                        q.stored(),
                        q.differences().stream().map(ImportService::masked).toList()))
                .toList();
    }

    private static Difference masked(Difference difference) {
        return difference.path().startsWith("userIdentity") || difference.path().startsWith("identity")
                ? new Difference(difference.path(), "not shown", "not shown")
                : difference;
    }

    @Override
    @Requires(Action.READ_USAGE)
    public JoinedCalls joined(long runId) {
        return calls.ofRun(runId);
    }

    @Override
    @Requires(Action.IMPORT)
    public void cancel(long runId) {
        var run = rows.run(runId).filter(found -> found.state() == RunState.RUNNING);
        if (run.isPresent()) {
            transaction.executeWithoutResult(
                    status -> log.append("import cancelled", object(runId), progress(run.get())));
            engine.cancel(runId);
        }
    }

    @Override
    @Requires(Action.IMPORT)
    public void resume(long runId) {
        var reopened = transaction.execute(status -> {
            var run = rows.run(runId);
            if (run.isEmpty() || !rows.reopen(runId)) {
                return false;
            }
            log.append("import resumed", object(runId), progress(run.get()));
            return true;
        });
        if (Boolean.TRUE.equals(reopened)) {
            engine.submit(runId);
        }
    }

    private static String progress(ImportRun run) {
        return "%s of %s had ended"
                .formatted(Formats.count(run.finishedFiles()), Formats.count(run.files(), "file", "files"));
    }

    @Override
    @Requires(Action.IMPORT)
    public boolean admit(long fileId, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A file is admitted with a reason.");
        }
        Optional<RunRows.Admitted> admitted = Objects.requireNonNull(transaction.execute(status -> {
            var file = rows.admit(fileId, reason.strip());
            file.ifPresent(one -> log.append(
                    "file admitted",
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
