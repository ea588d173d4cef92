package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Sentence;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageReport;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The four findings. Each number opens what it counts. The line beneath a number is solid for the share whose log files are
 * verified and dashed for the rest.
 */
class Sentences extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** Where most denied attempts went. */
    record MostDenied(String model, String account, long denied) {

        static @Nullable MostDenied of(List<Usage.Group> groups) {
            return groups.stream()
                    .filter(group -> group.denied() > 0)
                    .max((a, b) -> Long.compare(a.denied(), b.denied()))
                    .map(group -> new MostDenied(
                            Objects.requireNonNullElse(group.values().get(Usage.Dimension.MODEL), "a model not named"),
                            Objects.requireNonNullElse(
                                    group.values().get(Usage.Dimension.ACCOUNT), "an account not named"),
                            group.denied()))
                    .orElse(null);
        }
    }

    Sentences() {
        getContent().addClassName("lines4");
    }

    void show(Selection selection, UsageReport report, Period days, @Nullable MostDenied mostDenied) {
        var period = Words.days(days.from(), days.to());
        getContent().removeAll();
        getContent()
                .add(
                        calls(selection, report, period),
                        unknownClass(selection, report, period),
                        unnamed(selection, report, period),
                        denied(selection, report, period, mostDenied));
    }

    private static Component calls(Selection selection, UsageReport report, String period) {
        var by = Words.callers(report.callersByKind());
        return new Sentence()
                .with(number(
                        Formats.count(report.calls()),
                        CallsView.address(selection.with(Facet.OUTCOME, Set.of(Outcome.USE.name()))),
                        "Open these calls",
                        share(report.verified().calls(), report.calls())))
                .text((report.calls() == 1 ? " call" : " calls") + (by.isEmpty() ? "" : " by " + by) + " used "
                        + object(selection) + ".")
                .mark(glyph(report), proof(report) + ", " + period, proofs(report));
    }

    private static double share(long verified, long all) {
        return all == 0 ? 0 : (double) verified / all;
    }

    /** What digests say in short: what is invalid and what is verified; the rest stands in the tooltip. */
    private static String proof(UsageReport report) {
        var proofs = report.proofs();
        return proofs.size() <= 2 || !proofs.containsKey(Proof.VERIFIED)
                ? proofs(report)
                : shares(report, Proof.INVALID, Proof.VERIFIED);
    }

    /** What digests say of the log files of these calls, the worst first. */
    private static String proofs(UsageReport report) {
        var proofs = report.proofs();
        if (proofs.isEmpty()) {
            return Proof.NO_DIGEST.label();
        }
        if (proofs.size() == 1) {
            return proofs.keySet().iterator().next().label();
        }
        return shares(report, Proof.INVALID, Proof.UNREFERENCED, Proof.UNCHAINED, Proof.NO_DIGEST, Proof.VERIFIED);
    }

    private static String shares(UsageReport report, Proof... wanted) {
        return Stream.of(wanted)
                .filter(report.proofs()::containsKey)
                .map(proof -> Formats.percentExact(report.proofs().getOrDefault(proof, 0L), report.calls()) + " "
                        + proof.label())
                .collect(Collectors.joining(", "));
    }

    private static Glyph glyph(UsageReport report) {
        var proofs = report.proofs();
        if (proofs.containsKey(Proof.INVALID)) {
            return Glyph.INVALID;
        }
        if (!proofs.containsKey(Proof.VERIFIED)) {
            return Glyph.NO_DIGEST;
        }
        return proofs.size() == 1 ? Glyph.VERIFIED : Glyph.PARTLY_VERIFIED;
    }

    private static Component unknownClass(Selection selection, UsageReport report, String period) {
        return new Sentence()
                .with(number(
                        Formats.percentExact(report.unknownClass(), report.calls()),
                        UsageView.address(selection.with(Facet.DATA_CLASS, Set.of(ClassPalette.UNKNOWN))),
                        "Show only calls whose data class is unknown",
                        share(report.verified().unknownClass(), report.unknownClass())))
                .text(" of calls have no known data class.")
                .mark(Glyph.UNKNOWN_CLASS, "no rule matches, " + period);
    }

    private static Component unnamed(Selection selection, UsageReport report, String period) {
        var grades = Set.of(Grade.ROLE_ONLY.name(), Grade.SHARED_KEY.name(), Grade.UNKNOWN.name());
        return new Sentence()
                .with(number(
                        Formats.percentExact(report.unnamed(), report.calls()),
                        UsageView.address(selection.with(Facet.GRADE, grades)),
                        "Show only calls of callers that cannot be named",
                        share(report.verified().unnamed(), report.unnamed())))
                .text(" of calls come from callers we cannot name.")
                .mark(Glyph.ROLE_ONLY, "role only or shared key, " + period);
    }

    private static Component denied(Selection selection, UsageReport report, String period, @Nullable MostDenied most) {
        var attempts = selection.with(Facet.OUTCOME, Set.of(Outcome.DENIED.name()));
        var verified = share(report.verified().denied(), report.denied());
        var sentence = new Sentence()
                .with(number(
                        Formats.count(report.denied()),
                        CallsView.address(attempts),
                        "Open the denied attempts",
                        verified))
                .text(report.denied() == 1 ? " attempt was denied" : " attempts were denied");
        if (most == null || report.denied() == 0) {
            sentence.text(".");
        } else {
            var where = attempts.with(Facet.MODEL, Set.of(most.model())).with(Facet.ACCOUNT, Set.of(most.account()));
            sentence.text("; ")
                    .with(number(
                            Formats.percent(most.denied(), report.denied()),
                            CallsView.address(where),
                            "Open these denied attempts",
                            verified))
                    .text(" asked for %s in %s.".formatted(most.model(), most.account()));
        }
        var proof = verified == 1 ? Proof.VERIFIED.label() : verified == 0 ? "not verified" : "partly verified";
        return sentence.mark(
                verified == 1 ? Glyph.VERIFIED : verified == 0 ? Glyph.NO_DIGEST : Glyph.PARTLY_VERIFIED,
                proof + ", " + period);
    }

    private static String object(Selection selection) {
        var models = selection.values(Facet.MODEL);
        if (models.size() == 1) {
            return models.first();
        }
        return selection.values(Facet.CLAUDE).equals(Set.of(Claude.YES.name())) ? "Claude" : "a model";
    }

    /** @param verified share of what is counted whose log files are verified, 0 to 1 */
    private static Anchor number(String number, String address, String title, double verified) {
        var anchor = new Anchor(address, number);
        anchor.setRouterIgnore(false);
        anchor.addClassName("num");
        anchor.getStyle().set("--v", String.format(Locale.ROOT, "%.1f%%", 100 * verified));
        anchor.setTitle(title);
        return anchor;
    }
}
