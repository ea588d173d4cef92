package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.SeenSettings;
import io.outflow.vendors.SeenSettings.Line;
import io.outflow.vendors.SeenSettings.Seen;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What we recorded beside what the cloud says that it is set to, matter by matter. */
final class SeenSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 3;

    SeenSection(UUID product, PageState state, SeenSettings settings, List<Seen> seen) {
        var section = getContent();
        section.addClassNames("sec", "seen-settings");
        section.setId("seen-settings");
        section.setAriaLabel("What AWS says");
        var all = new Anchor(settings.address(), "All settings");
        all.getElement().setAttribute("router-link", true);
        section.add(new SectionHead(
                "What AWS says",
                "What we recorded, beside what AWS answered that it is set to. Neither changes the other.",
                all));
        var table = new NativeTable();
        table.addClassNames("tight", "seen-table");
        table.getElement().setAttribute("aria-label", "Recorded and seen");
        var head = table.getHead().addRow();
        for (var title : List.of("Matter", "What we recorded", "What AWS says")) {
            var cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        for (var one : seen) {
            var row = table.getBody().addRow();
            var control = one.control();
            row.addDataCell().setText(control == null ? one.kind().plural() : control.label());
            row.addDataCell().setText(recorded(product, state, one));
            row.addDataCell().add(said(one));
        }
        section.add(table);
    }

    private static String recorded(UUID product, PageState state, Seen one) {
        var words = state.register().of(product).stream()
                .filter(entry -> entry.kind() == one.kind() && !entry.basis().rejected())
                .filter(entry -> one.control() == null
                        || entry.content() instanceof Control found && found.type() == one.control())
                .map(SeenSection::words)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "Nothing recorded" : words;
    }

    private static String words(Entry<?> entry) {
        return switch (entry.content()) {
            case Control control -> control.state().label();
            case RetentionWindow window ->
                window.heading() + " " + window.inWords()
                        + (window.mode().isEmpty() ? "" : " in mode " + window.mode());
            case Residency residency ->
                residency.processingChosen().isEmpty()
                        ? ""
                        : "Processing in " + String.join(", ", residency.processingChosen());
            default -> "";
        };
    }

    private static Component said(Seen one) {
        var all = new Div();
        if (one.lines().isEmpty()) {
            all.add(new Mark(Glyph.CANNOT_TELL, "not asked"), new Span(" AWS was not asked yet, so it is unknown."));
        }
        one.lines().stream().limit(SHOWN).forEach(line -> all.add(said(line)));
        if (one.lines().size() > SHOWN) {
            all.add(new Div("and %s more".formatted(Formats.count(one.lines().size() - SHOWN))));
        }
        return all;
    }

    private static Div said(Line line) {
        var source = new Span("%s, asked %s".formatted(line.place(), Formats.minute(line.at())));
        source.addClassNames("s", "q");
        return new Div(
                new Mark(line.hidden() ? Glyph.NOT_COVERED : Glyph.NOTE, line.state()),
                new Span(" " + line.words() + " "),
                source);
    }
}
