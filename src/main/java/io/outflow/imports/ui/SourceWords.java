package io.outflow.imports.ui;

import io.outflow.base.Formats;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceLook;
import io.outflow.usage.JoinedCalls;

/** Sources and looks in words. */
final class SourceWords {
    private SourceWords() {}

    /** One or two words for a table. */
    static String state(LogSource source) {
        if (source.paused()) {
            return "Paused";
        }
        if (source.problem() != null) {
            return "Cannot be read";
        }
        if (source.lookedAt() == null) {
            return "Not looked at yet";
        }
        return source.silent() ? "Silent" : "Looked at";
    }

    /** How it goes with a source, and what that means for what is known of use. */
    static String story(LogSource source) {
        var problem = source.problem();
        if (problem != null) {
            return problem + since(source);
        }
        var looked = source.lookedAt();
        if (looked == null) {
            return source.paused()
                    ? "Paused before the first look: nothing was fetched."
                    : "Outflow takes its first look about %s.".formatted(Formats.minute(source.dueAt()));
        }
        if (source.silent()) {
            return silence(source);
        }
        var newest = source.newestAt();
        return "Last looked at %s. The newest log is of %s, %s before that. %s"
                .formatted(
                        Formats.minute(looked),
                        newest == null ? "no time" : Formats.minute(newest),
                        source.lag().map(Formats::duration).orElse("–"),
                        source.paused()
                                ? "Paused: no more is fetched."
                                : "Next look about " + Formats.minute(source.dueAt()) + ".");
    }

    private static String since(LogSource source) {
        var newest = source.newestAt();
        return newest == null
                ? " Nothing was fetched so far: use there is unknown."
                : " Use there since %s is unknown.".formatted(Formats.minute(newest));
    }

    /** That nothing new came for longer than expected. */
    static String silence(LogSource source) {
        var newest = source.newestAt();
        return newest == null
                ? "No log was found there yet. Either nothing is delivered, or it is somewhere else: use there is unknown."
                : "No new log since %s. Either delivery stopped or nothing happened: use there since then is unknown."
                        .formatted(Formats.minute(newest));
    }

    /** What kind of evidence it gives, where that has bounds. */
    static String bounds(SourceKind kind) {
        return switch (kind) {
            case TRAIL_BUCKET -> "";
            case INVOCATION_LOG_BUCKET ->
                "Invocation logs tell of Bedrock runtime calls only. Prompts and answers are passed over and never stored.";
            case LOOKUP_EVENTS ->
                "Event history holds management events of the last 90 days: what it shows is a floor. Agents, knowledge "
                        + "bases, Bedrock mantle and Claude Platform calls are never in it.";
        };
    }

    /** How many logged calls have their record. */
    static String joined(JoinedCalls joined) {
        return joined.logged() == 0
                ? ""
                : "Of %s %s have their CloudTrail record."
                        .formatted(
                                Formats.count(joined.logged(), "logged call", "logged calls"),
                                joined.withRecord() == joined.logged() ? "all" : Formats.count(joined.withRecord()));
    }

    static String found(LogSource source, SourceLook look) {
        var problem = look.problem();
        if (problem != null) {
            return problem;
        }
        if (look.found() == 0) {
            return "Digest files, which prove log files that came before";
        }
        var bucket = source.settings().kind().isBucket();
        return "%s new of %s"
                .formatted(
                        Formats.count(look.found()),
                        Formats.count(look.seen(), bucket ? "log file" : "event", bucket ? "log files" : "events"));
    }
}
