package io.outflow.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.imports.Imports.Quarantined;
import io.outflow.trail.BadRecord.Reason;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One record kept aside: why, where it stands, what differs; and the way to the others. */
final class QuarantinePanel extends Composite<Aside> {
    private final long runId;
    private final RecordText text;
    private final Span position = new Span();
    private final Div record = new Div();
    private final Div steps = new Div();
    private final Div downloads;
    private final Select<Reason> filter = new Select<>();
    private Map<Reason, Long> counts = Map.of();
    private RunAddress address = RunAddress.START;

    QuarantinePanel(long runId, RecordText text, Anchor csv, Anchor json) {
        this.runId = runId;
        this.text = text;
        position.addClassNames("s", "q");
        var head = new SectionHead("Quarantined record", "", position);
        steps.addClassName("steps-between");
        downloads = new Div(csv, json);
        downloads.addClassName("downloads");
        var content = getContent();
        content.addClassName("sec");
        content.getElement().setAttribute("aria-label", "Quarantined record");
        content.add(head, filter, record, steps, downloads);
        filter.setAriaLabel("Reason");
        filter.setTestId("quarantine-reason");
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption("All reasons");
        filter.setItemLabelGenerator(reason -> reason == null
                ? "All reasons"
                : RunWords.reason(reason) + ", " + Formats.count(counts.getOrDefault(reason, 0L)));
        filter.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                ImportRunView.class,
                                ImportRunView.of(runId),
                                address.withReason(e.getValue()).query());
            }
        });
    }

    /** The reasons to choose from: those that there are, and the one that is chosen. */
    void offer(Map<Reason, Long> newCounts, RunAddress newAddress) {
        var chosen = newAddress.reason();
        if (!newCounts.equals(counts) || !newAddress.equals(address)) {
            counts = newCounts;
            address = newAddress;
            var reasons = new TreeSet<>(newCounts.keySet());
            if (chosen != null) {
                reasons.add(chosen);
            }
            filter.setItems(reasons);
            filter.setValue(chosen);
        }
        filter.setVisible(newCounts.size() > 1 || chosen != null);
    }

    /** Nothing is kept aside, or nothing of the file that is picked. */
    void showNone(long inRun) {
        position.setText("");
        record.removeAll();
        steps.removeAll();
        record.add(new Paragraph(
                inRun == 0
                        ? "Nothing was set aside. Every record that was read is accounted for."
                        : address.reason() == null
                                ? "Nothing of this file was set aside. Pick a file with quarantined records."
                                : "Nothing was set aside for this reason. Choose another one."));
        downloads.setVisible(false);
    }

    void show(Quarantined quarantined, RunAddress shown, long count) {
        position.setText("%s of %s".formatted(Formats.count(shown.record()), Formats.count(count)));
        record.removeAll();
        var sentence = new Paragraph(quarantined.record().sentence());
        sentence.addClassName("sentence");
        record.add(sentence, facts(quarantined));
        var differences = text.differences(quarantined);
        if (!differences.isEmpty()) {
            record.add(
                    new H3("Fields that differ"),
                    text(differences.stream()
                            .map(d -> d.path() + "\n  stored  " + d.stored() + "\n  here    " + d.here())
                            .collect(Collectors.joining("\n"))));
        }
        text.excerpt(quarantined)
                .ifPresent(excerpt -> record.add(new H3("The beginning of the record"), text(excerpt)));
        if (text.holdsBack()) {
            record.add(note("The text of a record may name people. It is shown to roles that may see names, after a "
                    + "reason was given on the usage screen."));
        }
        record.add(note("Prompt and answer text is never stored, here neither."));
        steps.removeAll();
        steps.add(
                step("Previous record", shown.record() > 1 ? shown.withRecord(shown.record() - 1) : null),
                step("Next record", shown.record() < count ? shown.withRecord(shown.record() + 1) : null));
        steps.setVisible(count > 1);
        downloads.setVisible(true);
    }

    private static DescriptionList facts(Quarantined quarantined) {
        var reason = new Mark(Glyph.HIGH, RunWords.reason(quarantined.record().reason())).asGap();
        var file = new Span(quarantined.fileName());
        file.addClassName("mono");
        var place = quarantined.record().place();
        var facts = new DescriptionList();
        facts.addClassName("kv");
        facts.add(new Term("Reason"), new Description(reason));
        facts.add(new Term("File"), new Description(file));
        if (!place.entry().isEmpty()) {
            var entry = new Span(place.entry());
            entry.addClassName("mono");
            facts.add(new Term("Entry"), new Description(entry));
        }
        facts.add(
                new Term("Place"),
                new Description("record %s, byte %s, %s long"
                        .formatted(
                                Formats.count(place.recordNo()),
                                Formats.count(place.byteOffset()),
                                Formats.bytes(place.length()))));
        var stored = quarantined.stored();
        if (stored != null) {
            var run = new RouterLink(
                    stored.fileName() + " of run " + stored.runId(),
                    ImportRunView.class,
                    ImportRunView.of(stored.runId()));
            run.setQueryParameters(RunAddress.START.withFile(stored.fileId()).query());
            run.addClassName("mono");
            facts.add(
                    new Term("Stored one"),
                    new Description(new Span("record " + Formats.count(stored.recordNo()) + " of "), run));
        }
        return facts;
    }

    private Component step(String words, @Nullable RunAddress to) {
        if (to == null) {
            var end = new Span(words);
            end.addClassNames("btn", "quiet");
            end.getElement().setAttribute("aria-disabled", "true");
            end.getElement().setAttribute("role", "link");
            return end;
        }
        var link = new RouterLink(words, ImportRunView.class, ImportRunView.of(runId));
        link.setQueryParameters(to.query());
        link.addClassNames("btn", "quiet");
        return link;
    }

    private static Pre text(String text) {
        var pre = new Pre(text);
        pre.addClassName("rec");
        pre.getElement().setAttribute("tabindex", "0");
        return pre;
    }

    private static Paragraph note(String words) {
        var note = new Paragraph(words);
        note.addClassNames("xs", "q");
        return note;
    }
}
