package io.outflow.vendors.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.PageHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.SeenSettings.Seen;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Product;
import java.util.ArrayList;
import java.util.List;

/** One product: what we agreed about it, fact by fact, each with its source and who confirmed it. */
@Route("products/:" + EntryView.ID + EntryView.UUID_PATTERN)
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-product.css")
@StyleSheet("context://register-seen.css")
class ProductView extends EntryView<Product> {

    private static final long serialVersionUID = 1L;

    private static final List<Kind> SECTIONS = List.of(
            Kind.AGREEMENT,
            Kind.APPROVAL,
            Kind.RETENTION,
            Kind.TRAINING,
            Kind.RESIDENCY,
            Kind.CONTROL,
            Kind.CERTIFICATION,
            Kind.SUBPROCESSOR,
            Kind.USAGE_LINK,
            Kind.OBLIGATION,
            Kind.INCIDENT,
            Kind.COMMERCIALS,
            Kind.FACT);

    ProductView(PageTools tools) {
        super(tools, Product.class);
    }

    @Override
    void fill(Div page, Entry<Product> entry, PageState state) {
        var catalogue = tools().catalogue();
        var checks = catalogue.checks(entry);
        var beside = BesideColumns.of(entry.id(), state, tools());
        page.add(head(entry, state), new DpaCard(entry.id(), state));
        var differences = catalogue.differences(entry, state.register());
        if (differences > 0) {
            page.add(newer(catalogue.address(entry), differences));
        }
        checks.stream().filter(check -> check.kind() == Kind.PRODUCT).forEach(check -> page.add(new OftenSaid(check)));
        page.add(beside.heads());
        SECTIONS.forEach(
                kind -> page.add(beside.with(new FactSection(entry.id(), kind, state, editing(), checks), kind)));
        // AWS tells of today alone.
        var told = state.asOf().at().isEmpty() ? tools().settings().of(entry) : List.<Seen>of();
        if (!told.isEmpty()) {
            page.add(new SeenSection(entry.id(), state, tools().settings(), told));
        }
        page.add(
                new DutySection(state.register(), entry, state.at()),
                new ReviewSection(entry, state, editing()),
                new ProposalSection(entry, state, editing()),
                applications(entry, state));
        addNotes(page, entry, state);
    }

    @Override
    List<Crumb> crumbs(Entry<Product> entry, PageState state) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb("Vendors", state.other("vendors")));
        state.register()
                .vendorOf(entry)
                .ifPresent(vendor -> crumbs.add(new Crumb(vendor.title(), state.other("vendors/" + vendor.id()))));
        crumbs.add(new Crumb(entry.title()));
        return List.copyOf(crumbs);
    }

    @Override
    String kindName() {
        return "product";
    }

    private PageHead head(Entry<Product> entry, PageState state) {
        var compare = new Anchor("compare?product=" + entry.id(), "Compare");
        compare.addClassNames("btn", "quiet");
        compare.getElement().setAttribute("router-link", true);
        return new PageHead(
                entry.title(), sub(entry, state), HeadActions.of(asOfChoice(state), entry, state, editing(), compare));
    }

    private static String sub(Entry<Product> entry, PageState state) {
        var product = entry.content();
        var parts = new ArrayList<String>();
        state.register().vendorOf(entry).ifPresent(vendor -> {
            var entities = vendor.content().contractingEntities();
            parts.add(
                    entities.isEmpty() ? vendor.title() + ", contracting entity unknown" : String.join("; ", entities));
        });
        if (!product.plan().isEmpty()) {
            parts.add("Plan: " + product.plan());
        }
        parts.add(
                product.category() == Category.UNKNOWN
                        ? "Category unknown"
                        : product.category().label());
        parts.add(product.status().label());
        parts.add(
                switch (product.inUse()) {
                    case YES -> "In use";
                    case NO -> "Not in use";
                    case UNKNOWN -> "Not known whether in use";
                });
        parts.add("Owner: " + (product.owner().isEmpty() ? "nobody" : product.owner()));
        return String.join(". ", parts) + ".";
    }

    private static Div newer(String address, int differences) {
        var link = new Anchor(address, "See what differs");
        link.getElement().setAttribute("router-link", true);
        var line = new Div(
                new Span("The catalogue says %s otherwise today. Nothing was changed by that. "
                        .formatted(Formats.count(differences, "field", "fields"))),
                link);
        line.addClassNames("s", "q", "newer");
        return line;
    }

    private static LinkTable applications(Entry<Product> entry, PageState state) {
        var rows = state.register().applicationsOf(entry.id()).stream()
                .map(application -> new LinkTable.Row(
                        state.other("applications/" + application.id()),
                        application.title(),
                        List.of(
                                application.content().purpose(),
                                application.content().owner())))
                .toList();
        return new LinkTable(
                "applications",
                "Used for",
                String.join("; ", entry.content().usedFor()),
                List.of("Application", "Purpose, as registered", "Owner"),
                rows,
                "No application is linked.",
                all(state));
    }

    private static Anchor all(PageState state) {
        var all = new Anchor(state.other("applications"), "All applications");
        all.getElement().setAttribute("router-link", true);
        all.addClassName("s");
        return all;
    }
}
