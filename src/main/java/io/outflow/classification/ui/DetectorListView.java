package io.outflow.classification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Toast;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.Detectors;
import io.outflow.classification.Detectors.Setting;
import java.util.ArrayList;
import java.util.List;

/** What is looked for in the text of calls, and which class each find carries. */
@Route("settings/detectors")
@PageTitle("Detectors · Outflow")
@Menu(title = "Detectors", order = 112, icon = "u-set")
@Requires(Action.READ_USAGE)
@StyleSheet("context://rules.css")
@StyleSheet("context://detectors.css")
class DetectorListView extends EditedList<DetectorEditor> {

    private static final long serialVersionUID = 1L;

    private final transient Detectors detectors;
    private final transient DataClasses classes;
    private final boolean mayChange;

    DetectorListView(Detectors detectors, DataClasses classes, CurrentPerson person) {
        super("detector");
        this.detectors = detectors;
        this.classes = classes;
        mayChange = person.may(Action.DECIDE);
        var above = new ArrayList<Component>(List.of(
                new PageHead(
                        "Detectors",
                        "They look at prompts and answers while an invocation log is read and keep only what was found how"
                                + " often, never the text."),
                new Paragraph(
                        "A change applies to what is imported from now on. Calls that are stored keep what was found"
                                + " then, because their text is gone.")));
        if (!mayChange) {
            above.add(new Paragraph(RuleWords.readOnly("Detectors")));
        }
        lay(above, List.of("Detector", "Class of its finds", "State", "What it takes for a find"), "detectors");
    }

    @Override
    void pick(String code) {
        detectors.list().stream()
                .filter(one -> one.detector().name().equals(code))
                .findFirst()
                .ifPresent(one -> edit(
                        new DetectorEditor(one, classes.list(), mayChange, this::save, () -> open(""), this::note)));
    }

    private void save(Setting seen, Setting wanted, String reason) {
        save(seen.detector().name(), () -> {
            var saved = detectors.change(seen, wanted.enabled(), wanted.dataClass(), reason);
            Toast.done(saved.detector().label() + " is saved. It applies to imports from now on.");
            return saved.detector().name();
        });
    }

    @Override
    void fill(NativeTableBody body, String picked) {
        var known = classes.list();
        for (var setting : detectors.list()) {
            var row = body.addRow();
            row.setClassName("selected", setting.detector().name().equals(picked));
            row.setClassName("off", !setting.enabled());
            row.addDataCell()
                    .add(link(setting.detector().label(), setting.detector().name()));
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
}
