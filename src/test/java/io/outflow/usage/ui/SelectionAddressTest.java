package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SelectionAddressTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("selections") Selection selection) {
        assertThat(SelectionAddress.read(SelectionAddress.write(selection))).isEqualTo(selection);
    }

    @Property(tries = 500)
    void itSurvivesTheAddressLine(@ForAll("selections") Selection selection) {
        var line = SelectionAddress.write(selection).getQueryString();

        assertThat(SelectionAddress.read(QueryParameters.fromString(line))).isEqualTo(selection);
    }

    @Property(tries = 300)
    void anyAddressOpens(@ForAll("wildQueries") Map<String, List<String>> query) {
        var selection = SelectionAddress.read(new QueryParameters(query));

        assertThat(SelectionAddress.read(SelectionAddress.write(selection))).isEqualTo(selection);
        assertThat(selection.filter(new Period(LocalDate.EPOCH, LocalDate.EPOCH)))
                .isNotNull();
    }

    @Test
    void addressesAreShortAndReadable() {
        var selection = Selection.START
                .with(new Period(LocalDate.of(2026, 8, 24), LocalDate.of(2026, 11, 21)))
                .with(Facet.OUTCOME, Set.of(Outcome.USE.name()))
                .with(Facet.HOUR, Set.of(HourOfWeek.of(DayOfWeek.MONDAY, 9).written()))
                .with(Shown.USUAL.days(Shown.Days.HEAT));

        assertThat(SelectionAddress.write(selection).getQueryString().split("&"))
                .containsExactlyInAnyOrder(
                        "from=2026-08-24", "to=2026-11-21", "claude=yes", "outcome=use", "hour=mon-9", "days=heat");
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsNone() {
        var query = QueryParameters.fromString("from=2026-11-21&to=2026-08-24&claude=yes&grade=nonsense");

        assertThat(SelectionAddress.read(query))
                .isEqualTo(Selection.EVERYTHING.with(Facet.CLAUDE, Set.of(Claude.YES.name())));
    }

    @Provide
    Arbitrary<Selection> selections() {
        return Combinators.combine(periods().injectNull(0.2), chosen(), shown()).as(Selection::new);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> wildQueries() {
        var names =
                Arbitraries.of("from", "to", "flow", "days", "sort", "columns", "coverage", "grade", "hour", "model");
        var texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(
                        "2026-01-01", "2026-13-01", "+999999999-12-31", "-calls", "caller,,calls", "mon-24", "table"));
        return Arbitraries.maps(names, texts.list().ofMaxSize(3)).ofMaxSize(8);
    }

    private static Arbitrary<Period> periods() {
        var days = Arbitraries.integers().between(0, 3_000).map(LocalDate.of(2020, 1, 1)::plusDays);
        return Combinators.combine(days, Arbitraries.integers().between(0, 500))
                .as((from, length) -> new Period(from, from.plusDays(length)));
    }

    private static Arbitrary<Map<Facet, SortedSet<String>>> chosen() {
        var facets = Arbitraries.of(Facet.class).set();
        return facets.flatMap(some -> some.stream()
                .map(facet -> values(facet).set().ofMaxSize(3).map(values -> Map.entry(facet, values)))
                .reduce(
                        Arbitraries.just(new HashMap<Facet, SortedSet<String>>()),
                        (all, one) -> Combinators.combine(all, one).as((map, entry) -> {
                            var copy = new HashMap<>(map);
                            copy.put(entry.getKey(), new TreeSet<>(entry.getValue()));
                            return copy;
                        }),
                        (a, b) -> a)
                .map(map -> map));
    }

    private static Arbitrary<String> values(Facet facet) {
        return switch (facet) {
            case HOUR ->
                Combinators.combine(
                                Arbitraries.of(DayOfWeek.class),
                                Arbitraries.integers().between(0, 23))
                        .as((day, hour) -> HourOfWeek.of(day, hour).written());
            case CHANNEL, CLAUDE, GRADE, OUTCOME, PROVENANCE, PROOF -> Arbitraries.of(names(facet));
            default -> Arbitraries.strings().ofMinLength(1).ofMaxLength(30).filter(SelectionAddressTest::encodable);
        };
    }

    /** Half a surrogate pair has no UTF-8 form, so it cannot stand in an address. */
    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static List<String> names(Facet facet) {
        var constants =
                switch (facet) {
                    case CHANNEL -> Channel.values();
                    case CLAUDE -> Claude.values();
                    case GRADE -> Grade.values();
                    case OUTCOME -> Outcome.values();
                    case PROOF -> Proof.values();
                    default -> Provenance.values();
                };
        return Arrays.stream((Enum<?>[]) constants).map(Enum::name).toList();
    }

    private static Arbitrary<Shown> shown() {
        return Combinators.combine(
                        Arbitraries.of(Shown.Flow.class),
                        Arbitraries.of(Shown.Days.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(CallerColumn.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(CallerColumn.class).set().ofMinSize(1))
                .as(Shown::new);
    }
}
