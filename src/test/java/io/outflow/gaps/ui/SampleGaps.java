package io.outflow.gaps.ui;

import io.outflow.classification.Provenance;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Figures;
import io.outflow.gaps.Finding.Period;
import io.outflow.gaps.Finding.Rest;
import io.outflow.gaps.Finding.Row;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Gaps;
import io.outflow.history.AsOf;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Grade;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Gaps of a made-up register, handled by the rules of gaps themselves and kept in memory. */
class SampleGaps implements Gaps {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final UUID BEDROCK = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    static final UUID DPA = UUID.fromString("00000000-0000-0000-0000-0000000000da");

    private final TreeMap<Long, Gap> stored = new TreeMap<>();
    private final List<GapEvent> events = new ArrayList<>();
    boolean counted = true;

    /** A lapse of thirteen days: the past cannot be fixed. */
    static Finding lapse() {
        var from = Instant.parse("2026-10-01T00:00:00Z");
        var until = Instant.parse("2026-10-14T09:30:00Z");
        return finding(
                new GapKey(GapKind.AGREEMENT, BEDROCK, "DPA"),
                Certainty.CONTRADICTED,
                "Claude on Amazon Bedrock",
                51_782,
                "calls ran while no DPA was in force for Claude on Amazon Bedrock.",
                List.of(new Period(from, until, "lapsed", 51_782)),
                List.of(new Rest(DPA, "agreements", "DPA: signed", 3, NOW, "clause 12.2", "confirmed")));
    }

    static Finding region() {
        return finding(
                new GapKey(GapKind.REGION, BEDROCK, "us-east-1"),
                Certainty.CANNOT_TELL,
                "Claude on Amazon Bedrock",
                10_432,
                "calls may have run outside the agreed Regions.",
                List.of(new Period(Instant.parse("2026-09-28T00:00:00Z"), null, "seen", 10_432)),
                List.of());
    }

    static Finding unregistered() {
        return finding(
                new GapKey(GapKind.REGISTRATION, null, "BEDROCK_RUNTIME Nova Pro"),
                Certainty.CONTRADICTED,
                "",
                1_204,
                "calls went to Nova Pro by Bedrock runtime, which no product of the register stands for.",
                List.of(),
                List.of());
    }

    private static Finding finding(
            GapKey key,
            Certainty certainty,
            String product,
            long number,
            String sentence,
            List<Period> periods,
            List<Rest> rests) {
        var first = Instant.parse("2026-10-01T00:00:04Z");
        var last = Instant.parse("2026-10-14T09:29:51Z");
        return new Finding(
                key,
                key.kind().severity(),
                certainty,
                product,
                number,
                sentence,
                "76 callers.",
                periods,
                new Figures(
                        number,
                        342_900,
                        76,
                        first,
                        last,
                        Map.of(Proof.VERIFIED, number - 782, Proof.NO_DIGEST, 782L),
                        Map.of("PERSONAL", number)),
                rests,
                List.of("check " + key.kind() + ", version 0"),
                List.of(new Row(
                        CallerKind.WORKLOAD,
                        "arn:aws:iam::111122223333:role/claims",
                        "claims",
                        Grade.SERVICE,
                        "111122223333",
                        Channel.BEDROCK_RUNTIME,
                        "Claude Sonnet 4.5",
                        "eu.anthropic.claude-sonnet-4-5",
                        "eu-central-1",
                        null,
                        "PERSONAL",
                        Provenance.DECLARED,
                        null,
                        number,
                        first,
                        last)),
                0);
    }

    SampleGaps(Finding... findings) {
        var number = 147L;
        for (var finding : findings) {
            stored.put(number, Gap.opened(number, finding, Instant.parse("2026-10-02T02:00:00Z")));
            number++;
        }
    }

    Gap gap(long number) {
        return find(number).orElseThrow();
    }

    /** Somebody else was quicker. */
    void touch(long number) {
        stored.computeIfPresent(number, (key, gap) -> gap.after(new GapStep.Assign("somebody"), NOW));
    }

    @Override
    public List<Gap> list() {
        return List.copyOf(stored.values());
    }

    @Override
    public Optional<Gap> find(long number) {
        return Optional.ofNullable(stored.get(number));
    }

    @Override
    public List<GapEvent> history(long number) {
        return events.stream().filter(event -> event.gap() == number).toList().reversed();
    }

    @Override
    public Gap handle(long number, long version, GapStep step) {
        return handleAll(Map.of(number, version), step).getFirst();
    }

    @Override
    public List<Gap> handleAll(Map<Long, Long> versions, GapStep step) {
        var after = new ArrayList<Gap>();
        new TreeMap<>(versions).forEach((number, version) -> {
            var gap = gap(number);
            if (gap.version() != version) {
                throw new GapChangedMeanwhile();
            }
            after.add(gap.after(step, NOW));
        });
        after.forEach(gap -> {
            stored.put(gap.number(), gap);
            events.add(new GapEvent(
                    gap.number(), events.size() + 1, NOW, "Sample CISO", step.event(), text(step), 51_782));
        });
        return after;
    }

    private static String text(GapStep step) {
        return switch (step) {
            case GapStep.Accept accept -> accept.why();
            case GapStep.Remark remark -> remark.text();
            default -> "";
        };
    }

    @Override
    public List<Finding> during(Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Finding> asOf(AsOf asOf) {
        return List.of();
    }

    @Override
    public Optional<Instant> counted() {
        return counted ? Optional.of(NOW) : Optional.empty();
    }

    @Override
    public boolean current() {
        return counted;
    }

    @Override
    public AutoCloseable watch(Runnable listener) {
        return () -> {};
    }
}
