package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.evidence.Framework;
import io.outflow.evidence.Part;
import java.util.List;
import java.util.stream.Collectors;

/** The step of frameworks, and of the parts that their controls tick. */
final class FrameworkStep {

    private final Runnable changed;

    FrameworkStep(Runnable changed) {
        this.changed = changed;
    }

    Component of(Draft draft) {
        var table =
                new Tables("Frameworks", List.of("Pick", "Framework", "Controls it can give evidence for", "State"));
        for (var framework : Framework.values()) {
            var box = new Checkbox(draft.frameworks.contains(framework));
            box.setAriaLabel(framework.label());
            box.setTestId("framework-" + framework.name());
            box.addValueChangeListener(event -> {
                draft.pick(framework, event.getValue());
                changed.run();
                UI.getCurrent().navigate(EvidenceWizardView.class, draft.address());
            });
            var ids = new Span(
                    framework.controls().stream().map(Framework.Control::id).collect(Collectors.joining(", ")));
            ids.addClassNames("q", "xs");
            table.row(box, framework.label(), ids, state(draft, framework));
        }
        var files = new Tables("Files that go in", List.of());
        for (var part : Part.values()) {
            var box = new Checkbox(part.label(), draft.parts.contains(part));
            box.setEnabled(part != Part.HISTORY);
            box.setTestId("part-" + part.name());
            box.addValueChangeListener(event -> {
                if (event.getValue()) {
                    draft.parts.add(part);
                } else {
                    draft.parts.remove(part);
                }
                changed.run();
            });
            files.row(box, note(part));
        }
        return new Div(
                new SectionHead("Which frameworks does the reader work from?", picked(draft)),
                table,
                new SectionHead("Files that go in", "ticked by the controls; change them if you must"),
                files);
    }

    private static String note(Part part) {
        return part == Part.HISTORY ? "In every package: the verifier walks it." : "";
    }

    private static String picked(Draft draft) {
        var controls = draft.frameworks.stream()
                .mapToInt(framework -> framework.controls().size())
                .sum();
        return "%d picked, %s".formatted(draft.frameworks.size(), Formats.count(controls, "control", "controls"));
    }

    private static Component state(Draft draft, Framework framework) {
        var text = new Div();
        if (!draft.frameworks.contains(framework)) {
            text.add(new Span("not picked"));
            text.addClassName("q");
        } else {
            var with = framework.controls().stream()
                    .filter(control -> control.parts().stream().anyMatch(draft.parts::contains))
                    .count();
            var words =
                    "evidence for %d of %d".formatted(with, framework.controls().size());
            text.add(
                    with == framework.controls().size()
                            ? new Mark(Glyph.CONFIRMED, words)
                            : new Mark(Glyph.WATCH, words).asWatch());
        }
        if (!framework.note().isEmpty()) {
            var note = new Span(framework.note());
            note.addClassNames("xs", "q", "block");
            text.add(note);
        }
        return text;
    }
}
