package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.Entry;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Use;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.UsageLink;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps that data passes in an application, with what the logs show at each. A step that no log tells of says so. */
final class ChainSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;

    /** Words that name the way to a model. */
    private static final List<String> MODEL_WORDS =
            List.of("bedrock", "claude", "anthropic", "mantle", "agent", "model");

    private final transient Picture picture;
    private final transient @Nullable Use use;
    private final transient List<String> products;

    ChainSection(Entry<Application> entry, PageState state, PageTools tools) {
        var end = tools.seen().evidenceEnds().filter(state.at()::isAfter).orElse(state.at());
        picture = tools.seen().days(LocalDate.ofInstant(end, ZoneOffset.UTC), DAYS);
        use = picture.applications().get(entry.id());
        products = entry.content().products().stream()
                .flatMap(id -> state.register().find(id).stream())
                .map(product -> product.title().toLowerCase(Locale.ROOT))
                .toList();
        var section = getContent();
        section.addClassName("sec");
        section.setAriaLabel("Steps that data passes");
        section.add(new SectionHead("Steps that data passes", "with what was seen, " + period()));
        var linked = !state.register().counting(entry.id(), UsageLink.class).isEmpty();
        section.add(sentence(linked));
        var steps = entry.content().steps();
        if (!steps.isEmpty()) {
            section.add(list(steps));
        }
    }

    private String period() {
        return picture.evidence() ? Formats.period(picture.first(), picture.last()) : "no logs yet";
    }

    private Paragraph sentence(boolean linked) {
        var seen = use;
        if (seen != null) {
            return new Paragraph("%s by %s, last %s."
                    .formatted(
                            Formats.count(seen.calls(), "call", "calls"),
                            Formats.count(seen.callers(), "caller", "callers"),
                            Formats.minute(seen.last())));
        }
        return new Paragraph(
                !picture.evidence()
                        ? "No logs are stored yet, so its use is unknown."
                        : linked
                                ? "No call of its callers is in the logs of these days. Days without logs are not in this."
                                : "No caller is linked to it, so its calls cannot be told from others. Add a link to usage.");
    }

    private OrderedList list(List<String> steps) {
        var list = new OrderedList();
        list.addClassNames("steps", "seen");
        var model = model(steps);
        for (var i = 0; i < steps.size(); i++) {
            var item = new ListItem(new Span(steps.get(i)));
            var seen = use;
            if (seen != null && i == model) {
                item.add(
                        line("%s: %s."
                                .formatted(
                                        Formats.count(seen.calls(), "call", "calls"), SeenBeside.parts(seen.models()))),
                        line(
                                seen.regions().isEmpty()
                                        ? "Where it ran is not evidenced."
                                        : "Ran in " + SeenBeside.parts(seen.regions()) + "."),
                        new Mark(seen.verified() == 0 ? Glyph.NO_DIGEST : Glyph.PARTLY_VERIFIED, seen.proof()));
            } else if (seen != null && i == model - 1) {
                item.add(line("%s, known as %s."
                        .formatted(
                                Formats.count(seen.callers(), "caller", "callers"),
                                String.join(", ", seen.grades().keySet()))));
            } else {
                item.addClassName("blind");
                item.add(line(i == model ? "No call seen." : "No log that Outflow reads tells of this step."));
            }
            list.add(item);
        }
        return list;
    }

    /** The step that is the model: the first that names a product of the application or a way to models; -1 for none. */
    private int model(List<String> steps) {
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i).toLowerCase(Locale.ROOT);
            if (Stream.concat(products.stream(), MODEL_WORDS.stream()).anyMatch(step::contains)) {
                return i;
            }
        }
        return -1;
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassName("src");
        return line;
    }
}
