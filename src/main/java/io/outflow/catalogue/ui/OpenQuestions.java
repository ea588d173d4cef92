package io.outflow.catalogue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.outflow.base.ui.SectionHead;
import io.outflow.catalogue.CatalogueEntry;
import java.util.List;

/** What the catalogue does not know, and what it says without a source. */
class OpenQuestions extends Div {

    private static final long serialVersionUID = 1L;

    OpenQuestions(CatalogueEntry entry) {
        if (!entry.gaps().isEmpty()) {
            add(section("Not known", "nothing was found, which is not a no", entry.gaps()));
        }
        if (!entry.unsourcedFields().isEmpty()) {
            add(section(
                    "Without a source",
                    "general knowledge: confirm it before you rely on it",
                    entry.unsourcedFields().stream().map(OpenQuestions::words).toList()));
        }
    }

    private static Section section(String title, String note, List<String> lines) {
        var list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        list.addClassName("open-questions");
        var section = new Section(new SectionHead(title, note), list);
        section.addClassName("sec");
        return section;
    }

    private static String words(String field) {
        return field.equals("all")
                ? "all facts of this entry"
                : field.replace('_', ' ').replace("urls.", "address: ");
    }
}
