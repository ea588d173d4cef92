package io.outflow.vendors.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.CatalogueClaims.Check;
import io.outflow.vendors.Entry;
import java.util.List;
import java.util.Optional;

/** One fact: what it is about, what was agreed, what that rests on and who confirmed it, and what can be done with it. */
final class FactLine extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** Where a fact is found on its page, to lead a reader to it. */
    static String anchor(Entry<?> entry) {
        return "fact-" + entry.id();
    }

    FactLine(Entry<?> entry, PageState state, Editing editing, List<Check> checks) {
        var words = FactWords.of(entry, state.register(), state.at());
        var row = getContent();
        row.addClassName("fact");
        row.setClassName("picked", state.picked().filter(entry.id()::equals).isPresent());
        row.setClassName("rejected", entry.basis().rejected());
        row.setClassName("stale", entry.basis().assurance(state.today()) == Assurance.STALE);
        var label = new Anchor(state.link(Optional.of(entry.id()), true), words.label());
        label.getElement().setAttribute("router-link", true);
        label.setTitle("Show the history of this fact");
        label.setId(anchor(entry));
        label.addClassName("lab");
        row.add(label, agreed(entry, words, state, checks));
        if (state.mayChange()) {
            row.add(actions(entry, words.label(), state, editing));
        }
    }

    /** Moves a line to the right, beneath the one above it in a chain. */
    FactLine indented(int steps) {
        getContent().getStyle().set("--depth", Integer.toString(steps));
        return this;
    }

    private static Div agreed(Entry<?> entry, FactWords words, PageState state, List<Check> checks) {
        var value = new Span(words.value());
        value.addClassName("v");
        var agreed = new Div(value);
        agreed.addClassName("ag");
        for (var doubt : words.doubts()) {
            agreed.add(new Div(new Mark(Glyph.WATCH, doubt).asWatch()));
        }
        if (!words.details().isEmpty()) {
            var details = new Div(String.join(". ", words.details()));
            details.addClassName("more");
            agreed.add(details);
        }
        for (var check : checks) {
            agreed.add(new OftenSaid(check));
        }
        var source = new Div();
        source.addClassName("src");
        source.add(source(entry.basis().source()));
        var asOf = entry.basis().asOf();
        source.add(new Span(asOf == null ? "As-of date unknown." : Formats.day(asOf) + "."));
        source.add(new AssuranceMark(entry.basis(), state.today()));
        agreed.add(source);
        return agreed;
    }

    private static Component source(String source) {
        if (source.isEmpty()) {
            return new Span("No source.");
        }
        if (source.matches("https?://\\S+")) {
            var link = new Anchor(source, source.replaceFirst("^https?://(www\\.)?", ""));
            link.setTarget("_blank");
            link.getElement().setAttribute("rel", "noopener noreferrer");
            return link;
        }
        return new Span(source.endsWith(".") ? source : source + ".");
    }

    private static Div actions(Entry<?> entry, String about, PageState state, Editing editing) {
        var actions = new Div();
        actions.addClassName("fact-acts");
        if (entry.kind().isFact() && Editing.waits(entry, state.today())) {
            actions.add(action("Confirm", about, e -> editing.confirm(entry)));
        }
        actions.add(action("Edit", about, e -> editing.edit(entry)));
        actions.add(
                entry.basis().rejected() || !entry.kind().isFact()
                        ? action("Remove", about, e -> editing.remove(entry))
                        : action("Reject", about, e -> editing.reject(entry)));
        return actions;
    }

    static Button action(String word, String about, ComponentEventListener<ClickEvent<Button>> click) {
        var button = new Button(word, click);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(word + ": " + about);
        return button;
    }
}
