package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.PageHead;
import io.outflow.classification.DataClasses;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.Register;
import io.outflow.vendors.RegisterFiles;
import io.outflow.vendors.SavedViews;
import io.outflow.vendors.SeenUse;
import io.outflow.vendors.Snapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All products of the register in one table. The address holds view, filters, order, columns and point in time. */
@Route(VendorListView.ROUTE)
@PageTitle("Vendors · Outflow")
@Menu(title = "Vendors", order = 30, icon = "u-ven")
@StyleSheet("context://register-list.css")
@StyleSheet("context://register-seen.css")
@Requires(value = Action.REGISTER, level = Permission.READ)
class VendorListView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "vendors";

    private static final long serialVersionUID = 1L;

    private final transient Register register;
    private final transient RegisterFiles files;
    private final transient SeenUse seenUse;
    private final transient DataClasses dataClasses;
    private final transient Clock clock;
    private final boolean mayChange;
    private final AsOfChoice asOf = new AsOfChoice(time -> open(selection().at(time)));
    private final Button importing =
            new Button("Import", click -> UI.getCurrent().navigate(RegisterImportView.class));
    private final Button exporting = new Button("Export", click -> export());
    private final Button addProduct = new Button("Add product", click -> addProduct());
    private final Button addVendor = new Button("Add vendor", click -> addVendor());
    private final PageHead head =
            new PageHead("Vendors and products", "", asOf, importing, exporting, addProduct, addVendor);
    private final Paragraph past = new Paragraph();
    private final ViewChoice views;
    private final RegisterFilterBar filters;
    private final BulkBar bulk;
    private final RegisterGrid grid;
    private final Div instead = new Div();
    private final BareVendors bare = new BareVendors();
    private final SeenNote seenNote = new SeenNote();
    private final Span count = new Span();
    private final RegisterLegend legend = new RegisterLegend(count);

    private transient RegisterSelection selection = RegisterSelection.EVERYTHING;
    private transient Snapshot shown = new Snapshot(List.of());

    VendorListView(
            Register register,
            SavedViews saved,
            RegisterFiles files,
            SeenUse seenUse,
            DataClasses dataClasses,
            CurrentPerson person,
            Clock clock) {
        this.register = register;
        this.files = files;
        this.seenUse = seenUse;
        this.dataClasses = dataClasses;
        this.clock = clock;
        mayChange = person.may(Action.REGISTER);
        views = new ViewChoice(saved, this::open);
        filters = new RegisterFilterBar(views, this::open);
        bulk = new BulkBar(this::bulkEdit, this::deselect);
        grid = new RegisterGrid((column, down) -> open(selection().sorted(column, down)), bulk::show);
        addVendor.addThemeVariants(ButtonVariant.PRIMARY);
        addVendor.setTestId("add-vendor");
        addProduct.setTestId("add-product");
        past.addClassNames("past", "s");
        addClassName("register");
        add(head, new RegisterLinks(), past, filters, bulk, grid, instead, legend, seenNote, bare);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = RegisterSelection.read(event.getLocation());
        refresh();
    }

    private RegisterSelection selection() {
        return selection;
    }

    private void open(RegisterSelection next) {
        UI.getCurrent().navigate(VendorListView.class, next.write());
    }

    private void refresh() {
        var now = clock.instant();
        var time = selection.asOf().asOf(now);
        shown = time.map(register::asOf).orElseGet(register::now);
        var at = selection.asOf().at().orElse(now);
        var seen = SeenWords.of(seenUse, shown, dataClasses.list(), at);
        var words = new RowWords(LocalDate.ofInstant(at, ZoneOffset.UTC), seen);
        var all = ProductRow.of(shown, at);
        var rows = selection.of(all, words);
        var changeable = mayChange && time.isEmpty();

        asOf.show(selection.asOf());
        past.setText(selection.asOf().sentence().orElse(""));
        past.setVisible(time.isPresent());
        importing.setVisible(changeable);
        addVendor.setVisible(changeable);
        addProduct.setVisible(changeable && !shown.vendors().isEmpty());
        head.setSub(RegisterSentence.of(shown, all, rows.size()));
        views.show(selection, now);
        filters.show(selection, all);
        bulk.show(Set.of());
        grid.show(selection, rows, words, changeable);
        count.setText("%s of %s".formatted(Formats.count(rows.size()), Formats.count(all.size(), "row", "rows")));
        bare.show(shown, all);
        seenNote.show(seen.picture());
        instead.removeAll();
        if (rows.isEmpty()) {
            instead.add(all.isEmpty() ? empty(changeable, time.isPresent()) : noMatch(all.size()));
        }
        filters.setVisible(!all.isEmpty());
        grid.setVisible(!rows.isEmpty());
        legend.setVisible(!rows.isEmpty());
    }

    private Component empty(boolean changeable, boolean pastShown) {
        if (pastShown) {
            return new EmptyState("The register held no product at that time.");
        }
        if (!changeable) {
            return new EmptyState("No product is in the register yet. " + RegisterSentence.whoMay());
        }
        var catalogue = new Anchor("catalogue", "Add from the catalogue");
        catalogue.getElement().setAttribute("router-link", true);
        catalogue.addClassNames("btn", "pri");
        catalogue.setTestId("from-catalogue");
        var vendor = new Button("Add a vendor", click -> addVendor());
        var ways = new Div(catalogue, vendor);
        ways.addClassName("field-row");
        addVendor.setVisible(false);
        return new EmptyState("No product is in the register yet: what was agreed is unknown.", ways);
    }

    private Component noMatch(int all) {
        return new EmptyState(
                "No product matches. %s outside this filter."
                        .formatted(Formats.count(all, "product is", "products are")),
                new Button("Clear", click -> open(selection.cleared())));
    }

    private void export() {
        new ExportDialog(files, selection.asOf().asOf(clock.instant())).open();
    }

    private void addVendor() {
        new AddVendorDialog(register, id -> go("vendors/", id)).open();
    }

    private void addProduct() {
        new AddProductDialog(register, shown.vendors(), id -> go("products/", id)).open();
    }

    private void bulkEdit(Set<ProductRow> rows) {
        new BulkEditDialog(register, rows, this::refresh).open();
    }

    private void deselect() {
        grid.deselect();
    }

    private static void go(String page, UUID id) {
        UI.getCurrent().navigate(page + id);
    }
}
