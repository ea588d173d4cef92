package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.PageHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.util.List;
import java.util.Map;

/** One vendor: who it is, who signs with us, its products, and what was agreed with it as a whole. */
@Route("vendors/:" + EntryView.ID + EntryView.UUID_PATTERN)
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-product.css")
class VendorView extends EntryView<Vendor> {

    private static final long serialVersionUID = 1L;

    private static final List<Kind> SECTIONS =
            List.of(Kind.AGREEMENT, Kind.CERTIFICATION, Kind.SUBPROCESSOR, Kind.INCIDENT, Kind.COMMERCIALS, Kind.FACT);

    VendorView(PageTools tools) {
        super(tools, Vendor.class);
    }

    @Override
    void fill(Div page, Entry<Vendor> entry, PageState state) {
        page.add(head(entry, state), new FieldList(entry, state), products(entry, state));
        SECTIONS.forEach(kind -> page.add(new FactSection(entry.id(), kind, state, editing(), List.of())));
        addNotes(page, entry, state);
    }

    @Override
    List<Crumb> crumbs(Entry<Vendor> entry, PageState state) {
        return List.of(new Crumb("Vendors", state.other("vendors")), new Crumb(entry.title()));
    }

    @Override
    String kindName() {
        return "vendor";
    }

    private PageHead head(Entry<Vendor> entry, PageState state) {
        var vendor = entry.content();
        return new PageHead(
                entry.title(),
                "%s · Criticality: %s · Owner: %s"
                        .formatted(
                                vendor.legalEntity().isEmpty() ? "Legal entity unknown" : vendor.legalEntity(),
                                vendor.criticality().label().toLowerCase(java.util.Locale.ROOT),
                                vendor.owner().isEmpty() ? "nobody" : vendor.owner()),
                HeadActions.of(asOfChoice(state), entry, state, editing()));
    }

    private LinkTable products(Entry<Vendor> entry, PageState state) {
        var rows = state.register().of(entry.id(), Product.class).stream()
                .map(product -> new LinkTable.Row(
                        state.other("products/" + product.id()), product.title(), cells(product, state)))
                .toList();
        var add = state.mayChange()
                ? new Component[] {
                    FactLine.action("Add a product", entry.title(), e -> editing()
                            .add(entry.id(), Product.named(""), this::open))
                }
                : new Component[0];
        return new LinkTable(
                "products",
                "Products",
                "",
                List.of("Product", "Status", "In use", "Owner", "To confirm"),
                rows,
                "No product is recorded.",
                add);
    }

    private static List<String> cells(Entry<Product> product, PageState state) {
        return List.of(
                product.content().status().label(),
                product.content().inUse().label(),
                product.content().owner(),
                Integer.toString(Editing.toConfirm(product.id(), state).size()));
    }

    private void open(Entry<?> product) {
        getUI().ifPresent(ui -> ui.navigate(
                ProductView.class,
                new com.vaadin.flow.router.RouteParameters(
                        Map.of(ID, product.id().toString()))));
    }
}
