package io.outflow.sample.internal;

import io.outflow.sample.Counted;
import io.outflow.sample.SampleLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the days of the sample organisation, a CloudTrail file for each account, Region and day. */
public final class Organisation {
    private static final double[] OFFICE_HOURS = {
        0, 0, 0, 0, 0, 1, 4, 9, 14, 16, 15, 9, 10, 14, 15, 13, 9, 4, 2, 1, 1, 0, 0, 0
    };
    private static final double[] ALL_HOURS = {
        3, 2, 2, 2, 2, 3, 5, 8, 10, 11, 11, 10, 10, 11, 11, 10, 9, 8, 7, 6, 5, 5, 4, 4
    };
    private static final Set<Place> LOGGED =
            Set.of(new Place(Account.CLAIMS, "eu-central-1"), new Place(Account.UNDERWRITING, "eu-central-1"));
    private static final int OTHERS_A_DAY = 30;

    private final SampleLogs logs;
    private final Timeline timeline;
    private final LogFolder files;
    private final Tally tally = new Tally();
    private final Map<Place, List<Actor>> places = new LinkedHashMap<>();

    /** One account in one Region: it has log files of its own. */
    record Place(Account account, String region) {}

    public Organisation(SampleLogs logs, Path folder) {
        this.logs = logs;
        LocalDate lastDay = LocalDate.ofInstant(logs.until(), ZoneOffset.UTC);
        timeline = new Timeline(lastDay.minusDays(logs.days() - 1L), logs.days());
        files = new LogFolder(folder, tally);
        for (Actor actor : Cast.actors()) {
            places.computeIfAbsent(new Place(actor.account(), actor.region()), place -> new ArrayList<>())
                    .add(actor);
        }
    }

    public Map<Counted, Long> write() throws IOException {
        for (int day = 0; day < logs.days(); day++) {
            for (var place : places.entrySet()) {
                write(day, place.getKey(), place.getValue());
            }
        }
        if (logs.odd()) {
            new Oddities(files, timeline, Draw.of(logs.seed(), "odd"), tally).write();
        }
        return tally.counts();
    }

    private void write(int day, Place place, List<Actor> actors) throws IOException {
        Draw draw = Draw.of(logs.seed(), place.account(), place.region(), day);
        var trail = new DayFile();
        var log = LOGGED.contains(place) && timeline.logsInvocations(day) ? new DayFile() : null;
        Instant midnight = timeline.start(day);
        var calls = new Calls(draw, trail, log, tally);
        for (Actor actor : actors) {
            double expected = logs.callsPerDay() * actor.share() * factor(actor, day);
            int count = (int) expected + (draw.chance(expected % 1) ? 1 : 0);
            for (int i = 0; i < count; i++) {
                int hour = draw.weighted(actor.hours() ? OFFICE_HOURS : ALL_HOURS);
                Instant time = midnight.plusSeconds(hour * 3600L + draw.below(3600));
                Route route = actor.asks().getFirst().route();
                if (time.isBefore(logs.until()) && timeline.sees(place.account(), route, time)) {
                    calls.call(actor, time);
                }
            }
        }
        others(draw, place, midnight, trail);
        for (var change : timeline.changes(place, day)) {
            if (change.time().isBefore(logs.until())) {
                change.write(trail, draw, tally);
            }
        }
        files.trail(place, midnight, draw, trail);
        if (logs.odd() && day == logs.days() / 2 && place.account() == Account.CLAIMS) {
            files.redelivered(place, midnight, draw, trail);
        }
        if (log != null) {
            files.invocations(place, midnight, draw, log);
        }
    }

    private void others(Draw draw, Place place, Instant midnight, DayFile trail) {
        var background = new Background(place.account(), place.region(), draw);
        var json = new Json();
        for (int i = 0; i < OTHERS_A_DAY; i++) {
            Instant time = midnight.plusSeconds(draw.below(86_400));
            if (time.isBefore(logs.until()) && timeline.sees(place.account(), Route.CONVERSE, time)) {
                background.write(json, time);
                trail.add(time, json, false);
            }
        }
    }

    /** Use grows over the period; weekends are quiet. */
    private double factor(Actor actor, int day) {
        double growth = 0.75 + 0.5 * day / logs.days();
        DayOfWeek weekday = timeline.date(day).getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return growth * (weekend ? (actor.hours() ? 0.06 : 0.35) : 1);
    }
}
