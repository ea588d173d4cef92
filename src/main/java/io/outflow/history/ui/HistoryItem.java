package io.outflow.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.history.FieldChange;
import io.outflow.history.Revision;
import io.outflow.history.ui.HistoryPanel.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One revision as the history shows it. */
record HistoryItem(Revision revision, List<FieldChange> changes, Words words) {

    /** So many fields are shown at once; the rest opens. */
    private static final int AT_ONCE = 4;

    private static final Duration AT_THE_SAME_TIME = Duration.ofSeconds(1);

    /** The words of the fields that it changed. */
    List<String> fields() {
        return changes.stream()
                .map(change -> words.field(revision, change))
                .distinct()
                .toList();
    }

    /** The whole revision, or what it changed of one field; empty when that is nothing. */
    Optional<ListItem> shown(@Nullable String field) {
        var lines = changes.stream()
                .filter(change -> field == null || words.field(revision, change).equals(field))
                .<Component>map(change -> new Change(words.field(revision, change), worded(change)))
                .toList();
        if (field != null && lines.isEmpty()) {
            return Optional.empty();
        }
        var item = new ListItem();
        item.addClassName("tl");
        item.add(time());
        if (lines.isEmpty()) {
            item.add(new Span(revision.removes() ? "Removed" : "Nothing changed but when it holds"));
        }
        lines.stream().limit(AT_ONCE).forEach(item::add);
        if (lines.size() > AT_ONCE) {
            var rest = new Div(lines.stream().skip(AT_ONCE).toArray(Component[]::new));
            item.add(new NativeDetails(Formats.count(lines.size() - AT_ONCE, "more field", "more fields"), rest));
        }
        Stream.of(holds(), Optional.of(who())).flatMap(Optional::stream).forEach(text -> {
            var line = new Div(text);
            line.addClassNames("q", "xs");
            item.add(line);
        });
        return Optional.of(item);
    }

    private FieldChange worded(FieldChange change) {
        var before = change.before();
        var after = change.after();
        return new FieldChange(
                change.field(),
                before == null ? null : words.value(revision, change, before),
                after == null ? null : words.value(revision, change, after));
    }

    private Component time() {
        var time = new Span(Formats.minute(revision.recordedAt()));
        time.addClassNames("xs", "qq");
        return time;
    }

    private String who() {
        return revision.actor() + (revision.reason().isEmpty() ? "" : ". " + revision.reason());
    }

    /** Said when it is not simply from the recording on. */
    private Optional<String> holds() {
        var end = revision.validTo();
        var atOnce = Duration.between(revision.validFrom(), revision.recordedAt())
                        .abs()
                        .compareTo(AT_THE_SAME_TIME)
                < 0;
        if (end == null && atOnce) {
            return Optional.empty();
        }
        return Optional.of("Holds from " + Formats.minute(revision.validFrom())
                + (end == null ? "" : " until " + Formats.minute(end)));
    }
}
