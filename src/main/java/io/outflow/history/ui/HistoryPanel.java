package io.outflow.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.SectionHead;
import io.outflow.history.FieldChange;
import io.outflow.history.LogCheck;
import io.outflow.history.Recorded;
import io.outflow.history.Revision;
import io.outflow.history.Revisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was recorded of an object, or of all that hang on one, newest first: when, which field from what to what, by whom and
 * why, and the entry of the change log that proves it. A page docks it at its right; on a narrow one it follows below.
 *
 * <p>Whoever shows it needs the right to read the register.
 */
@StyleSheet("context://history.css")
public class HistoryPanel extends Composite<Aside> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HistoryPanel.class);
    private static final int PAGE = 50;

    /** The words of whoever shows the panel. */
    @FunctionalInterface
    public interface Words {

        /** What people call a changed field, such as "DPA state". Fields of the same words are filtered as one. */
        String field(Revision revision, FieldChange change);

        /** How people write a value of a changed field. */
        default String value(Revision revision, FieldChange change, String stored) {
            return stored;
        }
    }

    private final transient Revisions revisions;
    private final transient LogCheck check;
    private final transient Words words;
    private final Select<String> fields = new Select<>();
    private final SectionHead head;
    private final Paragraph left = new Paragraph();
    private final Paragraph note = new Paragraph();
    private final OrderedList list = new OrderedList();
    private final Div foot = new Div();
    private final Button older = new Button("Show older", click -> load());
    private transient Source source = (offset, limit) -> List.of();
    private final transient List<HistoryItem> items = new ArrayList<>();
    private transient Optional<Instant> known = Optional.empty();
    private @Nullable String picked;
    private int read;

    /** A panel that is empty until it is told what to show. */
    public HistoryPanel(Revisions revisions, LogCheck check, Words words, Component... actions) {
        this.revisions = revisions;
        this.check = check;
        this.words = words;
        head = new SectionHead("History", "", actions);
        note.addClassNames("s", "q");
        left.addClassNames("s", "left-out");
        left.setVisible(false);
        fields.setAriaLabel("Field");
        fields.setEmptySelectionAllowed(true);
        fields.setEmptySelectionCaption("All fields");
        fields.setTestId("history-field");
        fields.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                pick(event.getValue());
            }
        });
        older.setTestId("history-older");
        foot.addClassNames("proof", "xs", "qq");
        getContent().addClassName("history-panel");
        getContent().getElement().setAttribute("aria-label", "History");
        getContent().add(head, left, note, fields, list, older, foot);
    }

    /** Shows only what was recorded up to and with a moment, and says so. To be called before the history is shown. */
    public void knownAt(Instant moment) {
        known = Optional.of(moment);
        left.setText("As known at %s. What was recorded later is left out.".formatted(Formats.minute(moment)));
        left.setVisible(true);
    }

    /** Shows the history of one object. */
    public void showObject(UUID object) {
        show((offset, limit) -> revisions.ofObject(object, known, offset, limit));
    }

    /** Shows the history of an object and of all that hang on it. */
    public void showOwner(UUID owner) {
        show((offset, limit) -> revisions.ofOwner(owner, known, offset, limit));
    }

    /** Leaves one field, by its words; null for all fields. */
    public void pick(@Nullable String field) {
        picked = field == null || field.isEmpty() ? null : field;
        draw();
        while (picked != null && list.getChildren().findAny().isEmpty() && older.isVisible()) {
            load();
        }
    }

    private void show(Source shown) {
        source = shown;
        items.clear();
        read = 0;
        load();
    }

    private void load() {
        try {
            var page = source.page(read, PAGE);
            read += page.size();
            older.setVisible(page.size() == PAGE);
            for (var recorded : page) {
                items.add(new HistoryItem(recorded.revision(), recorded.changes(), words));
            }
            draw();
        } catch (RuntimeException failure) {
            LOG.error("The history could not be read", failure);
            older.setVisible(false);
            list.removeAll();
            foot.removeAll();
            note.setText("");
            foot.add(new EmptyState(
                    "The history could not be read. Nothing was changed.", new Button("Try again", click -> load())));
        }
    }

    private void draw() {
        list.removeAll();
        foot.removeAll();
        var names = new ArrayList<>(items.stream()
                .flatMap(item -> item.fields().stream())
                .distinct()
                .sorted()
                .toList());
        if (picked != null && !names.contains(picked)) {
            names.add(picked);
        }
        fields.setItems(names);
        fields.setValue(picked);
        fields.setVisible(!names.isEmpty());
        if (items.isEmpty()) {
            note.setText(known.isPresent() ? "Nothing was recorded by then." : "Nothing was recorded yet.");
            return;
        }
        note.setText(picked == null ? "All fields, newest first. Pick one to see only its own." : "Only: " + picked);
        items.stream().flatMap(item -> item.shown(picked).stream()).forEach(list::add);
        foot.add(HistoryProof.of(items.getFirst().revision(), check.last()));
    }

    /** Where revisions come from, newest first. */
    @FunctionalInterface
    private interface Source {
        List<Recorded> page(int offset, int limit);
    }
}
