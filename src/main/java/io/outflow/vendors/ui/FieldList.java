package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Field;
import java.util.Collection;

/** The fields of a vendor, product or application with their values; one that nobody filled in says so. */
final class FieldList extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    FieldList(Entry<?> entry, PageState state) {
        var list = new DescriptionList();
        list.addClassNames("kv", "field-list");
        for (var field : entry.kind().fields()) {
            if (!field.name().equals("name")) {
                list.add(
                        new DescriptionList.Term(field.label()),
                        new DescriptionList.Description(value(field, entry, state)));
            }
        }
        var section = getContent();
        section.addClassName("sec");
        section.setAriaLabel("Particulars");
        section.add(new SectionHead("Particulars", ""), list);
    }

    private static Component value(Field field, Entry<?> entry, PageState state) {
        var value = field.in(entry.content());
        if (value instanceof Collection<?> list && !list.isEmpty()) {
            var lines = new Div();
            list.forEach(part -> lines.add(new Div(FieldText.of(part, state.register()))));
            return lines;
        }
        var text = FieldText.of(value, state.register());
        var shown = new Span(text.equals(FieldText.NOTHING) ? "not recorded" : text);
        shown.setClassName("qq", text.equals(FieldText.NOTHING));
        return shown;
    }
}
