package io.outflow.imports.ui;

import io.outflow.base.Formats;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import io.outflow.imports.SourceKind;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Place;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Runs and files in words and numbers. */
final class RunWords {

    private RunWords() {}

    static String state(ImportRun run) {
        return switch (run.state()) {
            case RUNNING -> "reading";
            case DONE -> "done";
            case DONE_WITH_QUARANTINE ->
                run.totals().quarantined() > 0 ? "done with quarantine" : "done, some files could not be read";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    static String state(FileState state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case READING -> "Reading";
            case DONE -> "Done";
            case DONE_WITH_QUARANTINE -> "Done with quarantine";
            case FAILED -> "Failed";
            case SKIPPED_DUPLICATE -> "Seen before";
            case SET_ASIDE -> "Set aside";
            case CANCELLED -> "Cancelled";
        };
    }

    static String state(ImportFile file) {
        return file.state() == FileState.READING && file.bytes() > 0
                ? "Reading, " + percent(file.bytesRead(), file.bytes()) + " %"
                : state(file.state());
    }

    static String sentenceCase(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    static String origin(String origin) {
        return switch (origin) {
            case "UPLOAD" -> "in the browser";
            case "API" -> "through the API";
            case "COMMAND" -> "in a terminal";
            case "SAMPLE" -> "as sample data";
            case "TRAIL_BUCKET" -> "from a trail's bucket";
            case "INVOCATION_LOG_BUCKET" -> "from a bucket of invocation logs";
            case "LOOKUP_EVENTS" -> "from event history";
            default -> "from " + origin.toLowerCase(Locale.ENGLISH);
        };
    }

    /** Who, when, how far: the line below the title. */
    static String story(ImportRun run, Pace pace) {
        var started = "Started %s by %s %s."
                .formatted(Formats.minute(run.startedAt()), run.startedBy(), origin(run.origin()));
        var ended = run.endedAt();
        if (run.state() == RunState.RUNNING) {
            var left = pace.left(run).map(d -> ", " + about(d) + " left").orElse("");
            return "%s %s of %s%s. You may close this page."
                    .formatted(started, Formats.count(run.finishedFiles()), files(run.files()), left);
        }
        if (run.state() == RunState.CANCELLED) {
            return started + " What went in stays. Resume goes on where it stopped.";
        }
        var took = ended == null ? "" : " It took " + Formats.duration(Duration.between(run.startedAt(), ended)) + ".";
        return started + " " + files(run.files()) + "." + took;
    }

    /** What a run's evidence cannot hold, whatever was read; empty where it has no such bounds. */
    static String bounds(ImportRun run) {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.name().equals(run.origin()))
                .map(SourceWords::bounds)
                .findFirst()
                .orElse("");
    }

    static String files(long count) {
        return Formats.count(count, "file", "files");
    }

    static String place(Place place) {
        return "record %s, byte %s%s"
                .formatted(
                        Formats.count(place.recordNo()),
                        Formats.count(place.byteOffset()),
                        place.entry().isEmpty() ? "" : ", entry " + place.entry());
    }

    static String reason(BadRecord.Reason reason) {
        return switch (reason) {
            case MALFORMED -> "Not JSON";
            case TRUNCATED -> "Cut off";
            case TOO_LARGE -> "Too large";
            case TOO_DEEP -> "Nested too deep";
            case DUPLICATE_KEY -> "Field named twice";
            case NO_TIME -> "No time";
            case BAD_TIME -> "Time cannot be read";
            case BAD_ID -> "Event id cannot be read";
            case BAD_TEXT -> "Text cannot be read";
            case UNKNOWN_KIND -> "Unknown kind";
            case CORRECTION -> "Correction";
            case UNREADABLE_ENTRY -> "Archive entry cannot be read";
            case CONFLICT -> "Conflict";
        };
    }

    /** Rounded down, so that 100 is said at the end alone. */
    static long percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.min(100, part * 100 / whole);
    }

    private static String about(Duration left) {
        var seconds = Math.max(1, left.toSeconds());
        return seconds < 90
                ? "about " + seconds + (seconds == 1 ? " second" : " seconds")
                : "about " + (seconds + 30) / 60 + " minutes";
    }
}
