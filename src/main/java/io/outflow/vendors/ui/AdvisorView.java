package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.vendors.Register;
import io.outflow.vendors.compare.Advice;
import io.outflow.vendors.compare.Advice.Need;
import io.outflow.vendors.compare.Advice.Side;
import io.outflow.vendors.content.Regime;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which product for which data: what speaks for and against each, nothing weighed and nothing hidden. */
@Route("advisor")
@PageTitle("Advisor · Outflow")
@Requires(value = Action.REGISTER, level = Permission.READ)
@StyleSheet("context://register-compare.css")
class AdvisorView extends Composite<Div> implements BeforeEnterObserver, HasCrumbs {

    private static final String ORDER =
            "Ordered by how many facts speak against a product, then by how much is unknown."
                    + " Nothing is weighed; a claim counts as unknown.";
    private static final String DATA_CLASS = "class";
    private static final String REGIONS = "regions";
    private static final String REGIME = "regime";

    private final transient Register register;
    private final transient Clock clock;
    private final List<DataClass> classes;
    private final Select<DataClass> dataClass = new Select<>();
    private final TextField regions = new TextField("Regions");
    private final MultiSelectComboBox<Regime> regimes = new MultiSelectComboBox<>("Regimes");
    private final Div results = new Div();
    private final AsOfChoice asOf = new AsOfChoice(this::at);
    private final PageHead head = new PageHead("Which product for which data", "", asOf);
    private transient AsOfQuery query = AsOfQuery.NOW;

    AdvisorView(Register register, DataClasses dataClasses, Clock clock) {
        this.register = register;
        this.clock = clock;
        classes = dataClasses.list();
        dataClass.setLabel("Data class");
        dataClass.setItems(classes);
        dataClass.setItemLabelGenerator(DataClass::name);
        dataClass.setTestId("advisor-class");
        regions.setPlaceholder("eu, us-east-1");
        regions.setHelperText("Parted by commas; eu means every eu- Region. Empty means anywhere.");
        regimes.setItems(Regime.values());
        regimes.setItemLabelGenerator(Regime::label);
        dataClass.addValueChangeListener(change -> go(change.isFromClient()));
        regions.addValueChangeListener(change -> go(change.isFromClient()));
        regimes.addValueChangeListener(change -> go(change.isFromClient()));
        var fields = new Div(dataClass, regions, regimes);
        fields.addClassNames("filters", "advisor-need");
        getContent().addClassName("advisor-view");
        getContent().add(head, fields, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        query = AsOfQuery.of(parameters);
        asOf.show(query);
        head.setSub(query.sentence().orElse(ORDER));
        var picked = classes.stream()
                .filter(one -> parameters
                        .getSingleParameter(DATA_CLASS)
                        .filter(one.code()::equals)
                        .isPresent())
                .findFirst();
        dataClass.setValue(picked.orElse(null));
        regions.setValue(parameters.getSingleParameter(REGIONS).orElse(""));
        regimes.setValue(Arrays.stream(Regime.values())
                .filter(regime -> parameters.getParameters(REGIME).contains(regime.name()))
                .collect(Collectors.toSet()));
        results.removeAll();
        if (picked.isEmpty()) {
            results.add(new EmptyState("Choose the class of data first; what matters depends on it."));
        } else {
            show(picked.get());
        }
    }

    private void show(DataClass picked) {
        var need = new Need(picked.rank(), picked.name(), wanted(), Set.copyOf(regimes.getValue()));
        var now = clock.instant();
        var snapshot = query.asOf(now).map(register::asOf).orElseGet(register::now);
        var advice = Advice.on(snapshot, need, query.at().orElse(now));
        if (advice.isEmpty()) {
            results.add(
                    new EmptyState("No product is in the register at this time, so there is nothing to advise on."));
            return;
        }
        var list = new OrderedList();
        list.addClassName("advice");
        advice.forEach(one -> list.add(new ListItem(item(one))));
        results.add(list);
    }

    private Component item(Advice advice) {
        var title = new H2(new Anchor(
                query.to("products/" + advice.product().id()), advice.product().title()));
        var counts = new Paragraph("%s. %s against, %s unknown, %s for."
                .formatted(
                        advice.vendor(),
                        Formats.count(advice.count(Side.AGAINST), "fact", "facts"),
                        Formats.count(advice.count(Side.UNKNOWN)),
                        Formats.count(advice.count(Side.FOR))));
        counts.addClassNames("s", "q");
        var columns = new Div(
                points(advice, Side.AGAINST, Glyph.CONTRADICTED, "Speaks against it"),
                points(advice, Side.UNKNOWN, Glyph.CANNOT_TELL, "Not known or only claimed"),
                points(advice, Side.FOR, Glyph.CONFIRMED, "Speaks for it"));
        columns.addClassName("advice-points");
        return new Div(title, counts, columns);
    }

    private static Component points(Advice advice, Side side, Glyph glyph, String name) {
        var list = new UnorderedList();
        var points = advice.points(side);
        points.forEach(point -> list.add(new ListItem(point.sentence())));
        if (points.isEmpty()) {
            list.add(new ListItem("Nothing."));
        }
        return new Div(new Mark(glyph, name), list);
    }

    private List<String> wanted() {
        return Arrays.stream(regions.getValue().split(",", -1))
                .map(String::strip)
                .filter(region -> !region.isEmpty())
                .toList();
    }

    private void at(AsOfQuery chosen) {
        query = chosen;
        go(true);
    }

    private void go(boolean byReader) {
        if (!byReader) {
            return;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (dataClass.getValue() != null) {
            parameters.put(DATA_CLASS, List.of(dataClass.getValue().code()));
        }
        if (!regions.getValue().isBlank()) {
            parameters.put(REGIONS, List.of(regions.getValue()));
        }
        if (!regimes.getValue().isEmpty()) {
            parameters.put(
                    REGIME,
                    regimes.getValue().stream().sorted().map(Regime::name).toList());
        }
        getUI().ifPresent(ui -> ui.navigate(AdvisorView.class, new QueryParameters(query.in(parameters))));
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", "vendors"), new Crumb("Advisor"));
    }
}
