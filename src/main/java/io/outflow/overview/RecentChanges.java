package io.outflow.overview;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.Gaps;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import io.outflow.history.LogFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** What changed in the last seven days: gaps that came, went or were decided, and what people changed. */
@Service
@ConditionalOnWebApplication
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
public class RecentChanges {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_GAPS = 30;
    private static final int MOST_ENTRIES = 500;
    private static final Set<GapEvent.Kind> TOLD = EnumSet.complementOf(
            EnumSet.of(GapEvent.Kind.MOVED, GapEvent.Kind.REMARK, GapEvent.Kind.ASSIGNED, GapEvent.Kind.DUE_SET));
    private static final Set<String> OF_PEOPLE = Set.of(
            "record added",
            "record changed",
            "record removed",
            "rule added",
            "rule changed",
            "rule removed",
            "class added",
            "class changed");

    private final Gaps gaps;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final Clock clock;

    RecentChanges(Gaps gaps, ChangeLog log, CurrentPerson person, Clock clock) {
        this.gaps = gaps;
        this.log = log;
        this.person = person;
        this.clock = clock;
    }

    /** What happened to bring a change about. */
    public enum Kind {
        GAP_OPENED,
        GAP_CLOSED,
        GAP_DECIDED,
        RECORDS
    }

    /** @param address the page that tells more */
    public record Change(Kind kind, Instant at, String text, String detail, String address) {}

    /** Newest first, gaps before what people changed. */
    public List<Change> list(int most) {
        var since = since();
        var changes = new ArrayList<Change>();
        gaps.list().stream()
                .filter(gap -> gap.changedAt().isAfter(since) || gap.openedAt().isAfter(since))
                .sorted(Comparator.comparing(Gap::changedAt).reversed())
                .limit(MOST_GAPS)
                .forEach(gap -> gaps.history(gap.number()).stream()
                        .filter(event -> event.at().isAfter(since) && TOLD.contains(event.kind()))
                        .findFirst()
                        .ifPresent(event -> changes.add(of(gap, event))));
        changes.sort(Comparator.comparing(Change::at).reversed());
        if (person.may(Action.CHANGE_LOG, Permission.READ)) {
            changes.addAll(records(since));
        }
        return changes.stream().limit(most).toList();
    }

    public Instant since() {
        return clock.instant().minus(WEEK);
    }

    private static Change of(Gap gap, GapEvent event) {
        var kind =
                switch (event.kind()) {
                    case OPENED, REOPENED -> Kind.GAP_OPENED;
                    case CLOSED, FIXED -> Kind.GAP_CLOSED;
                    default -> Kind.GAP_DECIDED;
                };
        return new Change(
                kind,
                event.at(),
                "%s %s: %s"
                        .formatted(
                                gap.name(), event.kind().label(), gap.finding().words()),
                "%s, %s".formatted(event.actor(), Formats.minute(event.at())),
                "gaps/" + gap.number());
    }

    /** What somebody changed of one sort is one line: a register filled in a day would hide the rest. */
    private List<Change> records(Instant since) {
        return log.list(new LogFilter("", "", "", since, null), 0, MOST_ENTRIES).stream()
                .filter(entry -> OF_PEOPLE.contains(entry.action()))
                .collect(Collectors.groupingBy(entry -> entry.actor() + "\n" + entry.action()))
                .values()
                .stream()
                .map(RecentChanges::of)
                .sorted(Comparator.comparing(Change::at).reversed())
                .toList();
    }

    private static Change of(List<Entry> entries) {
        var newest = entries.getFirst();
        var words = newest.action().split(" ", 2);
        return new Change(
                Kind.RECORDS,
                newest.at(),
                entries.size() == 1
                        ? "%s: %s.".formatted(capital(newest.action()), newest.object())
                        : "%s %s.".formatted(Formats.count(entries.size(), words[0], words[0] + "s"), words[1]),
                "%s, last %s".formatted(newest.actor(), Formats.minute(newest.at())),
                entries.size() == 1
                        ? "change-log?entry=" + newest.seq()
                        : "change-log?what=%s&by=%s".formatted(encoded(newest.action()), encoded(newest.actor())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
