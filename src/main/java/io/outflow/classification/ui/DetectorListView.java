package io.outflow.classification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.base.ui.Unsaved;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.Detectors;
import io.outflow.classification.Detectors.Setting;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for in the text of calls, and which class each find carries. */
@Route("settings/detectors")
@PageTitle("Detectors · Outflow")
@Menu(title = "Detectors", order = 112, icon = "u-set")
@Requires(Action.READ_USAGE)
@StyleSheet("context://rules.css")
@StyleSheet("context://detectors.css")
class DetectorListView extends Composite<Div> implements BeforeEnterObserver, BeforeLeaveObserver {
    private static final String DETECTOR = "detector";

    private final transient Detectors detectors;
    private final transient DataClasses classes;
    private final boolean mayChange;
    private final NativeTable table = new NativeTable();
    private final Div side = new Div();
    private final Unsaved unsaved = new Unsaved();
    private @Nullable DetectorEditor editor;

    DetectorListView(Detectors detectors, DataClasses classes, CurrentPerson person) {
        this.detectors = detectors;
        this.classes = classes;
        mayChange = person.may(Action.DECIDE);
        table.addClassNames("tight", "classes", "detectors");
        var headings = table.getHead().addRow();
        for (var title : List.of("Detector", "Class of its finds", "State", "What it takes for a find")) {
            headings.addHeaderCell().setText(title);
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        var columns = new Div(scroll, side);
        columns.addClassName("im");
        var content = getContent();
        content.addClassName("rules-view");
        content.add(
                new PageHead(
                        "Detectors",
                        "They look at prompts and answers while an invocation log is read and keep only what was found how"
                                + " often, never the text."),
                new Paragraph(
                        "A change applies to what is imported from now on. Calls that are stored keep what was found"
                                + " then, because their text is gone."));
        if (!mayChange) {
            content.add(new Paragraph(RuleWords.readOnly("Detectors")));
        }
        content.add(columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DETECTOR)
                .orElse("");
        side.removeAll();
        editor = null;
        unsaved.set(false);
        var known = classes.list();
        var settings = detectors.list();
        settings.stream()
                .filter(one -> one.detector().name().equals(picked))
                .findFirst()
                .ifPresent(one -> edit(one, known));
        fill(settings, known, picked);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    private void edit(Setting setting, List<DataClass> known) {
        var opened = new DetectorEditor(setting, known, mayChange, this::save, () -> open(""), this::note);
        editor = opened;
        side.add(opened);
    }

    private void save(Setting seen, Setting wanted, String reason) {
        var current = editor;
        if (current == null) {
            return;
        }
        current.showProblems(List.of());
        try {
            var saved = detectors.change(seen, wanted.enabled(), wanted.dataClass(), reason);
            Toast.done(saved.detector().label() + " is saved. It applies to imports from now on.");
            open(saved.detector().name());
        } catch (RuleRefused e) {
            current.showProblems(e.problems());
        } catch (RuleChangedMeanwhile e) {
            current.showConflict(
                    String.valueOf(e.getMessage()), () -> open(seen.detector().name()));
        }
    }

    private void open(String code) {
        unsaved.set(false);
        getUI().ifPresent(ui -> ui.navigate(
                DetectorListView.class, code.isEmpty() ? QueryParameters.empty() : QueryParameters.of(DETECTOR, code)));
    }

    private void note() {
        unsaved.set(editor != null && editor.isChanged());
    }

    private void fill(List<Setting> settings, List<DataClass> known, String picked) {
        var body = table.getBody();
        body.removeAll();
        for (var setting : settings) {
            var row = body.addRow();
            row.setClassName("selected", setting.detector().name().equals(picked));
            row.setClassName("off", !setting.enabled());
            row.addDataCell().add(link(setting));
            row.addDataCell().add(chip(setting, known));
            row.addDataCell().setText(setting.enabled() ? "On" : "Off");
            row.addDataCell().setText(setting.detector().sentence());
        }
    }

    private static Component chip(Setting setting, List<DataClass> known) {
        return known.stream()
                .filter(one -> one.code().equals(setting.dataClass()))
                .findFirst()
                .<Component>map(ClassChip::new)
                .orElseGet(() -> new Span(setting.dataClass()));
    }

    private static RouterLink link(Setting setting) {
        var link = new RouterLink(setting.detector().label(), DetectorListView.class);
        link.setQueryParameters(QueryParameters.of(DETECTOR, setting.detector().name()));
        return link;
    }
}
