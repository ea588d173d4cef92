package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapExport;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import io.outflow.gaps.Gaps;
import io.outflow.gaps.ui.GapSelection.Group;
import io.outflow.usage.Usage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** All gaps: where what was agreed and what was seen part. The address holds filters, groups and order. */
@Route(GapListView.ROUTE)
@PageTitle("Gaps · Outflow")
@Menu(title = "Gaps", order = 40, icon = "u-gap")
@StyleSheet("context://gaps.css")
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
class GapListView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "gaps";
    private static final long serialVersionUID = 1L;

    private final transient Gaps gaps;
    private final transient GapRules rules;
    private final transient GapExport export;
    private final transient Usage usage;
    private final transient Clock clock;
    private final boolean mayHandle;
    private final PageHead head = new PageHead("Gaps", "", kinds(), csv());
    private final GapFilterBar filters = new GapFilterBar(this::open);
    private final GapBulkBar bulk;
    private final GapSentence sentence = new GapSentence();
    private final Div body = new Div();
    private final List<GapGrid> grids = new ArrayList<>();
    private transient GapSelection selection = GapSelection.START;
    private transient List<Gap> all = List.of();
    private transient List<Gap> shown = List.of();

    GapListView(Gaps gaps, GapRules rules, GapExport export, Usage usage, CurrentPerson person, Clock clock) {
        this.gaps = gaps;
        this.rules = rules;
        this.export = export;
        this.usage = usage;
        this.clock = clock;
        mayHandle = person.may(Action.HANDLE_GAPS);
        bulk = new GapBulkBar(gaps, () -> StepDialog.owners(all), this::refresh, this::deselect);
        addClassName("gaps");
        add(head, new GapsChanged(gaps, this::refresh), sentence, filters, bulk, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = GapSelection.read(event.getLocation().getQueryParameters());
        refresh();
    }

    private void open(GapSelection next) {
        UI.getCurrent().navigate(GapListView.class, next.write());
    }

    private void refresh() {
        all = gaps.list();
        shown = selection.of(all);
        head.setSub(gaps.counted()
                .map(at -> "Looked for last %s, in all logs that are stored.".formatted(Formats.minute(at)))
                .orElse(""));
        sentence.show(all, shown, today());
        filters.show(selection, all);
        filters.setVisible(!all.isEmpty());
        bulk.show(java.util.Set.of());
        body.removeAll();
        grids.clear();
        if (all.isEmpty()) {
            body.add(nothingFound());
        } else if (shown.isEmpty()) {
            body.add(nothingMatches());
        } else if (selection.group() == Group.NONE) {
            body.add(grid("Gaps", shown));
        } else {
            groups().forEach((name, members) -> body.add(group(name, members)));
        }
    }

    private LinkedHashMap<String, List<Gap>> groups() {
        return shown.stream()
                .collect(Collectors.groupingBy(
                        gap -> selection.group().of(gap), LinkedHashMap::new, Collectors.toList()));
    }

    private Component group(String name, List<Gap> members) {
        var section = new Section(
                new SectionHead(name, Formats.count(members.size(), "gap", "gaps")), grid("Gaps: " + name, members));
        section.addClassName("sec");
        section.setAriaLabel(name);
        return section;
    }

    private GapGrid grid(String label, List<Gap> members) {
        var grid = new GapGrid(
                label,
                selection,
                members,
                today(),
                mayHandle,
                (column, down) -> open(selection.sorted(column, down)),
                this::ticked);
        grids.add(grid);
        return grid;
    }

    private void ticked() {
        bulk.show(
                grids.stream().flatMap(grid -> grid.getSelectedItems().stream()).collect(Collectors.toSet()));
    }

    private void deselect() {
        grids.forEach(GapGrid::deselectAll);
    }

    /** Nothing found is only good news where something was looked at. */
    private Component nothingFound() {
        if (gaps.counted().isEmpty()) {
            return new EmptyState("Gaps are being looked for. What is found appears here.");
        }
        var evidenced = usage.evidenced();
        if (evidenced.isEmpty()) {
            return new EmptyState(
                            "No logs yet, so nothing was looked at: whether contract and use part is unknown.",
                            new Button("Import CloudTrail files", click -> UI.getCurrent()
                                    .navigate("imports")))
                    .blind();
        }
        var span = evidenced.get();
        var on = rules.list().stream().filter(GapRule::enabled).count();
        return new EmptyState(
                "No gap was found in calls from %s to %s, by %d of %d kinds that are looked for. Days and channels without logs are not in this."
                        .formatted(
                                Formats.minute(span.from()),
                                Formats.minute(span.to()),
                                on,
                                rules.list().size()));
    }

    private Component nothingMatches() {
        return new EmptyState(
                "No gap matches. %s outside this filter.".formatted(Formats.count(all.size(), "gap is", "gaps are")),
                new Button("Clear", click -> open(selection.cleared())));
    }

    private static Component kinds() {
        return GapWords.link(GapKindsView.ROUTE, "Kinds");
    }

    private Anchor csv() {
        var link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("gaps-%s.csv".formatted(today()));
                    event.setContentType("text/csv;charset=utf-8");
                    export.csv(shown, event.getOutputStream());
                },
                "CSV");
        link.setAriaLabel("CSV: export what is shown");
        link.setTestId("gaps-csv");
        return link;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
