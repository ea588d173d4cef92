package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What files, records of changes and answers of AWS told, put together by a test for one account. */
final class Told {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-central-1";
    static final Instant NOW = Instant.parse("2026-11-22T09:12:00Z");
    static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    static final LocalDate LAST = LocalDate.parse("2026-11-22");

    static final String ALL_READS = """
            "eventSelectors":[{"includeManagementEvents":true,"readWriteType":"All"}]""";
    static final String WRITES_ONLY = """
            "eventSelectors":[{"includeManagementEvents":true,"readWriteType":"WriteOnly"}]""";

    private final Map<Place, Set<LocalDate>> read = new HashMap<>();
    private final List<LoggingChange> changes = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();

    /** Records of a lane were read on days of November. */
    Told read(Lane lane, int... days) {
        for (int day : days) {
            read.computeIfAbsent(new Place(ACCOUNT, REGION, lane), _ -> new TreeSet<>())
                    .add(LocalDate.of(2026, 11, day));
        }
        return this;
    }

    /** AWS answered so from one time of November to another, written as {@code 03T10:00}. */
    Told answered(Question question, String json, String from, String until) {
        return answered(question, new Answer.Seen(json), from, until);
    }

    Told answered(Question question, Answer answer, String from, String until) {
        observations.add(new Observation(
                observations.size() + 1L, 1, ACCOUNT, REGION, question, answer, time(from), time(until)));
        return this;
    }

    static String trail(String name, boolean logging, String selectors) {
        return """
                {"arn":"%s","name":"%s","homeRegion":"%s","multiRegion":false,"logging":%s,%s}""".formatted(arn(name), name, REGION, logging, selectors);
    }

    static String dataEvents(String... types) {
        return """
                "advancedEventSelectors":[{"fieldSelectors":[{"field":"eventCategory","equals":["Data"]},
                {"field":"resources.type","equals":["%s"]}]}]""".formatted(String.join("\",\"", types));
    }

    Told changed(String operation, String trail, String at) {
        return changed(operation, trail, at, REGION, "{}");
    }

    Told changed(String operation, String trail, String at, String region, String request) {
        var time = time(at);
        changes.add(new LoggingChange(
                time,
                ACCOUNT,
                region,
                operation,
                trail.isEmpty() ? "" : arn(trail),
                Answers.json(request.getBytes(StandardCharsets.UTF_8)),
                new Grounds.Changed(time, ACCOUNT, region, operation, "event-" + changes.size())));
        return this;
    }

    static String arn(String trail) {
        return "arn:aws:cloudtrail:%s:%s:trail/%s".formatted(REGION, ACCOUNT, trail);
    }

    CoverageMap map() {
        changes.sort(Comparator.comparing(LoggingChange::time));
        return CoverageRules.map(new Known(read, changes, observations, NOW), FIRST, LAST);
    }

    /** One day of November. */
    Cell cell(Lane lane, int day) {
        return cell(REGION, lane, day);
    }

    Cell cell(String region, Lane lane, int day) {
        return map().lines().get(new Place(ACCOUNT, region, lane)).get(day - 1);
    }

    private static Instant time(String text) {
        return Instant.parse("2026-11-" + text + ":00Z");
    }
}
