package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.catalogue.Catalogue;
import io.outflow.catalogue.CatalogueEntry;
import io.outflow.vendors.Register;
import java.util.List;

/** The products of which the catalogue knows facts, and which of them are in the register. */
@Route(CatalogueListView.ROUTE)
@PageTitle("Catalogue · Outflow")
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-catalogue.css")
class CatalogueListView extends Composite<Div> implements BeforeEnterObserver, HasCrumbs {

    static final String ROUTE = "catalogue";

    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;
    private final transient Register register;
    private final PageHead head = new PageHead("Catalogue", "");
    private final CatalogueFilters filters;
    private final CatalogueTable table;
    private final Div rows = new Div();
    private transient CatalogueQuery query = CatalogueQuery.ALL;

    CatalogueListView(Catalogue catalogue, Register register) {
        this.catalogue = catalogue;
        this.register = register;
        filters = new CatalogueFilters(
                catalogue.list().stream()
                        .map(CatalogueEntry::vendor)
                        .distinct()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList(),
                this::open);
        table = new CatalogueTable(column -> open(query.sortedBy(column)));
        getContent().addClassName("catalogue-view");
        getContent().add(head, filters, rows);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", "vendors"), new Crumb("Catalogue"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = CatalogueQuery.of(event.getLocation().getQueryParameters());
        filters.show(query);
        var found = CatalogueRow.of(catalogue, register.now(), query);
        var all = catalogue.list().size();
        head.setSub("%s of %d, edition of %s. Each fact is a claim with a source; what you use is yours to say."
                .formatted(
                        found.size() == all ? "All" : Formats.count(found.size()),
                        all,
                        Formats.day(catalogue.edition())));
        rows.removeAll();
        if (found.isEmpty()) {
            rows.add(new EmptyState(
                    "Nothing in the catalogue matches. %d entries are outside this filter.".formatted(all),
                    new Button("Clear", click -> open(CatalogueQuery.ALL))));
        } else {
            table.show(found, query);
            rows.add(table);
        }
    }

    private void open(CatalogueQuery wanted) {
        getUI().ifPresent(ui -> ui.navigate(CatalogueListView.class, wanted.parameters()));
    }
}
