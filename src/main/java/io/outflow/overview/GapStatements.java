package io.outflow.overview;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapState;
import io.outflow.overview.Statement.Sure;
import io.outflow.overview.Statement.Topic;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The three findings that rest on gaps: agreements, classes and Regions. Gaps that were called false do not count. */
final class GapStatements {
    private final List<Gap> gaps;
    private final boolean logs;
    private final boolean counted;

    /**
     * @param logs whether there is any log; without one nothing is known
     * @param counted whether gaps were looked for since the start
     */
    GapStatements(List<Gap> gaps, boolean logs, boolean counted) {
        this.gaps = gaps.stream()
                .filter(gap -> gap.state() != GapState.FALSE && gap.state() != GapState.CLOSED)
                .toList();
        this.logs = logs;
        this.counted = counted;
    }

    /** A call under a missing BAA counts under its DPA, if at all: nothing counts twice. */
    Statement agreement() {
        return of(
                Topic.AGREEMENT,
                GapKind.AGREEMENT,
                gap -> gap.key().object().equals("DPA"),
                "ran while ",
                "no DPA was in force");
    }

    Statement dataClass() {
        return of(Topic.DATA_CLASS, GapKind.DATA_CLASS, gap -> true, "carried ", "data that nobody approved");
    }

    Statement region() {
        return of(Topic.REGION, GapKind.REGION, gap -> true, "ran ", "outside the agreed Regions");
    }

    private Statement of(Topic topic, GapKind kind, Predicate<Gap> which, String before, String finding) {
        if (!logs || !counted) {
            return unknown(topic, before, finding);
        }
        var all = gaps.stream()
                .filter(gap -> gap.key().kind() == kind)
                .filter(which)
                .sorted(Comparator.comparingLong(
                                (Gap gap) -> gap.finding().figures().calls())
                        .reversed())
                .toList();
        var sure = all.stream()
                .filter(gap -> gap.finding().certainty() == Certainty.CONTRADICTED)
                .toList();
        var calls = sum(sure);
        var proofs = proofs(sure);
        var verified = proofs.getOrDefault(Proof.VERIFIED, 0L);
        var only = sure.size() == 1 ? sure.getFirst() : null;
        return new Statement(
                topic,
                Formats.count(calls),
                (calls == 1 ? "call " : "calls ") + before,
                finding,
                where(sure),
                detail(sure, all),
                sure.isEmpty() ? "all stored logs" : period(sure),
                calls == 0 ? "in what can be seen" : proof(proofs, calls),
                calls == 0 ? Sure.REGISTER : sure(proofs, verified, calls),
                calls == 0 ? 1 : (double) verified / calls,
                only == null ? (all.isEmpty() ? "See gaps" : "See these gaps") : "Open gap " + only.name(),
                only == null ? "gaps?state=any&kind=" + kind : "gaps/" + only.number(),
                calls == 0 ? 0 : 100 - topic.ordinal());
    }

    private Statement unknown(Topic topic, String before, String finding) {
        return new Statement(
                topic,
                "",
                "Whether calls " + before,
                finding,
                " is unknown.",
                logs ? "Gaps are being looked for." : "No logs are stored, so nothing was looked at.",
                logs ? "" : "no logs",
                logs ? "Still counting" : "Cannot be seen",
                Sure.UNKNOWN,
                0,
                logs ? "See gaps" : "Import logs",
                logs ? "gaps" : "imports",
                50 - topic.ordinal());
    }

    private static String where(List<Gap> sure) {
        var products = sure.stream()
                .map(gap -> gap.finding().productName())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return switch (products.size()) {
            case 0 -> ".";
            case 1 -> ", %s.".formatted(products.getFirst());
            default -> ", %s and %s more.".formatted(products.getFirst(), Formats.count(products.size() - 1));
        };
    }

    private static String detail(List<Gap> sure, List<Gap> all) {
        var open = all.stream()
                .filter(gap -> gap.finding().certainty() != Certainty.CONTRADICTED)
                .toList();
        var first = sure.isEmpty() ? "" : sure.getFirst().finding().detail();
        var more = open.isEmpty()
                ? ""
                : "For %s it cannot be excluded."
                        .formatted(
                                sure.isEmpty()
                                        ? Formats.count(sum(open), "call", "calls")
                                        : Formats.count(sum(open)) + " more");
        return Stream.of(first, more)
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static long sum(List<Gap> gaps) {
        return gaps.stream().mapToLong(gap -> gap.finding().figures().calls()).sum();
    }

    private static Map<Proof, Long> proofs(List<Gap> gaps) {
        var proofs = new EnumMap<Proof, Long>(Proof.class);
        gaps.forEach(gap ->
                gap.finding().figures().proofs().forEach((proof, calls) -> proofs.merge(proof, calls, Long::sum)));
        return proofs;
    }

    static String proof(Map<Proof, Long> proofs, long calls) {
        if (proofs.size() == 1) {
            return proofs.keySet().iterator().next().label();
        }
        var invalid = proofs.getOrDefault(Proof.INVALID, 0L);
        return (invalid == 0 ? "" : Formats.percent(invalid, calls) + " invalid, ")
                + Formats.percent(proofs.getOrDefault(Proof.VERIFIED, 0L), calls) + " verified";
    }

    static Sure sure(Map<Proof, Long> proofs, long verified, long calls) {
        if (proofs.getOrDefault(Proof.INVALID, 0L) > 0) {
            return Sure.INVALID;
        }
        return verified == 0 ? Sure.NO_DIGEST : verified == calls ? Sure.VERIFIED : Sure.PARTLY;
    }

    private static String period(List<Gap> gaps) {
        var first = gaps.stream()
                .map(gap -> gap.finding().figures().first())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        var last = gaps.stream()
                .map(gap -> gap.finding().figures().last())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return first.isEmpty() || last.isEmpty()
                ? ""
                : Formats.period(day(first.get()), day(last.get())) + length(gaps);
    }

    /** How long it was, where it is one stretch. */
    private static String length(List<Gap> gaps) {
        var periods =
                gaps.stream().flatMap(gap -> gap.finding().periods().stream()).toList();
        if (periods.size() != 1) {
            return "";
        }
        Finding.Period only = periods.getFirst();
        return only.until() == null
                ? ", goes on"
                : ", " + Formats.duration(java.time.Duration.between(only.from(), only.until()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
