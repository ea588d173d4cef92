package io.outflow.vendors.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.vendors.DueFilter;
import io.outflow.vendors.content.DeadlineKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the due screen asks for: {@code kind}, {@code owner} ({@code -} for nobody), {@code view=calendar} and
 * {@code month}, and for which moment. What cannot be read is left out.
 */
record DueQuery(
        Optional<DeadlineKind> kind,
        Optional<String> owner,
        boolean calendar,
        Optional<YearMonth> chosenMonth,
        AsOfQuery asOf) {

    static final DueQuery ALL =
            new DueQuery(Optional.empty(), Optional.empty(), false, Optional.empty(), AsOfQuery.NOW);

    private static final String NOBODY = "-";

    static DueQuery of(QueryParameters parameters) {
        return new DueQuery(
                parameters.getSingleParameter("kind").flatMap(DueQuery::kind),
                parameters.getSingleParameter("owner").map(name -> name.equals(NOBODY) ? "" : name),
                parameters.getSingleParameter("view").filter("calendar"::equals).isPresent(),
                parameters.getSingleParameter("month").flatMap(DueQuery::month),
                AsOfQuery.of(parameters));
    }

    QueryParameters parameters() {
        var values = new LinkedHashMap<String, List<String>>();
        kind.ifPresent(value -> values.put("kind", List.of(value.name())));
        owner.ifPresent(value -> values.put("owner", List.of(value.isEmpty() ? NOBODY : value)));
        if (calendar) {
            values.put("view", List.of("calendar"));
            chosenMonth.ifPresent(value -> values.put("month", List.of(value.toString())));
        }
        return new QueryParameters(asOf.in(values));
    }

    DueFilter filter() {
        return new DueFilter(kind.map(Set::of).orElse(Set.of()), owner, Set.of());
    }

    YearMonth month(LocalDate today) {
        return chosenMonth.orElse(YearMonth.from(today));
    }

    DueQuery with(@Nullable DeadlineKind value) {
        return new DueQuery(Optional.ofNullable(value), owner, calendar, chosenMonth, asOf);
    }

    DueQuery by(@Nullable String name) {
        return new DueQuery(kind, Optional.ofNullable(name), calendar, chosenMonth, asOf);
    }

    DueQuery asCalendar(boolean value) {
        return new DueQuery(kind, owner, value, chosenMonth, asOf);
    }

    DueQuery at(YearMonth value) {
        return new DueQuery(kind, owner, true, Optional.of(value), asOf);
    }

    DueQuery at(AsOfQuery value) {
        return new DueQuery(kind, owner, calendar, chosenMonth, value);
    }

    private static Optional<DeadlineKind> kind(String name) {
        return Arrays.stream(DeadlineKind.values())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text))
                    .filter(value -> value.getYear() >= 1900 && value.getYear() < 3000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
