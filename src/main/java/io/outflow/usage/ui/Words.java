package io.outflow.usage.ui;

import io.outflow.base.Formats;
import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the usage screens. */
final class Words {
    static final String NOT_EVIDENCED = "not evidenced";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Words() {}

    static String grade(Grade grade) {
        return capital(grade.label());
    }

    static String provenance(Provenance provenance) {
        return capital(provenance.label());
    }

    static String proof(Proof proof) {
        return capital(proof.label());
    }

    /** {@code R-12 v3}; empty where no rule decided. */
    static String rule(Decision decision) {
        return decision.rule() == 0 ? "" : "R-%d v%d".formatted(decision.rule(), decision.version());
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case USE -> "use";
            case DENIED -> "denied";
            case FAILED -> "failed";
        };
    }

    static String claude(Claude claude) {
        return switch (claude) {
            case YES -> "Claude";
            case NO -> "other models";
            case UNDECIDED -> "cannot be told";
        };
    }

    /** {@code 79 people, 8 workloads and 1 shared key}. */
    static String callers(Map<CallerKind, Long> byKind) {
        var parts = new EnumMap<CallerKind, Long>(CallerKind.class);
        byKind.forEach((kind, number) -> {
            if (number > 0) {
                parts.put(kind, number);
            }
        });
        return and(parts.entrySet().stream()
                .map(entry -> callers(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static String callers(CallerKind kind, long number) {
        return switch (kind) {
            case PERSON -> Formats.count(number, "person", "people");
            case ROLE -> Formats.count(number, "role", "roles");
            case WORKLOAD -> Formats.count(number, "workload", "workloads");
            case SERVICE -> Formats.count(number, "service", "services");
            case API_KEY -> Formats.count(number, "shared key", "shared keys");
            case ROOT -> Formats.count(number, "root user", "root users");
            case UNKNOWN -> Formats.count(number, "unknown caller", "unknown callers");
        };
    }

    private static String and(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** {@code 24 Aug–21 Nov}; with years only where it spans two. */
    static String days(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return Formats.period(from, to);
        }
        return from.equals(to) ? SHORT.format(from) : SHORT.format(from) + "–" + SHORT.format(to);
    }

    static String day(LocalDate day) {
        return SHORT.format(day);
    }

    static String tokens(@Nullable Long tokens) {
        return tokens == null || tokens < 0 ? NOT_EVIDENCED : Formats.count(tokens);
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
