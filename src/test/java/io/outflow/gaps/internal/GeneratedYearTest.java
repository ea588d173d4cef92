package io.outflow.gaps.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.posture.Spell;
import io.outflow.trail.Proof;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Agreement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year whose truth is known: the gaps found equal it exactly, kind by kind, in calls, callers, first and last. */
class GeneratedYearTest {
    private static final int EVENTS = Boolean.getBoolean("long") ? 10_000_000 : 200_000;
    private static final int PRODUCTS = 40;

    @TempDir
    Path folder;

    @Test
    void theGapsFoundAreTheTruthKindByKind() throws IOException {
        var year = new GeneratedYear(20261126, PRODUCTS, EVENTS);
        var truth = folder.resolve("truth.tsv");
        Files.write(truth, year.truth.lines());

        var found = Truth.lines(Engine.find(year.input(year.register()), rules()));

        for (var kind : GapKind.values()) {
            assertThat(of(kind, found)).as(kind.name()).isNotEmpty().isEqualTo(of(kind, Files.readAllLines(truth)));
        }
        assertThat(found).isEqualTo(Files.readAllLines(truth));
    }

    @Property(tries = 40)
    void theEngineEqualsASlowTwinOnRandomRegistersAndCalls(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 25) int products,
            @ForAll @IntRange(max = 3_000) int calls) {
        var year = new GeneratedYear(seed, products, calls);

        assertThat(Truth.lines(Engine.find(year.input(year.register()), rules())))
                .isEqualTo(year.truth.lines());
    }

    @Test
    void everyFindingSaysItsPeriodProofAndWhatItRestsOn() {
        var year = new GeneratedYear(5, PRODUCTS, 20_000);

        for (var finding : Engine.find(year.input(year.register()), rules())) {
            assertThat(finding.words()).endsWith(".").doesNotContain("null").doesNotContain("caller-");
            assertThat(finding.rules())
                    .anyMatch(rule -> rule.equals("check " + finding.key().kind() + ", version 0"));
            var calls = finding.figures().calls();
            if (calls > 0) {
                assertThat(finding.figures().proofs()).containsEntry(Proof.VERIFIED, calls);
                assertThat(finding.figures().classes().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(calls);
                assertThat(finding.rows().stream().mapToLong(Finding.Row::calls).sum())
                        .isLessThanOrEqualTo(calls);
                assertThat(finding.periods().stream()
                                .mapToLong(Finding.Period::calls)
                                .sum())
                        .as(finding.words())
                        .isEqualTo(calls);
            }
            assertThat(finding.periods())
                    .isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
        }
    }

    @Test
    void aClaimOfTheCatalogueIsNeverInForceAndTheGapSaysSo() {
        var year = new GeneratedYear(7, PRODUCTS, 20_000);

        assertThat(Engine.find(year.input(year.register()), rules()))
                .filteredOn(finding ->
                        finding.key().kind() == GapKind.AGREEMENT && finding.certainty() == Certainty.RESTS_ON_CLAIM)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.words()).contains("rests on a claim"));
    }

    @Test
    void whatAwsAnsweredAndNoRecordTellsIsToldAsSuchWithItsDates() {
        var year = new GeneratedYear(17, PRODUCTS, 20_000);
        var alone = Engine.find(year.input(year.register()), rules()).stream()
                .filter(finding -> finding.detail().contains("AWS answered that it was so from"))
                .toList();

        assertThat(alone).extracting(finding -> finding.key().kind()).contains(GapKind.RETENTION, GapKind.LOGGING);
        assertThat(alone).allSatisfy(finding -> {
            assertThat(finding.detail())
                    .containsPattern("AWS answered that it was so from .* until .* UTC, and no record tells of it");
            assertThat(finding.periods()).anyMatch(period -> period.why().endsWith(", as AWS answered"));
        });
    }

    @Test
    void afterAnAnswerThatNoRecordTellsNothingIsKnownUntilTheNext() {
        var year = new GeneratedYear(19, PRODUCTS, 20_000);
        var unseen = Engine.find(year.input(year.register()), rules()).stream()
                .filter(finding -> finding.key().kind() == GapKind.RETENTION)
                .flatMap(finding -> finding.periods().stream())
                .filter(period -> period.why().endsWith(", as AWS answered"))
                .toList();

        assertThat(unseen).isNotEmpty().allSatisfy(period -> assertThat(year.spells)
                .extracting(Spell::until)
                .contains(period.until()));
    }

    @Test
    void onlyWhatAwsAnsweredLastGoesOn() {
        var year = new GeneratedYear(23, PRODUCTS, 20_000);
        var last = year.spells.stream()
                .filter(Spell::last)
                .map(spell -> "NO_TRAIL %s %s".formatted(spell.account(), spell.region()))
                .toList();

        assertThat(Engine.find(year.input(year.register()), rules()).stream()
                        .filter(finding -> finding.periods().stream()
                                .anyMatch(period ->
                                        period.until() == null && period.why().endsWith(", as AWS answered")))
                        .map(finding -> finding.key().object()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(last);
    }

    @Test
    void anotherPeriodGivesTheFiguresOfThatPeriod() {
        var year = new GeneratedYear(11, 12, 20_000);
        var whole = year.input(year.register());
        var middle = Instant.parse("2026-05-01T00:00:00Z");

        var first = calls(Engine.find(period(whole, GeneratedYear.START, middle), rules()), GapKind.AGREEMENT);
        var second = calls(Engine.find(period(whole, middle, GeneratedYear.END), rules()), GapKind.AGREEMENT);

        assertThat(first + second)
                .isEqualTo(calls(Engine.find(whole, rules()), GapKind.AGREEMENT))
                .isPositive();
    }

    @Test
    void aChangedDateOfAnAgreementMovesTheGapsWithinTwoSeconds() {
        var year = new GeneratedYear(13, PRODUCTS, EVENTS);
        var input = year.input(year.register());
        var before = Engine.find(input, rules());
        var changed = new Snapshot(year.entries.stream()
                .<Entry<?>>map(GeneratedYearTest::withoutEnd)
                .toList());

        // The thread's own time, so that other work on the machine does not count.
        var thread = ManagementFactory.getThreadMXBean();
        var began = thread.getCurrentThreadCpuTime();
        var after = Engine.find(with(input, changed), rules());
        var took = Duration.ofNanos(thread.getCurrentThreadCpuTime() - began);

        assertThat(calls(after, GapKind.AGREEMENT)).isLessThan(calls(before, GapKind.AGREEMENT));
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        System.out.printf("%,d calls against the changed register in %d ms%n", EVENTS, took.toMillis());
    }

    private static Entry<?> withoutEnd(Entry<?> entry) {
        return entry.content() instanceof Agreement agreement
                ? new Entry<>(
                        entry.id(),
                        entry.owner(),
                        new Agreement(
                                agreement.type(),
                                agreement.state(),
                                agreement.title(),
                                agreement.version(),
                                agreement.acceptedTerms(),
                                agreement.inForceFrom(),
                                null,
                                agreement.signedOn(),
                                agreement.uploadedOn(),
                                agreement.signatories(),
                                agreement.governingLaw(),
                                agreement.noticeDays(),
                                agreement.renewal(),
                                agreement.breachHours(),
                                agreement.auditRight(),
                                agreement.deletionOnExit(),
                                agreement.sccModule(),
                                agreement.clauses(),
                                agreement.documents(),
                                agreement.notes()),
                        entry.basis(),
                        2,
                        entry.changedAt(),
                        entry.changedBy())
                : entry;
    }

    private static long calls(List<Finding> findings, GapKind kind) {
        return findings.stream()
                .filter(finding -> finding.key().kind() == kind)
                .mapToLong(finding -> finding.figures().calls())
                .sum();
    }

    private static Engine.Input period(Engine.Input input, Instant from, Instant to) {
        return new Engine.Input(
                input.register(),
                input.usage(),
                input.changes(),
                input.spells(),
                input.coverage(),
                input.classes(),
                input.joined(),
                from,
                to);
    }

    private static Engine.Input with(Engine.Input input, Snapshot register) {
        return new Engine.Input(
                register,
                input.usage(),
                input.changes(),
                input.spells(),
                input.coverage(),
                input.classes(),
                input.joined(),
                input.from(),
                input.to());
    }

    private static List<GapRule> rules() {
        return Arrays.stream(GapKind.values()).map(GapRule::initial).toList();
    }

    private static List<String> of(GapKind kind, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(kind + "|")).toList();
    }
}
