package io.outflow.command.internal;

import static io.outflow.command.internal.Table.grouped;
import static io.outflow.command.internal.Table.printable;

import io.outflow.trail.Finding;
import io.outflow.trail.Proof;
import io.outflow.trail.TrailVerdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** A verification for people: the verdict first, then numbers, then what stands out. */
final class VerifyTrailText {
    private static final int SHOWN = 50;

    private final TrailVerdict verdict;
    private final List<Finding> found;
    private final PrintWriter out;

    VerifyTrailText(TrailVerdict verdict, List<Finding> found, PrintWriter out) {
        this.verdict = verdict;
        this.found = found;
        this.out = out;
    }

    /** Whether a finding is more than one verified file among many. */
    static boolean standsOut(Finding finding) {
        return !(finding instanceof Finding.OfFile file) || file.proof() != Proof.VERIFIED;
    }

    void print() {
        out.println(sentence());
        if (verdict.first() != null) {
            out.println("Signed digests lie between %s and %s (UTC).".formatted(verdict.first(), verdict.last()));
        }
        out.println();
        var table = new Table("Files", "Digests", "Log files");
        for (Proof proof : Proof.values()) {
            if (verdict.digests(proof) + verdict.logs(proof) > 0 || proof == Proof.VERIFIED) {
                table.row(proof.label(), verdict.digests(proof), verdict.logs(proof));
            }
        }
        table.print(out);
        list("Broken digests", Finding.OfDigest.class, this::file);
        list("Log files that are not verified", Finding.OfLog.class, this::file);
        list("Not covered (UTC)", Finding.NotCovered.class, VerifyTrailText::gap);
    }

    private String sentence() {
        return switch (verdict.result()) {
            case VERIFIED -> "VERIFIED. Every log file is as AWS wrote it, and every hour is covered.";
            case BROKEN -> "BROKEN. At least one file is missing, was changed, or was put there by somebody else.";
            case NOT_COVERED ->
                verdict.digests(Proof.VERIFIED) == 0
                        ? "NOT COVERED. No digest file was found, so nothing is proven."
                        : "NOT COVERED. Nothing is broken, but %s hours lack a digest.%s"
                                .formatted(
                                        grouped(verdict.hoursNotCovered()),
                                        verdict.logs(Proof.NO_DIGEST) > 0 ? " Some log files have none at all." : "");
        };
    }

    private String file(Finding.OfFile file) {
        return "%s: %s. %s".formatted(printable(file.name()), file.proof().label(), printable(file.reason()));
    }

    private static String gap(Finding.NotCovered gap) {
        return "%s, %s to %s, %s h. %s"
                .formatted(
                        printable(gap.chain().toString()),
                        gap.from(),
                        gap.to(),
                        grouped(gap.hours()),
                        printable(gap.reason()));
    }

    private <T extends Finding> void list(String title, Class<T> kind, Function<T, String> line) {
        List<T> all = found.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (all.isEmpty()) {
            return;
        }
        out.println();
        out.println(title);
        all.stream().limit(SHOWN).forEach(one -> out.println("  " + line.apply(one)));
        if (all.size() > SHOWN) {
            out.println("  and %s more; --json lists them all".formatted(grouped(all.size() - SHOWN)));
        }
    }
}
