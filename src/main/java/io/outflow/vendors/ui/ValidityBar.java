package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.vendors.Validity;
import io.outflow.vendors.Validity.Sort;
import io.outflow.vendors.Validity.Stretch;
import java.time.Duration;
import java.util.Locale;

/** The times in force on one line with today marked: solid when in force, dashed when only claimed, hatched when lapsed. */
final class ValidityBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** @param left what is left of the agreement, in words; empty when nothing can be told */
    ValidityBar(Validity validity, String left) {
        var bar = getContent();
        bar.addClassName("validity");
        bar.getElement().setAttribute("role", "img");
        bar.getElement().setAttribute("aria-label", validity.sentence());
        for (var stretch : validity.stretches()) {
            bar.add(stretch(validity, stretch));
        }
        validity.stretches().stream()
                .filter(stretch -> stretch.sort() == Sort.LAPSED)
                .reduce((first, second) -> second)
                .ifPresent(lapse -> bar.add(lapsed(validity, lapse)));
        var today = new Div();
        today.addClassName("today");
        today.getStyle().set("left", percent(validity.share(validity.at())));
        var word = new Span("today");
        word.addClassName("b");
        today.add(new Div(word, new Span(left)));
        bar.add(today);
        validity.stretches().stream()
                .filter(stretch -> stretch.sort() != Sort.LAPSED)
                .reduce((first, second) -> second)
                .ifPresent(last -> bar.add(ends(validity, last)));
    }

    private static Div stretch(Validity validity, Stretch stretch) {
        var from = validity.share(stretch.from());
        var part = new Div();
        part.addClassNames("stretch", stretch.sort().name().toLowerCase(Locale.ROOT));
        part.getStyle().set("left", percent(from));
        part.getStyle().set("width", percent(Math.max(0.4, validity.share(validity.end(stretch)) - from)));
        return part;
    }

    private static Div lapsed(Validity validity, Stretch lapse) {
        var label = new Div("lapsed " + Formats.duration(Duration.between(lapse.from(), validity.end(lapse))));
        label.addClassNames("lapse-label", "gap", "b");
        var from = validity.share(lapse.from());
        // The words stand on the side that has more room, and never beneath the words of today.
        if (from > 50) {
            label.getStyle().set("right", percent(100 - from));
        } else {
            label.getStyle().set("left", "0");
        }
        return label;
    }

    private static Div ends(Validity validity, Stretch last) {
        var from = new Span(Formats.day(last.from()));
        var until = new Span(last.until() == null ? "until further notice" : Formats.day(last.until()));
        var ends = new Div(from, until);
        ends.addClassName("ends");
        ends.getStyle().set("left", percent(Math.min(60, validity.share(last.from()))));
        return ends;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
