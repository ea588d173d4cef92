package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.compare.Comparison;
import io.outflow.vendors.content.Product;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two to four products side by side: the drawn flow of data, then the facts that differ. */
@Route("compare")
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-compare.css")
class CompareView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs {

    static final String PRODUCT = "product";
    static final String FACTS = "facts";
    static final int MOST = 4;
    private static final String ALL = "all";

    private final transient Register register;
    private final transient Clock clock;
    private final AsOfChoice pointInTime;
    private final ComboBox<Entry<Product>> add = new ComboBox<>();
    private final Select<Boolean> facts = new Select<>();
    private final PageHead head;
    private final Div page = new Div();
    private List<UUID> chosen = List.of();
    private AsOfQuery query = AsOfQuery.NOW;
    private boolean all;
    private String title = "Compare products";

    CompareView(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
        pointInTime = new AsOfChoice(point -> go(chosen, point, all));
        add.setPlaceholder("Add a product");
        add.setAriaLabel("Add a product");
        add.setItemLabelGenerator(Entry::title);
        add.setTestId("compare-add");
        add.addValueChangeListener(change -> add(change.getValue()));
        facts.setItems(false, true);
        facts.setItemLabelGenerator(every -> every ? "all facts" : "facts that differ");
        facts.setAriaLabel("Show");
        facts.setTestId("compare-facts");
        facts.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(chosen, query, change.getValue());
            }
        });
        head = new PageHead(title, "", facts, add, pointInTime);
        getContent().addClassName("compare-view");
        getContent().add(head, page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = AsOfQuery.of(event.getLocation());
        var parameters = event.getLocation().getQueryParameters();
        all = parameters.getSingleParameter(FACTS).filter(ALL::equals).isPresent();
        var snapshot = query.asOf(clock.instant()).map(register::asOf).orElseGet(register::now);
        var products = products(snapshot, parameters.getParameters(PRODUCT));
        chosen = products.stream().map(Entry::id).toList();
        pointInTime.show(query);
        facts.setValue(all);
        add.setItems(snapshot.products().stream()
                .filter(product -> !chosen.contains(product.id()))
                .toList());
        add.setVisible(chosen.size() < MOST);
        show(snapshot, products);
    }

    private static List<Entry<Product>> products(Snapshot snapshot, List<String> ids) {
        return new LinkedHashSet<>(ids)
                .stream()
                        .flatMap(id -> uuid(id).stream())
                        .flatMap(id -> snapshot.find(id, Product.class).stream())
                        .limit(MOST)
                        .toList();
    }

    private void show(Snapshot snapshot, List<Entry<Product>> products) {
        page.removeAll();
        facts.setVisible(products.size() > 1);
        title = products.isEmpty()
                ? "Compare products"
                : products.stream().map(Entry::title).collect(Collectors.joining(" beside "));
        head.setTitle(title);
        head.setSub(query.sentence().orElse("Drawn from the register's facts. Dashed: claimed, not confirmed by us."));
        if (products.isEmpty()) {
            page.add(new EmptyState(
                    snapshot.products().isEmpty()
                            ? "There is no product in the register at this time. Add one first, then compare it with others."
                            : "Choose the first product with \"Add a product\" above, then one to three more."));
            return;
        }
        var at = query.at().orElseGet(clock::instant);
        page.add(legend());
        page.add(new FlowColumns(snapshot, products, at, this::remove));
        if (products.size() == 1) {
            page.add(new Paragraph("Add a second product to see which facts differ."));
        } else {
            page.add(new ComparisonTable(
                    Comparison.of(snapshot, products, at),
                    products,
                    all,
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        }
    }

    private static Div legend() {
        var legend = new Div(
                new Mark(Glyph.CONFIGURED, "configured"),
                new Mark(Glyph.POSSIBLE, "possible"),
                new Mark(Glyph.ABSENT, "absent"),
                new Mark(Glyph.CANNOT_TELL, "not known"),
                new Span("Dashed: claimed"));
        legend.addClassNames("legend", "s");
        return legend;
    }

    private void add(@Nullable Entry<Product> product) {
        if (product != null) {
            var more = new ArrayList<>(chosen);
            more.add(product.id());
            go(more, query, all);
        }
    }

    private void remove(UUID product) {
        go(chosen.stream().filter(id -> !id.equals(product)).toList(), query, all);
    }

    private void go(List<UUID> products, AsOfQuery point, boolean every) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!products.isEmpty()) {
            parameters.put(PRODUCT, products.stream().map(UUID::toString).toList());
        }
        if (every) {
            parameters.put(FACTS, List.of(ALL));
        }
        getUI().ifPresent(ui -> ui.navigate(CompareView.class, new QueryParameters(point.in(parameters))));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Outflow";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", "vendors"), new Crumb("Compare"));
    }
}
