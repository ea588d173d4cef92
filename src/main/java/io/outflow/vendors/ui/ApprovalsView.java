package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Unsaved;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Which product may be used with which class of data, now or as of a moment in the past. */
@Route(ApprovalsView.ROUTE)
@PageTitle("Approvals · Outflow")
@StyleSheet("context://register-seen.css")
@StyleSheet("context://register-product.css")
@Requires(value = Action.REGISTER, level = Permission.READ)
class ApprovalsView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasCrumbs {

    static final String ROUTE = "approvals";
    private static final long serialVersionUID = 1L;

    private final transient Register register;
    private final transient DataClasses dataClasses;
    private final transient CurrentPerson person;
    private final transient Clock clock;
    private final Unsaved unsaved = new Unsaved();
    private final transient Editing editing;
    private final AsOfChoice choice =
            new AsOfChoice(time -> UI.getCurrent().navigate(ROUTE, new QueryParameters(time.in(Map.of()))));
    private transient AsOfQuery asOf = AsOfQuery.NOW;

    ApprovalsView(Register register, DataClasses dataClasses, CurrentPerson person, Clock clock) {
        this.register = register;
        this.dataClasses = dataClasses;
        this.person = person;
        this.clock = clock;
        editing = new Editing(
                register, unsaved, () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), id -> refresh());
        addClassName("approvals");
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", "vendors"), new Crumb("Approvals"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asOf = AsOfQuery.of(event.getLocation());
        refresh();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    private void refresh() {
        var now = clock.instant();
        var past = asOf.asOf(now);
        var shown = past.map(register::asOf).orElseGet(register::now);
        var at = asOf.at().orElse(now);
        var mayAdd = past.isEmpty() && person.may(Action.REGISTER, Permission.PROPOSE);
        choice.show(asOf);
        removeAll();
        add(new PageHead("Approvals", sub(), choice));
        asOf.sentence().ifPresent(sentence -> {
            var note = new Paragraph(sentence);
            note.addClassNames("past", "s");
            add(note);
        });
        var products = shown.products().stream()
                .filter(product -> product.content().status() != ProductStatus.RETIRED)
                .toList();
        if (products.isEmpty()) {
            add(new EmptyState("No product is in the register%s, so nothing can be approved."
                    .formatted(past.isPresent() ? " at that time" : " yet")));
            return;
        }
        add(matrix(shown, products, at, mayAdd));
    }

    private String sub() {
        return "What nobody decided is not approved. "
                + (person.may(Action.DECIDE)
                        ? "Choose a cell to decide."
                        : person.may(Action.REGISTER, Permission.PROPOSE)
                                ? "Choose a cell to propose; the CISO decides."
                                : "The CISO decides, Legal proposes.");
    }

    private Component matrix(Snapshot shown, List<Entry<Product>> products, Instant at, boolean mayAdd) {
        var classes = dataClasses.list();
        var table = new NativeTable();
        table.addClassName("tight");
        var head = table.getHead().addRow();
        head.addHeaderCell().setText("Product");
        classes.forEach(one -> head.addHeaderCell().add(chip(one)));
        for (var product : products) {
            var row = table.getBody().addRow();
            row.addDataCell().add(name(shown, product));
            var approvals = shown.counting(product.id(), Approval.class);
            for (var one : classes) {
                row.addDataCell()
                        .add(new ApprovalCell(
                                product, one, approvals, at, mayAdd, this::mayEdit, editing::edit, this::decide));
            }
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", "Approvals by product and class of data");
        return scroll;
    }

    private Component name(Snapshot shown, Entry<Product> product) {
        var link = new Anchor(asOf.to("products/" + product.id()), product.title());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("b");
        var vendor = new Div(shown.vendorOf(product).map(Entry::title).orElse(""));
        vendor.addClassNames("xs", "q");
        return new Div(link, vendor);
    }

    private static Component chip(DataClass one) {
        var chip = new Span(one.name());
        chip.addClassName("cls");
        chip.getStyle().set("--c", "var(--of-c%d)".formatted(one.colour()));
        return chip;
    }

    /** Whoever decides changes any; whoever proposes only what is not decided. */
    private boolean mayEdit(Entry<Approval> approval) {
        return asOf.at().isEmpty()
                && (person.may(Action.DECIDE)
                        || approval.content().decision() == ApprovalDecision.PROPOSED
                                && person.may(Action.REGISTER, Permission.PROPOSE));
    }

    private void decide(Entry<Product> product, DataClass one) {
        var decides = person.may(Action.DECIDE);
        editing.add(
                product.id(),
                new Approval(
                        List.of(one.code()),
                        decides ? ApprovalDecision.ALLOWED : ApprovalDecision.PROPOSED,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        "",
                        decides ? person.name() : "",
                        ""));
    }
}
