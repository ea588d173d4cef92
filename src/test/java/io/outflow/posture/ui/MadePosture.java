package io.outflow.posture.ui;

import io.outflow.posture.Answer;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageExport;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Observation;
import io.outflow.posture.Posture;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import io.outflow.posture.Spell;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A map and settings that a test makes up; AWS is never asked. */
final class MadePosture implements Posture, Coverage, CoverageExport {
    static final Instant NOW = Instant.parse("2026-11-22T09:12:00Z");
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-central-1";
    static final LocalDate CHANGED = LocalDate.parse("2026-11-03");

    final List<Setting> settings = new ArrayList<>();
    final List<Place> sources = new ArrayList<>();
    final List<PostureLook> looks = new ArrayList<>();
    final List<Long> asked = new ArrayList<>();
    final CompletableFuture<Optional<PostureLook>> answer = new CompletableFuture<>();
    boolean evidence = true;

    /** Runtime covered until logging was stopped; mantle blind by an answer of AWS; the rest unknown. */
    @Override
    public CoverageMap coverage(Instant from, Instant to) {
        var first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        var last = LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
        var lines = new TreeMap<CoverageMap.Place, List<Cell>>();
        if (evidence) {
            for (var lane : Lane.values()) {
                lines.put(
                        new CoverageMap.Place(ACCOUNT, REGION, lane),
                        first.datesUntil(last.plusDays(1))
                                .map(day -> cell(lane, day))
                                .toList());
            }
        }
        return new CoverageMap(first, last, lines);
    }

    private static Cell cell(Lane lane, LocalDate day) {
        return switch (lane) {
            case BEDROCK_RUNTIME ->
                day.isBefore(CHANGED)
                        ? new Cell(State.COVERED, false, "Records of this day were read.", new Grounds.FilesRead())
                        : new Cell(
                                State.NOT_COVERED,
                                day.equals(CHANGED),
                                "The trail main was stopped.",
                                new Grounds.Changed(
                                        Instant.parse("2026-11-03T10:00:00Z"), ACCOUNT, REGION, "StopLogging", "e-1"));
            case BEDROCK_MANTLE ->
                new Cell(
                        State.NOT_COVERED,
                        false,
                        "The trail main has no selector for their data events.",
                        new Grounds.Observed(7, Question.TRAILS, NOW.minusSeconds(86_400), NOW));
            default -> new Cell(State.UNKNOWN, false, "No log of this day was read.", new Grounds.Nothing());
        };
    }

    void setting(Question question, Setting.State state, String words) {
        settings.add(new Setting(ACCOUNT, REGION, question, "", state, words, NOW.minusSeconds(86_400), NOW, 7));
    }

    @Override
    public void csv(Instant from, Instant to, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Setting> settings() {
        return List.copyOf(settings);
    }

    @Override
    public Optional<Observation> observation(long id) {
        return id == 7
                ? Optional.of(new Observation(
                        7,
                        1,
                        ACCOUNT,
                        REGION,
                        Question.TRAILS,
                        new Answer.Seen("[{\"name\":\"main\"}]"),
                        NOW.minusSeconds(86_400),
                        NOW))
                : id == 8
                        ? Optional.of(new Observation(
                                8,
                                1,
                                ACCOUNT,
                                Question.GLOBAL,
                                Question.API_KEYS,
                                new Answer.Refused(List.of("iam:ListServiceSpecificCredentials")),
                                NOW,
                                NOW))
                        : Optional.empty();
    }

    @Override
    public List<Observation> observations(Question question, Instant until) {
        return List.of();
    }

    @Override
    public List<Spell> spells(Instant until) {
        return List.of();
    }

    @Override
    public List<PostureLook> lastLooks() {
        return List.copyOf(looks);
    }

    @Override
    public String policy() {
        return "{\"Version\":\"2012-10-17\"}";
    }

    @Override
    public List<Place> places() {
        return List.copyOf(sources);
    }

    @Override
    public CompletableFuture<Optional<PostureLook>> lookNow(long sourceId) {
        asked.add(sourceId);
        return answer;
    }
}
