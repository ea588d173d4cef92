package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.SourceLines;
import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueFact;
import io.outflow.vendors.CatalogueClaims.Check;
import io.outflow.vendors.Kind;
import java.util.List;

/** The facts of an entry by kind, each with what it rests on, and what is often said about it beside it. */
class FactSections extends Div {

    private static final long serialVersionUID = 1L;
    private static final String GAPS = "gaps";

    FactSections(CatalogueEntry entry, List<CatalogueFact> facts, List<Check> checks) {
        for (var kind : Kind.values()) {
            var ofKind = facts.stream()
                    .filter(fact -> fact.kind() == kind && !fact.path().equals(GAPS))
                    .toList();
            if (!ofKind.isEmpty()) {
                add(section(entry, kind, ofKind, checks));
            }
        }
        var others = checks.stream()
                .filter(check -> facts.stream().noneMatch(fact -> check.concerns(fact.content())))
                .toList();
        if (!others.isEmpty()) {
            var section = new Section(new SectionHead("Often said", "held against the documents"));
            section.addClassName("sec");
            others.forEach(check -> section.add(new CheckLine(check)));
            add(section);
        }
    }

    private static Section section(CatalogueEntry entry, Kind kind, List<CatalogueFact> facts, List<Check> checks) {
        var title = facts.size() == 1 && kind != Kind.FACT ? kind.label() : kind.plural();
        var section = new Section(
                new SectionHead(title, facts.size() == 1 ? "" : Formats.count(facts.size(), "fact", "facts")));
        section.addClassName("sec");
        for (var i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            // A statement about many facts of a kind stands once, below the last of them.
            var last = facts.subList(i + 1, facts.size());
            section.add(row(entry, fact));
            checks.stream()
                    .filter(check -> check.concerns(fact.content()))
                    .filter(check -> last.stream().noneMatch(later -> check.concerns(later.content())))
                    .forEach(check -> section.add(new CheckLine(check)));
        }
        return section;
    }

    private static Div row(CatalogueEntry entry, CatalogueFact fact) {
        var lines = new DescriptionList();
        lines.addClassName("kv");
        fact.lines().stream()
                .filter(line -> !line.text().equals(fact.title()))
                .forEach(line -> lines.add(
                        new DescriptionList.Term(line.label()), new DescriptionList.Description(line.text())));
        var row = new Div(new H3(fact.title()), lines, source(entry, fact));
        row.addClassName("fact");
        return row;
    }

    private static Component source(CatalogueEntry entry, CatalogueFact fact) {
        var source = fact.basis().source();
        var mark = source.isEmpty()
                        || entry.unsourced(
                                fact.path().replaceFirst("^controls/", "").replaceFirst("/.*", ""))
                ? new Mark(Glyph.CANNOT_TELL, "no source: confirm it first").asWatch()
                : new Mark(Glyph.CLAIMED, "not confirmed");
        var cell = new Div(mark, new SourceLines(source));
        cell.addClassName("rests");
        return cell;
    }
}
