package io.outflow.history.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.SectionHead;
import io.outflow.history.Entry;

/** One entry of the change log: who did what to what, each field before and after, and the hashes. */
class EntryPanel extends Composite<Aside> {

    private static final long serialVersionUID = 1L;

    EntryPanel(Entry entry, Runnable close) {
        var closing = new Button(Glyph.CLOSE.icon(), click -> close.run());
        closing.addThemeVariants(ButtonVariant.TERTIARY);
        closing.setAriaLabel("Close entry " + Formats.count(entry.seq()));
        closing.addClickShortcut(Key.ESCAPE);
        closing.setTestId("entry-close");

        var facts = new DescriptionList();
        facts.addClassName("kv");
        fact(facts, "Time", Formats.second(entry.at()));
        fact(facts, "By", entry.actor());
        fact(facts, "What", entry.action());
        fact(facts, "On", entry.object());
        entry.reason().ifPresent(reason -> fact(facts, "Reason", reason));

        var content = getContent();
        content.addClassNames("panel", "entry");
        content.getElement().setAttribute("aria-label", "Entry " + Formats.count(entry.seq()));
        content.add(new SectionHead("Entry " + Formats.count(entry.seq()), "", closing), facts, details(entry));
        content.add(hash("SHA-256 of this entry", entry.hash()), hash("Of the entry before", entry.prevHash()));
    }

    private static Div details(Entry entry) {
        var details = new Div();
        details.addClassName("details");
        var changes = entry.changes();
        if (changes.isEmpty()) {
            details.add(
                    entry.text().isEmpty() ? new Paragraph("The entry says no more.") : new Paragraph(entry.text()));
        } else {
            changes.forEach(change -> details.add(new Change(change.field(), change)));
            var text = new Pre(entry.text());
            text.addClassName("rec");
            details.add(new NativeDetails("As it is written", text));
        }
        return details;
    }

    private static void fact(DescriptionList list, String name, String value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private static Div hash(String name, String hash) {
        var label = new Span(name);
        label.addClassNames("xs", "q");
        var value = new Span(hash);
        value.addClassName("mono");
        var row = new Div(label, value);
        row.addClassName("hash");
        return row;
    }
}
