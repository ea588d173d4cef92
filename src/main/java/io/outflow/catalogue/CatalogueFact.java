package io.outflow.catalogue;

import io.outflow.catalogue.internal.CatalogueFields;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Content;
import java.util.List;

/** A fact of the catalogue as it would stand in the register. */
public record CatalogueFact(Kind kind, Content content, Basis basis) {

    static CatalogueFact of(Draft draft) {
        return new CatalogueFact(Kind.of(draft.content()), draft.content(), draft.basis());
    }

    public String title() {
        return content.heading();
    }

    /** What the catalogue says; fields that are ours to fill have no line. */
    public List<FactLine> lines() {
        return CatalogueFields.of(kind).stream()
                .map(field -> new FactLine(field.name(), field.label(), FactLine.text(field, content)))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    /** The path of the fact below its entry. */
    public String path() {
        return basis.catalogueKey().substring(basis.catalogueKey().indexOf('/') + 1);
    }
}
