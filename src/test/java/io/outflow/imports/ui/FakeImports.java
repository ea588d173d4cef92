package io.outflow.imports.ui;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import io.outflow.trail.BadRecord;
import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.Place;
import io.outflow.trail.Proof;
import io.outflow.trail.SkipReason;
import io.outflow.usage.JoinedCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Import runs that a test makes up, moment by moment; no file is read. */
final class FakeImports implements Imports {
    static final Instant START = Instant.parse("2026-11-22T09:12:00Z");

    final List<ImportRun> runs = new ArrayList<>();
    final List<ImportFile> files = new ArrayList<>();
    final List<Quarantined> quarantined = new ArrayList<>();
    final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    JoinedCalls joined = new JoinedCalls(0, 0);
    final List<String> asked = new ArrayList<>();
    final List<Consumer<ImportRun>> listeners = new ArrayList<>();
    final List<Incoming> started = new ArrayList<>();

    static ImportRun run(long id, RunState state, Counts totals) {
        return new ImportRun(
                id,
                state,
                "UPLOAD",
                "sample.ciso",
                START,
                state == RunState.RUNNING || state == RunState.CANCELLED ? null : START.plusSeconds(10),
                state == RunState.FAILED ? "No file of this run could be read." : null,
                2,
                state == RunState.RUNNING ? 1 : 2,
                totals,
                2_000_000,
                state == RunState.RUNNING ? 1_660_000 : 2_000_000);
    }

    static ImportFile file(long id, String name, FileState state, @Nullable String reason, Counts counts) {
        return new ImportFile(
                id,
                (int) id,
                name,
                state,
                reason,
                counts,
                1_000_000,
                state == FileState.READING ? 620_000 : 1_000_000,
                Proof.NO_DIGEST);
    }

    static Quarantined conflict(long id, long fileId, String fileName, String field) {
        return new Quarantined(
                id,
                fileId,
                fileName,
                new BadRecord(
                        new Place("", 11_482, 9_440_127, 1_204),
                        Reason.CONFLICT,
                        "This record has the key of one that is already stored, but a different content.",
                        "{\"userIdentity\":{\"arn\":\"arn:aws:iam::111122223333:user/sample.person\"}}"),
                new Stored(12, 88, "first.json", 7),
                List.of(new Difference(field, "before", "after")));
    }

    static Quarantined aside(long id, long fileId, String fileName, Reason reason) {
        var record = new BadRecord(new Place("", 3, 10, 20), reason, "This record could not be read.", null);
        return new Quarantined(id, fileId, fileName, record, null, List.of());
    }

    /** The run goes on: whoever watches is told. */
    void goOn(ImportRun run) {
        runs.replaceAll(old -> old.id() == run.id() ? run : old);
        List.copyOf(listeners).forEach(listener -> listener.accept(run));
    }

    @Override
    public Path newSpoolFile(String name) {
        try {
            return Files.createTempFile("outflow-test", ".spool");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long start(String origin, List<Incoming> incoming) {
        started.addAll(incoming);
        incoming.forEach(file -> file.file().toFile().delete());
        var id = runs.size() + 1L;
        runs.addFirst(run(id, RunState.RUNNING, Counts.ZERO));
        return id;
    }

    @Override
    public long startPaths(String origin, List<Path> paths) {
        throw new UnsupportedOperationException("screens never read paths of the server");
    }

    @Override
    public Optional<ImportRun> run(long id) {
        return runs.stream().filter(run -> run.id() == id).findFirst();
    }

    @Override
    public List<ImportRun> runs(int offset, int limit) {
        return runs.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public int count() {
        return runs.size();
    }

    @Override
    public List<ImportFile> files(long runId) {
        return List.copyOf(files);
    }

    @Override
    public Map<SkipReason, Long> skipped(long runId) {
        return skipped;
    }

    @Override
    public Map<Reason, Long> quarantined(long runId, @Nullable Long fileId) {
        return quarantined.stream()
                .filter(q -> fileId == null || q.fileId() == fileId)
                .collect(Collectors.groupingBy(q -> q.record().reason(), Collectors.counting()));
    }

    @Override
    public List<Quarantined> quarantined(
            long runId, @Nullable Long fileId, @Nullable Reason reason, int offset, int limit) {
        return quarantined.stream()
                .filter(q -> fileId == null || q.fileId() == fileId)
                .filter(q -> reason == null || q.record().reason() == reason)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public JoinedCalls joined(long runId) {
        return joined;
    }

    @Override
    public void cancel(long runId) {
        asked.add("cancel " + runId);
    }

    @Override
    public void resume(long runId) {
        asked.add("resume " + runId);
    }

    @Override
    public boolean admit(long fileId, String reason) {
        asked.add("admit " + fileId + " " + reason);
        return true;
    }

    @Override
    public AutoCloseable watch(long runId, Consumer<ImportRun> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
