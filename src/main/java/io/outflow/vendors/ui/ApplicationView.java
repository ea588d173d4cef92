package io.outflow.vendors.ui;

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
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Product;
import java.util.List;

/** One application that our people built: the steps that data passes, and the products it uses. */
@Route("applications/:" + EntryView.ID + EntryView.UUID_PATTERN)
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-product.css")
@StyleSheet("context://register-seen.css")
class ApplicationView extends EntryView<Application> {

    private static final long serialVersionUID = 1L;

    ApplicationView(PageTools tools) {
        super(tools, Application.class);
    }

    @Override
    void fill(Div page, Entry<Application> entry, PageState state) {
        page.add(head(entry, state));
        page.add(new ChainSection(entry, state, tools()));
        page.add(products(entry, state));
        for (var kind : List.of(Kind.FACT, Kind.INCIDENT)) {
            page.add(new FactSection(
                    entry.id(), kind, state, editing(), tools().catalogue().checks(entry)));
        }
        page.add(new FieldList(entry, state));
        addNotes(page, entry, state);
    }

    @Override
    List<Crumb> crumbs(Entry<Application> entry, PageState state) {
        return List.of(
                new Crumb("Vendors", state.other("vendors")),
                new Crumb("Applications", state.other("applications")),
                new Crumb(entry.title()));
    }

    @Override
    String kindName() {
        return "application";
    }

    private PageHead head(Entry<Application> entry, PageState state) {
        var owner = entry.content().owner();
        return new PageHead(
                entry.title(),
                "%s Owner: %s.".formatted(entry.content().purpose(), owner.isEmpty() ? "nobody" : owner),
                HeadActions.of(asOfChoice(state), entry, state, editing()));
    }

    private static LinkTable products(Entry<Application> entry, PageState state) {
        var rows = entry.content().products().stream()
                .flatMap(id -> state.register().find(id, Product.class).stream())
                .map(product -> new LinkTable.Row(
                        state.other("products/" + product.id()),
                        product.title(),
                        List.of(
                                state.register()
                                        .vendorOf(product)
                                        .map(Entry::title)
                                        .orElse(""),
                                product.content().status().label())))
                .toList();
        return new LinkTable(
                "products",
                "Products it uses",
                "",
                List.of("Product", "Vendor", "Status"),
                rows,
                "No product is linked. Which data leaves the house through it is unknown.");
    }
}
