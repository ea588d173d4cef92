package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.outflow.base.Formats;
import io.outflow.base.ui.FilterChip;
import io.outflow.usage.UsageReport.Options;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** One chip per filter. Changes go out as a new selection; what comes in is only shown. */
class FilterBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final List<Facet> LISTS = List.of(
            Facet.ACCOUNT,
            Facet.REGION,
            Facet.CHANNEL,
            Facet.MODEL,
            Facet.DATA_CLASS,
            Facet.CALLER,
            Facet.GRADE,
            Facet.OUTCOME,
            Facet.PROVENANCE,
            Facet.PROOF,
            Facet.HOUR);

    private final transient Consumer<Selection> changed;
    private final PeriodChoice period;
    private final FilterChip periodChip;
    private final Map<Facet, FilterChip> chips = new LinkedHashMap<>();
    private final Link clear;
    private transient Selection selection = Selection.EVERYTHING;
    private transient Function<Facet, List<Choice>> choices = facet -> List.of();

    FilterBar(Consumer<Selection> changed) {
        this.changed = changed;
        period = new PeriodChoice(days -> changed.accept(selection.with(days)));
        periodChip = new FilterChip("Period", period);
        clear = new Link("Clear", () -> changed.accept(selection.cleared()));
        clear.addClassName("clear");
        clear.setTestId("usage-clear");

        getContent().addClassName("filters");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Filters");
        getContent().add(periodChip);
        for (var facet : LISTS) {
            var lists = lists(facet);
            var content = new Div();
            lists.forEach((listed, list) -> content.add(list));
            var chip = new FilterChip(facet.label(), content, () -> lists.forEach(this::fill));
            chip.button().setTestId("filter-" + facet.parameter());
            chips.put(facet, chip);
            getContent().add(chip);
        }
        getContent().add(clear);
    }

    void show(Selection shown, Period days, Period whole, Options options, ClassPalette palette) {
        selection = shown;
        period.show(days, whole);
        choices = facet -> Choice.of(facet, options, palette);
        periodChip.show(Words.days(days.from(), days.to()), true);
        var usual = days.equals(Period.lastDays(whole.to(), Period.USUAL_DAYS));
        periodChip
                .button()
                .setTitle(
                        usual
                                ? "The 90 days that end with the last evidenced day, in UTC"
                                : Formats.period(days.from(), days.to()) + ", UTC");
        chips.forEach((facet, chip) -> {
            chip.show(state(facet), restricts(facet));
            chip.setVisible(facet != Facet.HOUR || selection.restricts(Facet.HOUR));
        });
    }

    private void fill(Facet facet, ChoiceList list) {
        list.show(choices.apply(facet), selection.values(facet));
    }

    /** What stands behind one chip. */
    private Map<Facet, ChoiceList> lists(Facet chip) {
        var lists = new EnumMap<Facet, ChoiceList>(Facet.class);
        for (var facet : chip == Facet.MODEL ? List.of(Facet.CLAUDE, Facet.MODEL) : List.of(chip)) {
            lists.put(facet, new ChoiceList(facet, values -> changed.accept(selection.with(facet, values))));
        }
        return lists;
    }

    private boolean restricts(Facet facet) {
        return selection.restricts(facet) || facet == Facet.MODEL && selection.restricts(Facet.CLAUDE);
    }

    private String state(Facet facet) {
        if (facet == Facet.MODEL && !selection.restricts(Facet.MODEL) && selection.restricts(Facet.CLAUDE)) {
            return state(Facet.CLAUDE);
        }
        var choices = this.choices.apply(facet);
        Set<String> values = selection.values(facet);
        if (values.isEmpty()) {
            var counted = facet == Facet.ACCOUNT || facet == Facet.REGION;
            return counted && !choices.isEmpty() ? "all " + choices.size() : "all";
        }
        if (values.size() > 1) {
            return values.size() + (choices.size() > values.size() ? " of " + Formats.count(choices.size()) : "");
        }
        var value = values.iterator().next();
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .orElseGet(() -> Choice.absent(facet, value))
                .label();
    }
}
