package io.outflow.base.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.Formats;

/** The sources of a statement, one a line: the best founded at once, the others when asked for. */
public final class SourceLines extends Div {

    private static final long serialVersionUID = 1L;

    public SourceLines(String sources) {
        addClassName("source-lines");
        var lines = sources.lines().toList();
        if (lines.isEmpty()) {
            return;
        }
        add(line(lines.getFirst()));
        if (lines.size() > 1) {
            var more = new Div();
            lines.stream().skip(1).forEach(line -> more.add(line(line)));
            add(new Details(Formats.count(lines.size() - 1, "more source", "more sources"), more));
        }
    }

    /** One source; an address at the start becomes a link. */
    public static Paragraph line(String text) {
        var end = text.indexOf(" (");
        var line = new Paragraph();
        if (text.startsWith("https://") && end > 0) {
            line.add(link(text.substring(0, end)), new Text(text.substring(end)));
        } else {
            line.setText(text);
        }
        return line;
    }

    /** The page of a vendor, opened beside Outflow; it does not learn from where. */
    public static Anchor link(String url) {
        var link = new Anchor(url, url.replaceFirst("^https://(www\\.)?", ""));
        link.setTarget(com.vaadin.flow.component.html.AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
