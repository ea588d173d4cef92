package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.DataClasses;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.CallDetails;
import java.util.List;
import java.util.Set;

/** One call: its fields in words, and every record that tells of it. */
@Route(CallView.ROUTE + "/:call")
@PageTitle("Call · Outflow")
@StyleSheet("context://usage.css")
@StyleSheet("context://detectors.css")
@Requires(Action.READ_USAGE)
class CallView extends Div implements BeforeEnterObserver, HasCrumbs {

    static final String ROUTE = "usage/call";

    private static final long serialVersionUID = 1L;

    private final transient Usage usage;
    private final transient DataClasses classes;
    private transient Selection around = Selection.EVERYTHING;

    CallView(Usage usage, DataClasses classes) {
        this.usage = usage;
        this.classes = classes;
        addClassName("usage");
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("Usage", UsageView.ROUTE), new Crumb("Calls", CallsView.address(around)), new Crumb("Call"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        event.getRouteParameters()
                .get("call")
                .flatMap(CallAddress::read)
                .flatMap(usage::call)
                .ifPresentOrElse(this::show, () -> add(unknown()));
    }

    private void show(CallDetails details) {
        var call = details.call();
        around = around(call);
        add(new PageHead(
                "%s %s %s"
                        .formatted(
                                call.caller(),
                                switch (call.outcome()) {
                                    case USE -> "used";
                                    case DENIED -> "was denied";
                                    case FAILED -> "failed to use";
                                },
                                call.subject().model().name()),
                Formats.second(call.id().time())));
        var palette = palette();
        var fields = new Section(new SectionHead("What the records say", ""), new CallFields(details, palette));
        fields.addClassName("sec");
        var body = new Div(fields, new Div(new FoundInText(details, palette), evidence(details)));
        body.addClassName("call");
        add(body);
    }

    private Component evidence(CallDetails details) {
        var records = details.evidence();
        var section = new Section(new SectionHead(
                "Evidence",
                Formats.count(records.size(), "record, kept without prompts", "records, kept without prompts")));
        section.addClassName("sec");
        records.forEach(record -> section.add(new EvidenceRecordPanel(record)));
        return section;
    }

    private ClassPalette palette() {
        return new ClassPalette(classes.list());
    }

    /** The day, caller and model of this call: its neighbours. */
    private static Selection around(Usage.Call call) {
        var day = call.id().time().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return Selection.EVERYTHING
                .with(new Period(day, day))
                .with(Facet.MODEL, Set.of(call.subject().model().name()))
                .with(Facet.CALLER, Set.of(call.caller()));
    }

    private static Component unknown() {
        return new EmptyState(
                "There is no such call. Its address may be cut, or the call came from an import that was removed.",
                new Button("Show all usage", click -> UI.getCurrent().navigate(UsageView.class)));
    }
}
