package io.outflow.posture.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import java.util.List;

/** What AWS is set to, by account and Region, as it last answered. */
class SettingsTable extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    SettingsTable(List<Setting> settings, CoverageQuery query) {
        getContent().addClassNames("sec", "cov-settings");
        getContent().setAriaLabel("What AWS is set to");
        getContent()
                .add(new SectionHead(
                        "What AWS is set to",
                        "As AWS last answered. What may not be seen is not absent. Nothing is changed there."));
        if (settings.isEmpty()) {
            getContent().add(new EmptyState("AWS was not asked yet. What it is set to is unknown.").blind());
            return;
        }
        var table = new NativeTable();
        table.addClassNames("tight", "cov-table");
        table.getElement().setAttribute("aria-label", "Settings by account and Region");
        Tables.head(table, List.of("Account", "Region", "What", "State", "In words", "Seen"));
        for (var setting : settings) {
            var row = table.getBody().addRow();
            Tables.cell(row, "Account", setting.account());
            Tables.cell(row, "Region", setting.region().equals(Question.GLOBAL) ? "all" : setting.region());
            var what = Tables.cell(row, "What");
            what.add(new Link(
                    setting.question().label() + (setting.subject().isEmpty() ? "" : ": " + setting.subject()),
                    query.opening(setting.observation()).address()));
            Tables.cell(row, "State").add(mark(setting.state()));
            Tables.cell(row, "In words", setting.words());
            var last = new Span("last " + Formats.minute(setting.seenAt()));
            last.addClassNames("below", "q");
            Tables.cell(row, "Seen").add(new Span("since " + Formats.day(setting.seenFrom())), last);
        }
        getContent().add(table);
    }

    static Mark mark(Setting.State state) {
        var glyph =
                switch (state) {
                    case ON -> Glyph.CONFIGURED;
                    case OFF -> Glyph.ABSENT;
                    case WATCH -> Glyph.WATCH;
                    case CANNOT_BE_SEEN -> Glyph.NOT_COVERED;
                    case NOT_OFFERED -> Glyph.NOTE;
                };
        var mark = new Mark(glyph, state.label());
        return state == Setting.State.WATCH ? mark.asWatch() : mark;
    }
}
