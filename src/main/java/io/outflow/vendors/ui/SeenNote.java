package io.outflow.vendors.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Unregistered;
import java.util.stream.Collectors;

/** Says which days the usage columns count, and what was used that no product stands for. */
class SeenNote extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;

    SeenNote() {
        addClassNames("s", "q", "seen-note");
    }

    void show(Picture picture) {
        removeAll();
        add(new Div(
                picture.evidence()
                        ? "Usage: %s, %d days, by the logs that are stored. Products without a log source may be in use all the same."
                                .formatted(Formats.period(picture.first(), picture.last()), SeenWords.DAYS)
                        : "No logs are stored yet, so use is unknown for every product."));
        if (!picture.unregistered().isEmpty()) {
            var names = picture.unregistered().stream()
                    .limit(MOST)
                    .map(SeenNote::words)
                    .collect(Collectors.joining("; "));
            var more = picture.unregistered().size() - MOST;
            var link = new Anchor("gaps?kind=REGISTRATION", "See the gaps");
            link.getElement().setAttribute("router-link", true);
            add(new Div(
                    new Mark(Glyph.HIGH, "Used, not registered: ").asGap(),
                    new Span(names + (more > 0 ? "; and %d more. ".formatted(more) : ". ")),
                    link));
        }
    }

    private static String words(Unregistered one) {
        return "%s by %s, %s".formatted(one.model(), one.channel(), Formats.count(one.calls(), "call", "calls"));
    }
}
