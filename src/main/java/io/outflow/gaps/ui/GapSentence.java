package io.outflow.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Sentence;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Gap;
import io.outflow.gaps.Severity;
import java.time.LocalDate;
import java.util.List;

/** How many gaps wait, in a sentence. */
class GapSentence extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    GapSentence() {
        getContent().addClassName("gap-sentence");
    }

    void show(List<Gap> all, List<Gap> shown, LocalDate today) {
        getContent().removeAll();
        setVisible(!all.isEmpty());
        var waiting = all.stream().filter(gap -> gap.state().waits()).toList();
        var high = count(waiting, gap -> gap.finding().severity() == Severity.HIGH);
        var nobody = count(waiting, gap -> gap.owner().isEmpty());
        var sure = count(waiting, gap -> gap.finding().certainty() == Certainty.CONTRADICTED);
        var overdue = count(waiting, gap -> gap.overdue(today));
        var words = new Sentence();
        words.plain(Formats.count(waiting.size()))
                .text((waiting.size() == 1 ? " gap waits" : " gaps wait") + " for somebody: ");
        words.plain(Formats.count(high)).text(" of high severity, ");
        words.plain(Formats.count(nobody)).text(" without an owner, ");
        words.plain(Formats.count(overdue)).text(" overdue. ");
        words.plain(Formats.count(sure))
                .text(" contradict the register; in %s a claim or the logs do not settle it."
                        .formatted(Formats.count(waiting.size() - sure)));
        words.mark(Glyph.GAPS, "%s of %s shown".formatted(Formats.count(shown.size()), Formats.count(all.size())));
        getContent().add(words);
    }

    private static long count(List<Gap> gaps, java.util.function.Predicate<Gap> which) {
        return gaps.stream().filter(which).count();
    }
}
