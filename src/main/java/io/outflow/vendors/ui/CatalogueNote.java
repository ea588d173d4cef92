package io.outflow.vendors.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.vendors.CatalogueClaims;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;

/** For what came from the catalogue: how many fields its newest edition says otherwise, and the way there. Hidden for anything else. */
class CatalogueNote extends Paragraph {

    private static final long serialVersionUID = 1L;

    CatalogueNote(CatalogueClaims catalogue, Entry<?> entry, Snapshot register) {
        addClassNames("s", "q");
        var address = catalogue.address(entry);
        setVisible(!address.isEmpty());
        if (!address.isEmpty()) {
            var differences = catalogue.differences(entry, register);
            var link = new Anchor(address, "Its page in the catalogue");
            link.getElement().setAttribute("router-link", true);
            add(
                    new Span(
                            differences == 0
                                    ? "From the catalogue, whose newest edition says the same. "
                                    : "From the catalogue, whose newest edition differs in %s. "
                                            .formatted(Formats.count(differences, "field", "fields"))),
                    link);
        }
    }
}
