package io.outflow.imports.internal;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.imports.internal.RunRows.NewFile;
import io.outflow.imports.internal.aws.EventHistory;
import io.outflow.imports.internal.aws.EventHistory.Event;
import io.outflow.imports.internal.aws.LookupPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through CloudTrail's event history, a Region and event source at a time, from the oldest week that is left to now.
 * What is answered is kept in files as AWS writes them, and imported as those are; then the checkpoint moves.
 */
final class HistoryLook {
    /** As far back as AWS answers, less a little that passes while asking. */
    private static final Duration REACH = Duration.ofDays(90).minusMinutes(10);

    private static final Duration WINDOW = Duration.ofDays(7);
    /** Events are found some minutes after they happened, in no order. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final int FILES_A_RUN = 200;
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SourceWork work;
    private final EventHistory history;
    private final Spool spool;
    private final RecentEvents known;
    private final List<String> ids = new ArrayList<>();
    private List<NewFile> files = new ArrayList<>();

    /** @param known events that earlier looks brought; gets those that this one brings */
    HistoryLook(SourceWork work, AwsDoor door, LookupPace pace, Spool spool, RecentEvents known) {
        this.work = work;
        this.history = new EventHistory(door, pace);
        this.spool = spool;
        this.known = known;
    }

    void run() throws AwsTrouble, InterruptedException {
        try {
            for (var region : work.settings().regions()) {
                for (var eventSource : EventHistory.EVENT_SOURCES) {
                    read(region, eventSource);
                }
                begin();
            }
        } catch (AwsTrouble trouble) {
            begin();
            throw trouble;
        } finally {
            files.forEach(file -> spool.remove(Path.of(file.path())));
        }
    }

    private void read(String region, String eventSource) throws AwsTrouble, InterruptedException {
        var place = region + "/" + eventSource;
        var now = work.started();
        for (var from = from(place, now); from.isBefore(now); from = from.plus(WINDOW)) {
            var end = from.plus(WINDOW);
            var to = end.isBefore(now) ? end : now;
            window(region, eventSource, from, to);
            work.reached(place, to);
            if (files.size() >= FILES_A_RUN) {
                begin();
            }
        }
    }

    private Instant from(String place, Instant now) {
        var oldest = now.minus(REACH);
        var first = work.settings().firstDay();
        var wanted = first == null ? oldest : first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var checkpoint = work.checkpoint(place);
        if (checkpoint != null && checkpoint.minus(OVERLAP).isAfter(wanted)) {
            wanted = checkpoint.minus(OVERLAP);
        }
        return wanted.isAfter(oldest) ? wanted : oldest;
    }

    private void window(String region, String eventSource, Instant from, Instant to)
            throws AwsTrouble, InterruptedException {
        var name = "LookupEvents_%s_%s_%s.json".formatted(region, eventSource, STAMP.format(from));
        try (var answers = new Answers()) {
            history.read(region, eventSource, from, to, answers::add);
            answers.asFile(name).ifPresent(files::add);
        }
    }

    private void begin() {
        if (!files.isEmpty()) {
            work.importFiles(files, ids.size());
            known.add(ids);
            files = new ArrayList<>();
            ids.clear();
        }
    }

    /** What was answered for one window, in a file of the form in which AWS answers; the file is made with the first event. */
    private final class Answers implements AutoCloseable {
        private final List<String> written = new ArrayList<>();
        private @Nullable Path path;
        private @Nullable JsonGenerator json;

        void add(List<Event> page) {
            work.saw(page.size());
            for (var event : page) {
                work.sawOf(event.time());
                if (!known.has(event.id())) {
                    write(event.json());
                    written.add(event.id());
                }
            }
        }

        private void write(String record) {
            var out = json;
            if (out == null) {
                path = spool.newFile();
                out = JSON.createGenerator(path.toFile(), JsonEncoding.UTF8);
                json = out;
                out.writeStartObject();
                out.writeName("Events");
                out.writeStartArray();
            }
            out.writeStartObject();
            out.writeName("CloudTrailEvent");
            out.writeString(record);
            out.writeEndObject();
        }

        /** The finished file; empty where there was nothing new. */
        Optional<NewFile> asFile(String name) {
            var file = path;
            if (file == null) {
                return Optional.empty();
            }
            end();
            try {
                var finished = new NewFile(name, file.toString(), true, Files.size(file));
                path = null;
                ids.addAll(written);
                return Optional.of(finished);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void end() {
            if (json != null) {
                // Closing ends the list and the object too.
                json.close();
                json = null;
            }
        }

        @Override
        public void close() {
            end();
            if (path != null) {
                spool.remove(path);
            }
        }
    }
}
