package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Unsaved;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Application;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The applications that our people built on products, by name. */
@Route("applications")
@PageTitle("Applications · Outflow")
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-product.css")
class ApplicationListView extends Composite<Div> implements BeforeEnterObserver, BeforeLeaveObserver, HasCrumbs {

    private static final long serialVersionUID = 1L;

    private final transient PageTools tools;
    private final Unsaved unsaved = new Unsaved();

    ApplicationListView(PageTools tools) {
        this.tools = tools;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = AsOfQuery.of(event.getLocation());
        var register =
                query.asOf(tools.clock().instant()).map(tools.register()::asOf).orElseGet(tools.register()::now);
        var asOf = new AsOfChoice(chosen -> getUI().ifPresent(
                        ui -> ui.navigate(ApplicationListView.class, new QueryParameters(chosen.in(Map.of())))));
        asOf.show(query);
        var content = getContent();
        content.removeAll();
        var head = new PageHead("Applications", "What our people built on the products of the register.", asOf);
        content.add(head);
        query.sentence().map(Paragraph::new).ifPresent(content::add);
        var add = tools.person().may(Action.REGISTER) && query.at().isEmpty()
                ? new Component[] {addButton()}
                : new Component[0];
        content.add(new LinkTable(
                "applications",
                "All applications",
                "",
                List.of("Application", "Purpose", "Products", "Owner"),
                register.applications().stream()
                        .map(entry -> row(entry, register, query))
                        .toList(),
                "No application is recorded.",
                add));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", "vendors"), new Crumb("Applications"));
    }

    private Button addButton() {
        var add = new Button("Add an application", e -> EntryDialog.adding(
                        tools.register(),
                        unsaved,
                        saved -> getUI().ifPresent(ui -> ui.navigate("applications/" + saved.id())),
                        null,
                        Kind.APPLICATION.make(field -> null))
                .open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setTestId("application-add");
        return add;
    }

    private static LinkTable.Row row(Entry<Application> entry, Snapshot register, AsOfQuery query) {
        var products = entry.content().products().stream()
                .flatMap(id -> register.find(id).stream())
                .map(Entry::title)
                .collect(Collectors.joining(", "));
        return new LinkTable.Row(
                query.to("applications/" + entry.id()),
                entry.title(),
                List.of(entry.content().purpose(), products, entry.content().owner()));
    }
}
