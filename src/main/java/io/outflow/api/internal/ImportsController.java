package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.imports.Counts;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.Imports.Incoming;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Imports over REST: a run is accepted at once and carried out behind the scenes. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportsController {
    private static final Logger LOG = LoggerFactory.getLogger(ImportsController.class);
    private static final int MOST_RUNS = 500;

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    record Accepted(long id) {}

    /** A run with its files. */
    record Run(
            long id,
            String state,
            List<FileOfRun> files,
            Totals totals,
            @Nullable String message) {}

    record FileOfRun(
            String name,
            String state,
            @Nullable String reason,
            long read,
            long inserted,
            long duplicate,
            long skipped,
            long quarantined) {}

    record Totals(long read, long inserted, long duplicate, long skipped, long quarantined) {
        static Totals of(Counts counts) {
            return new Totals(
                    counts.read(), counts.inserted(), counts.duplicate(), counts.skipped(), counts.quarantined());
        }
    }

    /** A run in the list. */
    record RunItem(
            long id,
            String state,
            String origin,
            String startedBy,
            String startedAt,
            @Nullable String endedAt,
            int files,
            int finishedFiles,
            Totals totals) {
        static RunItem of(ImportRun run) {
            return new RunItem(
                    run.id(),
                    run.state().name(),
                    run.origin(),
                    run.startedBy(),
                    run.startedAt().toString(),
                    run.endedAt() == null ? null : run.endedAt().toString(),
                    run.files(),
                    run.finishedFiles(),
                    Totals.of(run.totals()));
        }
    }

    record RunList(List<RunItem> items, int total) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Action.IMPORT)
    @Operation(summary = "Starts an import of the files sent in the parts named files")
    ResponseEntity<Accepted> start(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
        var sent = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(file -> !name(file).isEmpty()).toList();
        if (sent.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "Nothing was sent. Send at least one file in a part named files.");
        }
        long id = imports.start("API", receive(sent));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(new Accepted(id));
    }

    private List<Incoming> receive(List<MultipartFile> files) {
        var received = new ArrayList<Incoming>();
        boolean complete = false;
        try {
            for (var file : files) {
                var spool = imports.newSpoolFile(name(file));
                received.add(new Incoming(name(file), spool, true));
                file.transferTo(spool);
            }
            complete = true;
            return received;
        } catch (IOException e) {
            LOG.error("An upload could not be written.", e);
            throw new ResponseStatusException(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "Outflow could not write the upload to its disk, which may be full. Nothing of it was kept. "
                            + "Make room there and send it again.",
                    e);
        } finally {
            if (!complete) {
                for (var file : received) {
                    file.file().toFile().delete();
                }
            }
        }
    }

    /** The last part of the name as sent; some clients send whole paths. */
    private static String name(MultipartFile file) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    @GetMapping("/{id}")
    @Requires(Action.READ_USAGE)
    @Operation(summary = "Tells how an import stands, with each of its files")
    Run run(@PathVariable long id) {
        var run = imports.run(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no import run with the number " + id + "."));
        return new Run(
                run.id(),
                run.state().name(),
                imports.files(id).stream().map(ImportsController::file).toList(),
                Totals.of(run.totals()),
                run.message());
    }

    @GetMapping
    @Requires(Action.READ_USAGE)
    @Operation(summary = "Lists imports, newest first")
    RunList runs(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST_RUNS) int size) {
        int offset = (int) Math.min(Integer.MAX_VALUE, (long) page * size);
        return new RunList(imports.runs(offset, size).stream().map(RunItem::of).toList(), imports.count());
    }

    private static FileOfRun file(ImportFile file) {
        var counts = file.counts();
        return new FileOfRun(
                file.name(),
                file.state().name(),
                file.reason(),
                counts.read(),
                counts.inserted(),
                counts.duplicate(),
                counts.skipped(),
                counts.quarantined());
    }
}
