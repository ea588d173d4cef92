package io.outflow.gaps.internal;

import io.outflow.access.CurrentPerson;
import io.outflow.base.Formats;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapState;
import io.outflow.gaps.GapStep;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps gaps and their handling: follows what each computation found, and does what people do with them. */
@Component
class GapBook {
    private static final String OUTFLOW = "Outflow";

    private final GapRows rows;
    private final NoticeRows notices;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final Clock clock;

    GapBook(GapRows rows, NoticeRows notices, ChangeLog log, CurrentPerson person, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.log = log;
        this.person = person;
        this.clock = clock;
    }

    /** A gap that opened, closed or opened again by itself. */
    record News(Gap gap, GapEvent.Kind what, String text) {}

    /**
     * Takes in what a computation found.
     *
     * @param off kinds that are not looked for, so that their gaps close and say why
     */
    @Transactional
    public List<News> follow(List<Finding> findings, Set<GapKind> off) {
        var number = rows.lock();
        var now = now();
        var known = new HashMap<String, Gap>();
        rows.all().forEach(gap -> known.put(gap.key().text(), gap));
        var news = new ArrayList<News>();
        var found = new HashSet<String>();
        for (var finding : findings) {
            var key = finding.key().text();
            found.add(key);
            var before = known.get(key);
            if (before == null) {
                number++;
                var opened = Gap.opened(number, finding, now);
                rows.add(opened);
                news.add(tell(opened, now, GapEvent.Kind.OPENED, finding.words()));
            } else if (!before.finding().equals(finding)
                    || before.state() == GapState.ACCEPTED
                    || before.state() == GapState.CLOSED) {
                follow(before, finding, now, news);
            }
        }
        rows.gave(number);
        for (var gap : known.values()) {
            if (!found.contains(gap.key().text()) && gap.state() != GapState.CLOSED) {
                var closed = gap.gone(now);
                rows.change(closed);
                var why = off.contains(gap.key().kind())
                        ? "This kind of gaps was switched off."
                        : "The data no longer shows it.";
                news.add(tell(closed, now, GapEvent.Kind.CLOSED, why));
            }
        }
        notices.queue(news, now);
        return news;
    }

    private void follow(Gap before, Finding finding, Instant now, List<News> news) {
        var after = before.found(finding, now);
        if (after.equals(before)) {
            return;
        }
        rows.change(after);
        if (after.state() != before.state()) {
            var why =
                    switch (before.state()) {
                        case ACCEPTED -> "The acceptance ended.";
                        case FIXED -> "There were calls after it was fixed.";
                        default -> "The data shows it again.";
                    };
            news.add(tell(after, now, GapEvent.Kind.REOPENED, why + " " + finding.words()));
        } else if (moved(before, finding) && !toldToday(before, now)) {
            tell(
                    after,
                    now,
                    GapEvent.Kind.MOVED,
                    "%s Before: %s."
                            .formatted(
                                    finding.words(),
                                    Formats.count(before.finding().number())));
        }
    }

    private static boolean moved(Gap before, Finding finding) {
        return !before.finding().words().equals(finding.words())
                || !before.finding().figures().equals(finding.figures());
    }

    /** Logs that come in all day move figures all day; the history keeps the first of a day. */
    private boolean toldToday(Gap gap, Instant now) {
        return rows.events(gap.number()).stream()
                .filter(event -> event.kind() == GapEvent.Kind.MOVED)
                .findFirst()
                .filter(event -> day(event.at()).equals(day(now)))
                .isPresent();
    }

    private News tell(Gap gap, Instant now, GapEvent.Kind kind, String text) {
        rows.tell(gap, now, OUTFLOW, kind, text);
        return new News(gap, kind, text);
    }

    /**
     * Does something with several gaps, all or none.
     *
     * @param versions the versions that were read, by number
     */
    @Transactional
    public List<Gap> handle(Map<Long, Long> versions, GapStep step) {
        rows.lock();
        var now = now();
        var handled = new ArrayList<Gap>();
        new TreeMap<>(versions).forEach((number, version) -> {
            var before =
                    rows.find(number).orElseThrow(() -> new GapRefused("", "There is no gap G-%d.".formatted(number)));
            if (before.version() != version) {
                throw new GapChangedMeanwhile();
            }
            var after = before.after(step, now);
            if (!after.equals(before)) {
                rows.change(after);
            }
            rows.tell(after, now, person.name(), step.event(), text(step));
            handled.add(after);
        });
        for (var gap : handled) {
            log.append(
                    "gap " + step.event().label(),
                    gap.name() + " " + gap.key().kind().label(),
                    text(step));
        }
        return handled;
    }

    private static String text(GapStep step) {
        return switch (step) {
            case GapStep.Acknowledge(var why) -> why.strip();
            case GapStep.Accept(var until, var why) -> "Until %s. %s".formatted(Formats.day(until), why.strip());
            case GapStep.Fix(var why) -> why.strip();
            case GapStep.CallFalse(var why) -> why.strip();
            case GapStep.Reopen(var why) -> why.strip();
            case GapStep.Remark(var text) -> text.strip();
            case GapStep.Assign(var owner) -> owner.isBlank() ? "Nobody" : owner.strip();
            case GapStep.SetDue(var day) -> day == null ? "No day" : Formats.day(day);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
