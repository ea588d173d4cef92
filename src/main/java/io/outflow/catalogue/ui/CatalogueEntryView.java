package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.catalogue.AlreadyInRegister;
import io.outflow.catalogue.Catalogue;
import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueUpdates;
import io.outflow.catalogue.Difference;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.Register;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entry of the catalogue: what it claims, on which sources, what is not known, and the way into the register. */
@Route(CatalogueListView.ROUTE + "/:" + CatalogueEntryView.ID + "([a-z0-9_]{1,80})")
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-catalogue.css")
class CatalogueEntryView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs {

    static final String ID = "catalogueId";

    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;
    private final transient CatalogueUpdates updates;
    private final transient Register register;
    private final transient CurrentPerson person;
    private String title = "Catalogue";

    CatalogueEntryView(Catalogue catalogue, CatalogueUpdates updates, Register register, CurrentPerson person) {
        this.catalogue = catalogue;
        this.updates = updates;
        this.register = register;
        this.person = person;
        getContent().addClassName("catalogue-view");
    }

    static RouteParameters of(String id) {
        return new RouteParameters(ID, id);
    }

    @Override
    public String getPageTitle() {
        return title + " · Outflow";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("Vendors", "vendors"), new Crumb("Catalogue", CatalogueListView.ROUTE), new Crumb(title));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get(ID).orElse("");
        catalogue.find(id).ifPresentOrElse(this::show, () -> showMissing(id));
    }

    private void show(CatalogueEntry entry) {
        title = entry.systemName();
        var now = register.now();
        var there = catalogue.added(now).get(entry.id());
        var content = getContent();
        content.removeAll();
        content.add(new PageHead(title, sub(entry), action(entry, there)));
        content.add(new Paragraph(standing(there != null)));
        var differences = updates.differences(entry, now);
        if (!differences.isEmpty()) {
            content.add(new DifferenceSection(differences, mayAdd(), difference -> takeOver(entry, difference)));
        }
        content.add(new FactSections(entry, catalogue.facts(entry), catalogue.checks(entry)));
        content.add(new OpenQuestions(entry), new SourceTable(entry.sources()));
    }

    private String standing(boolean added) {
        var claims = "Claims of the catalogue of %s. ".formatted(Formats.day(catalogue.edition()));
        return added
                ? claims + "The register shows which of them somebody confirmed."
                : claims + "Nobody in your house confirmed them, and none of them says that you use it."
                        + (mayAdd() ? "" : " " + whoMay());
    }

    private static String sub(CatalogueEntry entry) {
        return "%s. %s. Confidence %s, facts as of %s."
                .formatted(
                        entry.vendor(),
                        entry.plan(),
                        entry.confidence().label().toLowerCase(Locale.ROOT),
                        entry.factsAsOf() == null ? "a day that is not stated" : entry.factsAsOf());
    }

    private Component action(CatalogueEntry entry, @Nullable Entry<?> there) {
        if (there != null) {
            var open = new Anchor(RegisterAddress.of(there), "Open in the register");
            open.addClassName("btn");
            return open;
        }
        if (!mayAdd()) {
            return new Span();
        }
        var add = new Button("Add to register", click -> add(entry));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setDisableOnClick(true);
        return add;
    }

    private void add(CatalogueEntry entry) {
        try {
            var added = catalogue.add(entry.id());
            Toast.done("%s is in the register. Its facts are claims until somebody confirms them."
                    .formatted(added.title()));
            getUI().ifPresent(ui -> ui.navigate(RegisterAddress.of(added)));
        } catch (AlreadyInRegister e) {
            show(entry);
            var link = new Anchor(RegisterAddress.of(e.there()), "Open it");
            var refusal = new Paragraph(new Span(e.sentence() + " "), link);
            refusal.addClassName("refused");
            refusal.getElement().setAttribute("role", "alert");
            getContent().addComponentAtIndex(1, refusal);
        } catch (EntryRefused e) {
            Toast.failed(e.sentence());
            show(entry);
        }
    }

    private void takeOver(CatalogueEntry entry, Difference difference) {
        try {
            updates.takeOver(entry.id(), difference, updates.usualReason());
            Toast.done("Taken over as a claim. Confirm it when you have read the source.");
        } catch (EntryRefused e) {
            Toast.failed(e.sentence() + " Nothing was taken over.");
        } catch (EntryChangedMeanwhile e) {
            Toast.failed(e.sentence() + " The page shows what stands now.");
        }
        show(entry);
    }

    private boolean mayAdd() {
        return person.may(Action.REGISTER);
    }

    private static String whoMay() {
        return Policy.rolesThatMay(Action.REGISTER, Permission.DO).stream()
                .map(Role::label)
                .collect(Collectors.joining(" or ", "Entries are added by people with the role ", "."));
    }

    private void showMissing(String id) {
        title = "Not in the catalogue";
        getContent().removeAll();
        getContent()
                .add(new EmptyState(
                        "The catalogue of %s has no entry %s.".formatted(Formats.day(catalogue.edition()), id),
                        new Anchor(CatalogueListView.ROUTE, "Open the catalogue")));
    }
}
