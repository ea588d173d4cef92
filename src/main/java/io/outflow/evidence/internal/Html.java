package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import java.util.List;
import java.util.regex.Pattern;

/** Text for a report, always escaped. */
final class Html {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm 16mm;
              @bottom-left { content: element(foot); }
              @bottom-right { content: counter(page) " of " counter(pages); font-family: Report; font-size: 8pt; color: #444; } }
            body { font-family: Report; font-size: 9.5pt; color: #111; line-height: 1.4; }
            h1 { font-size: 22pt; font-weight: normal; margin: 0 0 4mm; }
            h2 { font-size: 13pt; font-weight: normal; border-top: 1pt solid #111; padding-top: 2mm; margin: 8mm 0 2mm; }
            h3 { font-size: 10.5pt; font-weight: normal; margin: 4mm 0 1mm; page-break-after: avoid; }
            p { margin: 0 0 2mm; }
            .q { color: #444; }
            .foot { position: running(foot); font-size: 7.5pt; color: #444; }
            table { width: 100%; border-collapse: collapse; margin: 0 0 4mm; -fs-table-paginate: paginate; }
            th { text-align: left; font-weight: normal; color: #444; border-bottom: 0.8pt solid #111; padding: 1mm 2mm 1mm 0; }
            td { border-bottom: 0.4pt solid #bbb; padding: 1mm 2mm 1mm 0; vertical-align: top; word-wrap: break-word; }
            tr { page-break-inside: avoid; }
            .n { white-space: nowrap; }
            .bar { background: #2f5d8a; height: 3mm; }
            .days td { border: 0; padding: 0 0.2mm 0 0; vertical-align: bottom; }
            .days { border-bottom: 0.8pt solid #111; }
            .k { width: 48mm; color: #444; }
            """;

    private static final int MOST_ROWS = 400;
    private static final Pattern NUMBER = Pattern.compile("[0-9,]{1,20}");

    private final StringBuilder text = new StringBuilder();
    private final String title;
    private final String foot;

    Html(String title, String foot) {
        this.title = title;
        this.foot = foot;
    }

    Html heading(String words) {
        return tag("h1", words);
    }

    Html section(String words) {
        return tag("h2", words);
    }

    Html part(String words) {
        return tag("h3", words);
    }

    Html p(String words) {
        return tag("p", words);
    }

    Html note(String words) {
        text.append("<p class=\"q\">").append(escaped(words)).append("</p>");
        return this;
    }

    /** Names with their values. */
    Html facts(List<List<String>> rows) {
        text.append("<table>");
        rows.forEach(row -> text.append("<tr><td class=\"k\">")
                .append(escaped(row.get(0)))
                .append("</td><td>")
                .append(escaped(row.get(1)))
                .append("</td></tr>"));
        text.append("</table>");
        return this;
    }

    /** A table; of a long one the first rows, which a note says. */
    Html table(List<String> head, List<List<String>> rows) {
        if (rows.size() > MOST_ROWS) {
            note("The first %d of %s; the files of the package hold them all."
                    .formatted(MOST_ROWS, Formats.count(rows.size())));
        }
        text.append("<table><thead><tr>");
        head.forEach(cell -> text.append("<th>").append(escaped(cell)).append("</th>"));
        text.append("</tr></thead><tbody>");
        for (var row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            text.append("<tr>");
            row.forEach(cell -> text.append(NUMBER.matcher(cell).matches() ? "<td class=\"n\">" : "<td>")
                    .append(escaped(cell))
                    .append("</td>"));
            text.append("</tr>");
        }
        text.append("</tbody></table>");
        return this;
    }

    /** Bars that lie one below the other, with names and numbers. */
    Html bars(List<Bar> bars) {
        var most = bars.stream().mapToLong(Bar::value).max().orElse(1);
        text.append("<table>");
        bars.forEach(bar -> text.append(
                        "<tr><td class=\"k\">%s</td><td><div class=\"bar\" style=\"width:%.1fmm\"></div></td>"
                                .formatted(escaped(bar.name()), Math.max(0.2, 90.0 * bar.value() / Math.max(1, most))))
                .append("<td style=\"width:26mm\">%,d</td></tr>".formatted(bar.value())));
        text.append("</table>");
        return this;
    }

    /** Bars side by side, one a day. */
    Html days(List<Long> days) {
        var most = days.stream().mapToLong(Long::longValue).max().orElse(1);
        text.append("<table class=\"days\"><tr>");
        days.forEach(calls -> text.append("<td><div class=\"bar\" style=\"height:%.1fmm\"></div></td>"
                .formatted(calls == 0 ? 0 : Math.max(0.3, 30.0 * calls / Math.max(1, most)))));
        text.append("</tr></table>");
        return this;
    }

    /** A bar of a chart. */
    record Bar(String name, long value) {}

    private Html tag(String tag, String words) {
        text.append('<')
                .append(tag)
                .append('>')
                .append(escaped(words))
                .append("</")
                .append(tag)
                .append('>');
        return this;
    }

    /** The whole page, as XHTML. */
    String page() {
        return "<html lang=\"en\"><head><title>%s</title><meta name=\"author\" content=\"Outflow\"/><style>%s</style></head><body><div class=\"foot\">%s</div>%s</body></html>"
                .formatted(escaped(title), STYLE, escaped(foot), text);
    }

    /** Characters that XML does not take are shown as a question mark. */
    private static String escaped(String words) {
        var escaped = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append(' ');
                default -> {
                    if (c < 0x20 || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF) {
                        escaped.append('?');
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
