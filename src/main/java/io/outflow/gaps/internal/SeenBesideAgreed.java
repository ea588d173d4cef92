package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapState;
import io.outflow.gaps.Gaps;
import io.outflow.gaps.LinkedUse;
import io.outflow.gaps.LinkedUse.Seen;
import io.outflow.gaps.Severity;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageTallies;
import io.outflow.vendors.Kind;
import io.outflow.vendors.SeenUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** Puts what was seen, and the gaps, beside the register. */
@Service
@ConditionalOnWebApplication
class SeenBesideAgreed implements SeenUse {
    private final Gaps gaps;
    private final LinkedUse linked;
    private final UsageTallies tallies;

    SeenBesideAgreed(Gaps gaps, LinkedUse linked, UsageTallies tallies) {
        this.gaps = gaps;
        this.linked = linked;
        this.tallies = tallies;
    }

    @Override
    public Picture days(LocalDate last, int days) {
        var first = last.minusDays(days - 1L);
        var seen = linked.seen(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Picture(
                first,
                last,
                evidenceEnds().isPresent(),
                seen.visible(),
                uses(seen.products()),
                uses(seen.applications()),
                seen.unregistered().stream()
                        .filter(one -> one.calls() > 0)
                        .map(one -> new Unregistered(one.model(), one.channel().label(), one.calls(), one.last()))
                        .toList(),
                gaps.list().stream()
                        .filter(gap -> gap.state() != GapState.CLOSED)
                        .map(SeenBesideAgreed::found)
                        .toList());
    }

    @Override
    public Optional<Instant> evidenceEnds() {
        return tallies.now().span().map(span -> span.to());
    }

    private static Map<UUID, Use> uses(Map<UUID, Seen> seen) {
        return seen.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> use(one.getValue())));
    }

    private static Use use(Seen seen) {
        return new Use(
                seen.calls(),
                seen.callers(),
                seen.people(),
                seen.unlinked(),
                seen.last(),
                seen.classes(),
                seen.regions(),
                seen.regionUnknown(),
                seen.models(),
                named(seen.grades(), grade -> grade.label()),
                named(seen.channels(), channel -> channel.label()),
                proof(seen),
                seen.proofs().getOrDefault(Proof.VERIFIED, 0L),
                seen.days());
    }

    private static <K> Map<String, Long> named(Map<K, Long> calls, Function<K, String> label) {
        var named = new TreeMap<String, Long>();
        calls.forEach((key, count) -> named.put(label.apply(key), count));
        return named;
    }

    private static String proof(Seen seen) {
        if (seen.calls() == 0) {
            return "no calls";
        }
        if (seen.proofs().size() == 1) {
            return seen.proofs().keySet().iterator().next().label();
        }
        return Formats.percent(seen.proofs().getOrDefault(Proof.VERIFIED, 0L), seen.calls()) + " verified";
    }

    private static Found found(Gap gap) {
        var finding = gap.finding();
        var verdict = finding.certainty() != Certainty.CONTRADICTED
                ? Verdict.CANNOT_TELL
                : finding.severity() == Severity.HIGH ? Verdict.CONTRADICTED : Verdict.WATCH;
        return new Found(
                gap.name(),
                "gaps/" + gap.number(),
                gap.key().product(),
                beside(gap.key().kind(), gap.key().object()),
                verdict,
                gap.key().kind().label(),
                finding.words(),
                handling(gap),
                gap.state().waits());
    }

    private static String handling(Gap gap) {
        var due = gap.due();
        return gap.state().label()
                + (gap.owner().isEmpty() ? ", no owner" : ", " + gap.owner())
                + (due == null ? "" : ", due " + Formats.day(due));
    }

    private static Kind beside(GapKind kind, String object) {
        return switch (kind) {
            case AGREEMENT -> Kind.AGREEMENT;
            case DATA_CLASS, UNKNOWN_CLASS, CONTRADICTION -> Kind.APPROVAL;
            case REGION -> Kind.RESIDENCY;
            case RETENTION -> Kind.RETENTION;
            case TRAINING -> Kind.TRAINING;
            case ACCESS_PATH, LOGGING -> Kind.CONTROL;
            case OVERDUE -> object.equals("CERTIFICATE") ? Kind.CERTIFICATION : Kind.REVIEW;
            case CALLER, REGISTRATION, ACCESS -> Kind.USAGE_LINK;
        };
    }
}
