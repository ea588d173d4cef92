package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.Formats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Choices with their calls; a long list can be searched and shows its largest first. */
class ChoiceList extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int SEARCHABLE = 10;
    private static final int MOST = 50;

    private final CheckboxGroup<Choice> group = new CheckboxGroup<>();
    private final TextField search = new TextField();
    private final Paragraph note = new Paragraph();
    private final transient Facet facet;
    private transient List<Choice> all = List.of();
    private transient Set<String> chosen = Set.of();
    private boolean filling;

    ChoiceList(Facet facet, Consumer<Set<String>> chosenNow) {
        this.facet = facet;
        group.setLabel(facet.label());
        group.setRenderer(new ComponentRenderer<>(ChoiceList::row));
        group.addValueChangeListener(event -> {
            if (!filling) {
                chosenNow.accept(values(event.getValue()));
            }
        });
        search.setPlaceholder("Search");
        search.setAriaLabel("Search " + facet.label().toLowerCase(Locale.ROOT));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> fill());
        note.addClassNames("s", "q");
        getContent().addClassName("choices");
        getContent().add(search, group, note);
    }

    void show(List<Choice> choices, Set<String> values) {
        all = choices;
        chosen = values;
        search.setVisible(choices.size() > SEARCHABLE);
        fill();
    }

    private void fill() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var known = all.stream().map(Choice::value).collect(Collectors.toSet());
        var listed = new LinkedHashSet<Choice>();
        chosen.stream()
                .filter(value -> !known.contains(value))
                .map(v -> Choice.absent(facet, v))
                .forEach(listed::add);
        all.stream().filter(choice -> chosen.contains(choice.value())).forEach(listed::add);
        var matching = all.stream()
                .filter(choice -> choice.label().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        matching.stream().limit(MOST).forEach(listed::add);
        var items = new ArrayList<>(listed);
        if (all.size() <= MOST) {
            // In their own order: a choice must not jump under the pointer when it is ticked.
            items.sort((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
        }
        filling = true;
        group.setItems(items);
        group.setValue(items.stream().filter(c -> chosen.contains(c.value())).collect(Collectors.toSet()));
        filling = false;
        var left = matching.size() - MOST;
        note.setVisible(left > 0 || items.isEmpty());
        note.setText(items.isEmpty() ? "Nothing to choose." : Formats.count(left) + " more: search for them.");
    }

    private Set<String> values(Set<Choice> choices) {
        return choices.stream().map(Choice::value).collect(Collectors.toCollection(HashSet::new));
    }

    private static Div row(Choice choice) {
        var calls = new Span(Formats.count(choice.calls()));
        calls.addClassName("ct");
        var row = new Div(new Span(choice.label()), calls);
        row.addClassName("choice");
        return row;
    }
}
