package io.outflow.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.imports.Imports;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import run: what became of its records, which files stand out, and what was set aside. */
@Route("imports/:" + ImportRunView.RUN + "([0-9]{1,18})")
@Requires(Action.READ_USAGE)
@StyleSheet("context://imports.css")
class ImportRunView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs {
    static final String RUN = "runId";

    private final Imports imports;
    private final CurrentPerson person;
    private final Names names;
    private final Clock clock;
    private @Nullable RunPage page;
    private @Nullable Watching watching;
    private String title = "Import run";

    ImportRunView(Imports imports, CurrentPerson person, Names names, Clock clock) {
        this.imports = imports;
        this.person = person;
        this.names = names;
        this.clock = clock;
    }

    static RouteParameters of(long runId) {
        return new RouteParameters(RUN, Long.toString(runId));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var runId = event.getRouteParameters().getLong(RUN).orElse(0L);
        title = "Import run " + runId;
        imports.run(runId)
                .ifPresentOrElse(
                        run -> {
                            var current = page;
                            if (current == null || current.runId() != runId) {
                                current = open(new RunPage(
                                        imports,
                                        clock,
                                        run,
                                        new RecordText(names.revealed()),
                                        person.may(Action.IMPORT)));
                            }
                            current.show(run, RunAddress.of(event.getLocation().getQueryParameters()));
                        },
                        () -> showMissing(runId));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unwatch();
    }

    @Override
    public String getPageTitle() {
        return title + " · Outflow";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Imports", "imports"), new Crumb(title.replace("Import run", "Run")));
    }

    private RunPage open(RunPage opened) {
        page = opened;
        getContent().removeAll();
        getContent().add(opened);
        getUI().ifPresent(this::watch);
        return opened;
    }

    private void showMissing(long runId) {
        page = null;
        unwatch();
        getContent().removeAll();
        getContent()
                .add(
                        new H1("There is no import run " + runId),
                        new Paragraph("The address may be mistyped. Runs are never removed."),
                        new RouterLink("All imports", ImportListView.class));
    }

    private void watch(UI ui) {
        unwatch();
        var shown = page;
        if (shown != null) {
            watching = new Watching(ui, imports, shown.runId(), shown::show);
        }
    }

    private void unwatch() {
        var current = watching;
        if (current != null) {
            current.close();
            watching = null;
        }
    }
}
