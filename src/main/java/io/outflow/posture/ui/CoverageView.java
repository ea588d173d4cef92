package io.outflow.posture.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageExport;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.Posture;
import io.outflow.usage.Usage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Which days logs can tell of, why others not, and what AWS is set to. */
@Route(CoverageQuery.ROUTE)
@PageTitle("Coverage · Outflow")
@Menu(title = "Coverage", order = 65, icon = "c-trail")
@Requires(Action.READ_USAGE)
@StyleSheet("context://coverage.css")
class CoverageView extends Composite<Div> implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int QUARTER = 92;

    private final transient Coverage coverage;
    private final transient CoverageExport export;
    private final transient Posture posture;
    private final transient Usage usage;
    private final transient CurrentPerson person;
    private final transient Clock clock;

    CoverageView(
            Coverage coverage, CoverageExport export, Posture posture, Usage usage, CurrentPerson person, Clock clock) {
        this.coverage = coverage;
        this.export = export;
        this.posture = posture;
        this.usage = usage;
        this.person = person;
        this.clock = clock;
        getContent().addClassName("coverage-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(CoverageQuery.of(event.getLocation().getQueryParameters(), today()));
    }

    private void show(CoverageQuery query) {
        var map = coverage.coverage(query.start(), query.end());
        var settings = posture.settings();
        getContent().removeAll();
        getContent()
                .add(new PageHead(
                        "Coverage",
                        "Which days logs can tell of, %s, UTC. Where they cannot, use is unknown and not zero."
                                .formatted(Formats.period(query.from(), query.to())),
                        period(query)));
        if (map.lines().isEmpty()) {
            getContent()
                    .add(new EmptyState(
                                    "No logs yet, and AWS was not asked. Use is unknown.",
                                    new Link("Import logs", "imports"))
                            .blind());
        } else if (map.to().isBefore(map.from())) {
            getContent()
                    .add(new EmptyState("These days have not begun.", new Link("Last 31 days", CoverageQuery.ROUTE)));
        } else {
            getContent().add(new CoverageSentences(map, settings));
            opened(query, map);
            answer(query);
            getContent().add(map(map, query));
        }
        getContent().add(new SettingsTable(settings, query));
        getContent().add(new LookSection(posture, person.may(Action.ADMINISTER), () -> show(query)));
    }

    private Component[] period(CoverageQuery query) {
        var today = today();
        var shown = query.days();
        return List.of(
                        step(
                                "Earlier",
                                query.between(
                                        query.from().minusDays(shown),
                                        query.to().minusDays(shown))),
                        step(
                                "Later",
                                query.between(
                                        query.from().plusDays(shown), query.to().plusDays(shown))),
                        step("Last 31 days", query.between(today.minusDays(CoverageQuery.USUAL_DAYS - 1L), today)),
                        step("Last 92 days", query.between(today.minusDays(QUARTER - 1L), today)))
                .toArray(Component[]::new);
    }

    private static Link step(String text, CoverageQuery query) {
        var link = new Link(text, query.address());
        link.addClassNames("btn", "quiet");
        return link;
    }

    private Section map(CoverageMap map, CoverageQuery query) {
        var section = new Section(
                new SectionHead(
                        "Map",
                        "Each piece opens why. Days are in UTC.",
                        new Link(
                                query.table() ? "Map" : "Table",
                                query.asTable(!query.table()).address()),
                        csv(query)),
                query.table() ? new CoverageTable(map, query) : new CoverageGrid(map, query));
        section.addClassName("sec");
        section.setAriaLabel("Coverage map");
        return section;
    }

    private void opened(CoverageQuery query, CoverageMap map) {
        var chosen = query.cell();
        if (chosen != null) {
            getContent().add(new CellPanel(map, query, chosen, usage));
        }
    }

    private void answer(CoverageQuery query) {
        var id = query.observation();
        if (id != null) {
            getContent()
                    .add(posture.observation(id)
                            .<Component>map(AnswerPanel::new)
                            .orElseGet(() -> new EmptyState("There is no answer %d of AWS.".formatted(id))));
        }
    }

    private Anchor csv(CoverageQuery query) {
        var link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("coverage-%s-%s.csv".formatted(query.from(), query.to()));
                    event.setContentType("text/csv;charset=utf-8");
                    export.csv(query.start(), query.end(), event.getOutputStream());
                },
                "CSV");
        link.setAriaLabel("CSV: export the map");
        link.setTestId("coverage-csv");
        return link;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
