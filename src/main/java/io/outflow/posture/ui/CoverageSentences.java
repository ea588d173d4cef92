package io.outflow.posture.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Sentence;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.CoverageMap.Stretch;
import io.outflow.posture.Lane;
import io.outflow.posture.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the map says in words: how much is covered, what is blind now and why, and what may not be seen. */
class CoverageSentences extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_REASONS = 4;

    CoverageSentences(CoverageMap map, List<Setting> settings) {
        getContent().addClassName("cov-sentences");
        getContent().add(covered(map, Lane.BEDROCK_RUNTIME), others(map));
        blind(map);
        getContent().add(unseen(settings));
    }

    private static long days(CoverageMap map, Lane lane, State state) {
        return map.lines().keySet().stream()
                .filter(place -> place.lane() == lane)
                .mapToLong(place -> map.days(place, state))
                .sum();
    }

    private static Sentence covered(CoverageMap map, Lane lane) {
        var covered = days(map, lane, State.COVERED);
        var not = days(map, lane, State.NOT_COVERED);
        var unknown = days(map, lane, State.UNKNOWN);
        var accounts =
                map.lines().keySet().stream().map(Place::account).distinct().count();
        var places = map.lines().keySet().stream()
                .filter(place -> place.lane() == lane)
                .count();
        return new Sentence()
                .plain(Formats.count(covered))
                .text(" of %s of %s were covered in %s, %s; %s not covered, %s unknown."
                        .formatted(
                                Formats.count(covered + not + unknown, "day", "days"),
                                lane.label(),
                                Formats.count(accounts, "account", "accounts"),
                                Formats.count(places, "Region", "Regions"),
                                Formats.count(not),
                                Formats.count(unknown)))
                .mark(
                        Glyph.TRAIL,
                        Formats.period(map.from(), map.to()),
                        "Days in UTC, counted for each account and Region");
    }

    private static Sentence others(CoverageMap map) {
        var sentence = new Sentence();
        var parts = Arrays.stream(Lane.values())
                .filter(lane -> lane != Lane.BEDROCK_RUNTIME)
                .map(lane -> "%s on %s".formatted(lane.label(), Formats.count(days(map, lane, State.COVERED))))
                .collect(Collectors.joining(", "));
        return sentence.text(
                        "Records were read of " + parts + " days. On all other days their use is unknown, not zero.")
                .mark(Glyph.CANNOT_TELL, "no record is not no use");
    }

    /** What is not covered on the last day, by reason. */
    private void blind(CoverageMap map) {
        var byReason = new LinkedHashMap<String, TreeMap<String, List<String>>>();
        map.lines().keySet().forEach(place -> {
            var stretches = map.stretches(place);
            if (!stretches.isEmpty() && stretches.getLast().cell().state() == State.NOT_COVERED) {
                byReason.computeIfAbsent(
                                "%s %s"
                                        .formatted(
                                                since(map, stretches),
                                                stretches.getLast().cell().reason()),
                                _ -> new TreeMap<>())
                        .computeIfAbsent(place.account() + ", " + place.region(), _ -> new ArrayList<>())
                        .add(place.lane().label());
            }
        });
        byReason.entrySet().stream().limit(MOST_REASONS).forEach(entry -> getContent()
                .add(new Sentence()
                        .text("Not covered %s This concerns %s.".formatted(entry.getKey(), spots(entry.getValue())))
                        .mark(Glyph.NOT_COVERED, "not covered")));
        if (byReason.size() > MOST_REASONS) {
            getContent()
                    .add(new Sentence()
                            .text("%s more for other reasons; the map names them."
                                    .formatted(Formats.count(byReason.size() - MOST_REASONS)))
                            .mark(Glyph.NOT_COVERED, "not covered"));
        }
    }

    private static String spots(Map<String, List<String>> lanes) {
        return lanes.entrySet().stream()
                .map(spot -> "%s in %s".formatted(String.join(", ", spot.getValue()), spot.getKey()))
                .collect(Collectors.joining("; "));
    }

    /** The first day of the last days in a row that are not covered, whatever the reasons. */
    private static String since(CoverageMap map, List<Stretch> stretches) {
        var first = stretches.size() - 1;
        while (first > 0 && stretches.get(first - 1).cell().state() == State.NOT_COVERED) {
            first--;
        }
        return first == 0
                ? "on every day since %s, perhaps longer:".formatted(Formats.day(map.from()))
                : "since %s:".formatted(Formats.day(stretches.get(first).first()));
    }

    private static Sentence unseen(List<Setting> settings) {
        var hidden = settings.stream()
                .filter(one -> one.state() == Setting.State.CANNOT_BE_SEEN)
                .toList();
        if (settings.isEmpty()) {
            return new Sentence()
                    .text("AWS was not asked yet what it is set to, so only log files tell.")
                    .mark(Glyph.CANNOT_TELL, "not asked");
        }
        if (hidden.isEmpty()) {
            return new Sentence()
                    .text("Outflow may see everything that it asks AWS for.")
                    .mark(Glyph.CONFIRMED, "all seen");
        }
        return new Sentence()
                .plain(Formats.count(hidden.size()))
                .text(" of %s cannot be seen: %s. They are not absent; the policy below names what to allow."
                        .formatted(
                                Formats.count(settings.size(), "setting", "settings"),
                                hidden.stream()
                                        .map(one -> one.question().label())
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                .mark(Glyph.NOT_COVERED, Setting.State.CANNOT_BE_SEEN.label());
    }
}
