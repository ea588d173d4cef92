package io.outflow.usage.ui;

import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageReport.Options;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One value a filter can take.
 *
 * @param value as a {@link Selection} holds it
 * @param calls uses with this value in the period
 */
record Choice(String value, String label, long calls) {

    static List<Choice> of(Facet facet, Options options, ClassPalette palette) {
        return switch (facet) {
            case ACCOUNT -> texts(options.accounts());
            case REGION -> texts(options.regions());
            case MODEL -> texts(options.models());
            case CHANNEL -> constants(Channel.class, options.channels(), Channel::label);
            case CLAUDE -> constants(Claude.class, options.claude(), one -> Words.capital(Words.claude(one)));
            case GRADE -> constants(Grade.class, options.grades(), Words::grade);
            case OUTCOME -> constants(Outcome.class, options.outcomes(), one -> Words.capital(Words.outcome(one)));
            case PROVENANCE -> constants(Provenance.class, options.provenances(), Words::provenance);
            case PROOF -> constants(Proof.class, options.proofs(), Words::proof);
            case DATA_CLASS ->
                palette.inOrder().stream()
                        .map(shade -> new Choice(
                                shade.code(),
                                shade.name(),
                                options.dataClasses().getOrDefault(shade.code(), 0L)))
                        .toList();
            case CALLER ->
                options.callers().stream()
                        .map(one -> new Choice(one.caller().id(), one.caller().name(), one.calls()))
                        .toList();
            case HOUR -> List.of();
        };
    }

    /** What a chip shows for a value that the period does not hold. */
    static Choice absent(Facet facet, String value) {
        var label =
                switch (facet) {
                    case HOUR -> HourOfWeek.parse(value).map(HourOfWeek::words).orElse(value);
                    default -> value;
                };
        return new Choice(value, label, 0);
    }

    private static List<Choice> texts(Map<String, Long> calls) {
        return calls.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Choice::calls).reversed())
                .toList();
    }

    private static <E extends Enum<E>> List<Choice> constants(
            Class<E> type, Map<E, Long> calls, Function<E, String> label) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> new Choice(one.name(), label.apply(one), calls.getOrDefault(one, 0L)))
                .toList();
    }
}
