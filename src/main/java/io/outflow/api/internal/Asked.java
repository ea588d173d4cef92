package io.outflow.api.internal;

import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.Provenance;
import io.outflow.history.AsOf;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of one request. A name or value that is not known is refused rather than ignored: an answer to another
 * question than the one asked would look right.
 */
final class Asked {
    /** What restricts calls. */
    static final Set<String> FILTERS = Set.of(
            "from",
            "to",
            "account",
            "sourceRegion",
            "channel",
            "claude",
            "model",
            "dataClass",
            "caller",
            "callerGrade",
            "outcome",
            "provenance",
            "proof");

    static final Set<String> PERIOD = Set.of("from", "to");
    static final Set<String> PAGING = Set.of("page", "size");

    /** A point in time of the register. */
    static final Set<String> POINT = Set.of("asOf", "known");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final String UNKNOWN = "UNKNOWN";
    private static final int PAGE_SIZE = 50;
    private static final int LARGEST_PAGE = 500;

    private final MultiValueMap<String, String> values;

    @SafeVarargs
    Asked(MultiValueMap<String, String> values, Set<String>... known) {
        this.values = values;
        var names = Arrays.stream(known).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        for (var name : values.keySet()) {
            if (!names.contains(name)) {
                throw new BadParameter(
                        name, "There is no parameter %s here. Use %s.".formatted(name, String.join(", ", names)));
            }
        }
    }

    Instant from() {
        return instant("from", EARLIEST);
    }

    Instant to() {
        var to = instant("to", LATEST);
        if (to.isBefore(from())) {
            throw new BadParameter("to", "The end lies before the start. Give a to that is not before from.");
        }
        return to;
    }

    /** The point of both times that is asked for; empty for now. */
    Optional<AsOf> point(Instant now) {
        return asOf().map(at -> new AsOf(at, knownNow() ? now : at));
    }

    /** The point in time asked for; empty for now. */
    Optional<Instant> asOf() {
        return values.containsKey("asOf") ? Optional.of(instant("asOf", LATEST)) : Optional.empty();
    }

    /** Whether what is known today is asked for, and not what was recorded by then. */
    private boolean knownNow() {
        return chosen("known", List.of("then", "now"), Function.identity()).contains("now");
    }

    /** The text of a parameter; empty when it was not given. */
    String text(String name) {
        var value = values.getFirst(name);
        return value == null ? "" : value.strip();
    }

    int page() {
        return number("page", 0, 0, 10_000_000);
    }

    int size() {
        return number("size", PAGE_SIZE, 1, LARGEST_PAGE);
    }

    UsageFilter filter(DataClasses classes) {
        return new UsageFilter(
                from(),
                to(),
                texts("account"),
                texts("sourceRegion"),
                constants("channel", Channel.class),
                constants("claude", Claude.class),
                texts("model"),
                dataClasses(classes),
                texts("caller"),
                constants("callerGrade", Grade.class),
                constants("outcome", Outcome.class),
                constants("provenance", Provenance.class),
                Set.of(),
                constants("proof", Proof.class));
    }

    /** The values of a parameter, given several times or parted by commas, each turned into one of what can be asked. */
    <T> List<T> chosen(String name, List<T> choices, Function<T, String> text) {
        var chosen = new LinkedHashSet<T>();
        parts(name)
                .forEach(value -> chosen.add(choices.stream()
                        .filter(choice -> text.apply(choice).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new BadParameter(
                                name,
                                "%s is no value of %s. Use %s."
                                        .formatted(
                                                value,
                                                name,
                                                choices.stream().map(text).collect(Collectors.joining(", ")))))));
        return List.copyOf(chosen);
    }

    private <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        return Set.copyOf(chosen(name, List.of(type.getEnumConstants()), Enum::name));
    }

    private Set<String> dataClasses(DataClasses classes) {
        if (!values.containsKey("dataClass")) {
            return Set.of();
        }
        var codes = Stream.concat(classes.list().stream().map(DataClass::code), Stream.of(UNKNOWN))
                .toList();
        return Set.copyOf(chosen("dataClass", codes, Function.identity()));
    }

    /** Names may hold commas, so each value stands for itself. */
    private Set<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
    }

    private Stream<String> parts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Instant instant(String name, Instant otherwise) {
        var value = values.getFirst(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        // A plus that was not encoded arrives as a blank.
        var text = value.strip().replace(' ', '+');
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        } catch (DateTimeException e) {
            throw new BadParameter(
                    name,
                    "Give %s as a time such as 2026-03-01T00:00:00Z, or a day such as 2026-03-01.".formatted(name));
        }
    }

    private int number(String name, int otherwise, int least, int most) {
        var value = values.getFirst(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below with the same sentence.
        }
        throw new BadParameter(name, "Give %s as a whole number from %d to %d.".formatted(name, least, most));
    }
}
