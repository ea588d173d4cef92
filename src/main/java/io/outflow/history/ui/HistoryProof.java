package io.outflow.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.history.Checked;
import io.outflow.history.Revision;
import java.util.Optional;

/** The foot of a history: which entry of the change log tells of the newest revision, whether it was checked, its hash. */
final class HistoryProof {

    private HistoryProof() {}

    static Component of(Revision newest, Optional<Checked> last) {
        var entry = new Anchor(
                ChangeLogView.ROUTE + "?entry=" + newest.logSeq(), "Open entry " + Formats.count(newest.logSeq()));
        entry.getElement().setAttribute("router-link", true);
        var hash = new Span(shortened(newest.sha256()));
        hash.addClassName("mono");
        hash.getElement().setAttribute("title", "SHA-256 of the revision: " + newest.sha256());
        return new Div(state(newest.logSeq(), last), hash, entry);
    }

    private static Mark state(long entry, Optional<Checked> last) {
        var number = "Entry " + Formats.count(entry);
        var broken = last.map(Checked::verdict)
                .map(verdict -> verdict.firstBroken())
                .filter(first -> first.isPresent() && first.getAsLong() <= entry);
        if (broken.isPresent()) {
            return new Mark(
                            Glyph.INVALID,
                            number + ", chain broken at entry "
                                    + Formats.count(broken.get().getAsLong()))
                    .asGap();
        }
        var checked = last.filter(check -> check.verdict().entries() >= entry).isPresent();
        return new Mark(Glyph.LOCK, number + (checked ? ", chain unbroken" : ", not checked yet"));
    }

    private static String shortened(String hash) {
        return hash.substring(0, 4) + " " + hash.substring(4, 8) + " … " + hash.substring(hash.length() - 4);
    }
}
