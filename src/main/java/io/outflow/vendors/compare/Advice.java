package io.outflow.vendors.compare;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.compare.Duty.State;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Regime;
import io.outflow.vendors.content.Standing;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What speaks for and against a product for a use. There is no score: products are ordered by how many facts speak against
 * them, then by how much is unknown, then by how many speak for them, and every fact is shown.
 */
public record Advice(Entry<Product> product, String vendor, List<Point> points) {

    /** Internal: from here on a consumer plan is the wrong tool. */
    private static final int INTERNAL = 2;

    /** Source code: from here on training matters. */
    private static final int SOURCE_CODE = 3;

    /** Confidential: from here on a contract is needed. */
    private static final int CONFIDENTIAL = 4;

    /** Personal: from here on long retention speaks against a product. */
    private static final int PERSONAL = 5;

    private static final int LONG_RETENTION_DAYS = 30;

    /**
     * What somebody wants to do.
     *
     * @param classRank the rank of the data class, 1 (Public) upward
     * @param className its name, for sentences
     * @param regions where processing may happen; empty means anywhere
     */
    public record Need(int classRank, String className, List<String> regions, Set<Regime> regimes) {

        public Need {
            regions = List.copyOf(regions);
            regimes = Set.copyOf(regimes);
        }
    }

    /** Which way a fact speaks. */
    public enum Side {
        FOR,
        AGAINST,
        UNKNOWN
    }

    /** One fact that speaks, as a sentence. */
    public record Point(Side side, String sentence) {}

    public Advice {
        points = List.copyOf(points);
    }

    public long count(Side side) {
        return points.stream().filter(point -> point.side() == side).count();
    }

    public List<Point> points(Side side) {
        return points.stream().filter(point -> point.side() == side).toList();
    }

    /** Every product that is not retired, the one with the least against it first. */
    public static List<Advice> on(Snapshot register, Need need, Instant at) {
        return register.products().stream()
                .filter(product -> product.content().status() != ProductStatus.RETIRED)
                .filter(product -> product.content().category() != Category.SUPPORTING_CONTROL)
                .map(product -> advise(new ProductFacts(register, product, at), need))
                .sorted(Comparator.comparingLong((Advice advice) -> advice.count(Side.AGAINST))
                        .thenComparingLong(advice -> advice.count(Side.UNKNOWN))
                        .thenComparingLong(advice -> -advice.count(Side.FOR))
                        .thenComparing(advice -> advice.product().title(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static Advice advise(ProductFacts facts, Need need) {
        var points = new ArrayList<Point>();
        plan(facts, need, points);
        contract(facts, need, points);
        training(facts, need, points);
        retention(facts, need, points);
        regions(facts, need, points);
        for (var regime : Regime.values()) {
            if (need.regimes().contains(regime)) {
                regime(facts, regime, points);
            }
        }
        return new Advice(facts.product(), facts.vendorName(), points);
    }

    private static void plan(ProductFacts facts, Need need, List<Point> points) {
        switch (facts.product().content().category()) {
            case CONSUMER_CHAT -> {
                if (need.classRank() >= INTERNAL) {
                    points.add(new Point(
                            Side.AGAINST,
                            "A consumer plan is the wrong tool for %s: its terms bind a person, not us."
                                    .formatted(need.className())));
                }
            }
            case SELF_HOSTED -> {
                points.add(new Point(Side.FOR, "The model runs in our own house; no vendor sees the content."));
                points.add(new Point(
                        Side.UNKNOWN, "Security, logging and updates are ours to do; nobody else answers for them."));
            }
            default -> {}
        }
        if (facts.product().content().status() == ProductStatus.RESTRICTED) {
            points.add(new Point(Side.AGAINST, "Its status here is restricted."));
        } else if (facts.product().content().status() == ProductStatus.APPROVED) {
            points.add(new Point(Side.FOR, "It is approved here."));
        }
    }

    private static void contract(ProductFacts facts, Need need, List<Point> points) {
        if (facts.product().content().category() == Category.SELF_HOSTED) {
            return;
        }
        var dpa = facts.agreement(AgreementType.DPA);
        if (facts.inForce(AgreementType.DPA)) {
            points.add(new Point(Side.FOR, "The DPA is in force and confirmed."));
        } else if (dpa.isPresent() && agreed(dpa.get().content().standingAt(facts.at()))) {
            points.add(new Point(
                    Side.UNKNOWN, "There is a DPA, but nobody confirmed that and since when it is in force for us."));
        } else if (need.classRank() >= CONFIDENTIAL) {
            points.add(new Point(
                    Side.AGAINST,
                    "%s needs a DPA, and %s."
                            .formatted(
                                    need.className(),
                                    dpa.map(entry -> "ours is: "
                                                    + entry.content()
                                                            .standingAt(facts.at())
                                                            .label()
                                                            .toLowerCase(Locale.ROOT))
                                            .orElse("none is recorded"))));
        }
    }

    private static boolean agreed(Standing standing) {
        return standing == Standing.IN_FORCE || standing == Standing.UNDATED;
    }

    private static void training(ProductFacts facts, Need need, List<Point> points) {
        if (need.classRank() < SOURCE_CODE || facts.product().content().category() == Category.SELF_HOSTED) {
            return;
        }
        var found = facts.training();
        if (found.isEmpty() || found.get().content().byDefault() == TrainingUse.UNKNOWN) {
            points.add(new Point(Side.UNKNOWN, "It is not recorded whether our content trains a model."));
            return;
        }
        var training = found.get().content();
        var claim = facts.confirmed(found.get()) ? "" : " That is a claim.";
        if (training.choice() == TrainingChoice.OPTED_IN) {
            points.add(new Point(Side.AGAINST, "We opted in to training." + claim));
        } else if (training.byDefault() == TrainingUse.NOT_USED) {
            points.add(new Point(
                    claim.isEmpty() ? Side.FOR : Side.UNKNOWN, "Our content is not used for training." + claim));
        } else if (training.optOutProved()) {
            points.add(new Point(Side.FOR, "We opted out of training and can prove it."));
        } else {
            points.add(new Point(
                    Side.AGAINST,
                    "Content may be used for training and no opt-out is proved: %s."
                            .formatted(training.byDefault().label().toLowerCase(Locale.ROOT))));
        }
    }

    private static void retention(ProductFacts facts, Need need, List<Point> points) {
        if (facts.product().content().category() == Category.SELF_HOSTED) {
            return;
        }
        var windows = facts.promptRetention();
        var longest = windows.stream()
                .map(entry -> entry.content().days())
                .filter(days -> days != null)
                .max(Comparator.naturalOrder());
        if (longest.isEmpty()) {
            points.add(new Point(Side.UNKNOWN, "No number is known for how long prompts are kept."));
            return;
        }
        var claim = windows.stream().allMatch(facts::confirmed) ? "" : " That is a claim.";
        if (longest.get() == 0) {
            points.add(new Point(claim.isEmpty() ? Side.FOR : Side.UNKNOWN, "Prompts are not kept." + claim));
        } else if (need.classRank() >= PERSONAL && longest.get() > LONG_RETENTION_DAYS) {
            points.add(new Point(Side.AGAINST, "Prompts may be kept for %,d days.%s".formatted(longest.get(), claim)));
        } else {
            points.add(new Point(Side.UNKNOWN, "Prompts may be kept for %,d days.%s".formatted(longest.get(), claim)));
        }
    }

    private static void regions(ProductFacts facts, Need need, List<Point> points) {
        if (need.regions().isEmpty() || facts.product().content().category() == Category.SELF_HOSTED) {
            return;
        }
        var residency = facts.residency();
        if (residency.isEmpty()) {
            points.add(new Point(Side.UNKNOWN, "It is not recorded where it runs."));
            return;
        }
        var chosen = residency.get().content().processingChosen();
        if (chosen.isEmpty()) {
            points.add(new Point(
                    Side.UNKNOWN,
                    "No Region is agreed; it may run in %s."
                            .formatted(
                                    String.join(", ", residency.get().content().processingOffered()))));
            return;
        }
        var outside = chosen.stream()
                .filter(region -> !inside(region, need.regions()))
                .toList();
        points.add(
                outside.isEmpty()
                        ? new Point(Side.FOR, "It runs in %s, as agreed.".formatted(String.join(", ", chosen)))
                        : new Point(Side.AGAINST, "It may run in %s.".formatted(String.join(", ", outside))));
    }

    /** A wanted "eu" takes "eu-central-1" in. */
    private static boolean inside(String region, List<String> wanted) {
        var name = region.toLowerCase(Locale.ROOT);
        return wanted.stream()
                .map(want -> want.toLowerCase(Locale.ROOT))
                .anyMatch(want -> name.equals(want) || name.startsWith(want + "-"));
    }

    private static void regime(ProductFacts facts, Regime regime, List<Point> points) {
        var findings = Duties.findings(facts.register(), facts.product(), regime, facts.at());
        var missing = findings.stream()
                .filter(finding -> finding.state() == State.MISSING)
                .toList();
        var claimed = findings.stream()
                .filter(finding -> finding.state() == State.CLAIMED)
                .count();
        if (!missing.isEmpty()) {
            points.add(new Point(
                    Side.AGAINST,
                    "%s: %d of %d duties are not answered, the first is %s."
                            .formatted(
                                    regime.label(),
                                    missing.size(),
                                    findings.size(),
                                    missing.getFirst().duty().reference())));
        } else if (claimed > 0) {
            points.add(new Point(
                    Side.UNKNOWN,
                    "%s: %d of %d answers rest on claims.".formatted(regime.label(), claimed, findings.size())));
        } else {
            points.add(new Point(
                    Side.FOR, "%s: the register answers all %d duties.".formatted(regime.label(), findings.size())));
        }
    }
}
