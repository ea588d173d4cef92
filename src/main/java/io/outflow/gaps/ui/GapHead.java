package io.outflow.gaps.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Gap;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a gap says: its number with the proof drawn under it, the sentence, its stretches of time, who and how much. */
class GapHead extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST_PERIODS = 3;

    GapHead(Gap gap) {
        var finding = gap.finding();
        var sentence = new H1(number(gap), new Span(" " + finding.sentence()));
        var sub = new Div(sub(gap));
        sub.addClassName("sub");
        var proof = new Mark(GapWords.proofGlyph(finding), "Log files: " + GapWords.proof(finding));
        proof.addClassNames("s", "q");
        addClassName("head");
        add(new Div(line(gap), sentence, sub, proof));
    }

    private static Div line(Gap gap) {
        var finding = gap.finding();
        var kind = new Span(
                "%s · %s · found %s".formatted(gap.name(), gap.key().kind().label(), Formats.minute(gap.openedAt())));
        kind.addClassName("q");
        var line = new Div(GapWords.mark(finding.severity()), kind);
        line.addClassName("s");
        if (finding.certainty() != Certainty.CONTRADICTED) {
            var glyph = finding.certainty() == Certainty.CANNOT_TELL ? Glyph.CANNOT_TELL : Glyph.CLAIMED;
            line.add(new Mark(glyph, GapWords.capital(finding.certainty().label())));
        }
        return line;
    }

    private static Span number(Gap gap) {
        var share = GapWords.share(gap.finding());
        var number = new Span(Formats.count(gap.finding().number()));
        number.addClassName("num");
        number.setClassName("blind", share == 0);
        number.getStyle().set("--v", String.format(Locale.ROOT, "%.1f%%", 100 * share));
        return number;
    }

    private static String sub(Gap gap) {
        var finding = gap.finding();
        var periods = finding.periods().stream()
                .limit(MOST_PERIODS)
                .map(GapWords::period)
                .collect(Collectors.joining("; "));
        var left = finding.periods().size() - MOST_PERIODS;
        var more = left > 0 ? "; and %s more".formatted(Formats.count(left, "stretch", "stretches")) : "";
        return (periods.isEmpty() ? "" : GapWords.capital(periods) + more + ". ") + finding.detail();
    }
}
