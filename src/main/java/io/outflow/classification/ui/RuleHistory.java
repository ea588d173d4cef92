package io.outflow.classification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.DataClass;
import io.outflow.classification.Rule;
import java.util.List;
import java.util.Map;

/** The versions of a rule, newest first: what it said, who changed it, when and why. */
final class RuleHistory extends Composite<Section> {
    RuleHistory(List<Rule> versions, Map<String, DataClass> classes) {
        var head = new SectionHead("History", "");
        var list = new OrderedList();
        list.addClassName("history");
        versions.forEach(version -> {
            var item = new ListItem();
            var title = new Span("Version " + version.version() + (version.enabled() ? "" : ", switched off"));
            title.addClassName("b");
            var known = classes.get(version.dataClass());
            var chip = known == null ? new ClassChip(version.dataClass()) : new ClassChip(known);
            var what = new Span(version.name() + ": " + RuleWords.matcher(version.matcher()));
            var who =
                    new Span(Formats.minute(version.changedAt()) + " by " + version.author() + ". " + version.reason());
            who.addClassNames("xs", "q");
            item.add(title, chip, what, who);
            list.add(item);
        });
        getContent().addClassName("rule-history");
        getContent().add(head, list);
    }
}
