package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.classification.DataClass;
import io.outflow.vendors.Kind;
import io.outflow.vendors.SeenUse.Found;
import io.outflow.vendors.SeenUse.Picture;
import io.outflow.vendors.SeenUse.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was seen and where the two part, beside each section of what was agreed. */
final class BesideColumns {
    private static final int DAYS = 90;

    /** The kinds of which logs or gaps can say anything. */
    private static final Set<Kind> COMPARED = EnumSet.of(
            Kind.AGREEMENT,
            Kind.APPROVAL,
            Kind.RETENTION,
            Kind.TRAINING,
            Kind.RESIDENCY,
            Kind.CONTROL,
            Kind.CERTIFICATION,
            Kind.SUBPROCESSOR,
            Kind.USAGE_LINK);

    private final UUID product;
    private final Picture picture;
    private final SeenBeside seen;
    private final boolean past;

    /** @param past whether the page shows a moment in the past, at which gaps were not looked for */
    BesideColumns(UUID product, Picture picture, List<DataClass> classes, boolean past) {
        this.product = product;
        this.picture = picture;
        this.seen = new SeenBeside(product, picture, classes);
        this.past = past;
    }

    /** Of the 90 days that end with the last evidence, or with the point in time that the page shows. */
    static BesideColumns of(UUID product, PageState state, PageTools tools) {
        var end = tools.seen().evidenceEnds().filter(state.at()::isAfter).orElse(state.at());
        var picture = tools.seen().days(LocalDate.ofInstant(end, ZoneOffset.UTC), DAYS);
        return new BesideColumns(
                product, picture, tools.classes().list(), state.asOf().at().isPresent());
    }

    Component heads() {
        var days =
                new Span(picture.evidence() ? " " + Formats.period(picture.first(), picture.last()) : " no logs yet");
        days.addClassNames("q", "s");
        var heads = new Div(new H2("What we agreed"), new H2(new Span("What we saw"), days), new H2("Gap"));
        heads.addClassNames("threefold", "column-head");
        return heads;
    }

    /** The section with its two columns; alone where logs have nothing to say. */
    Component with(Component agreed, Kind kind) {
        if (!COMPARED.contains(kind)) {
            return agreed;
        }
        var row = new Div(agreed, seen.of(kind), gap(kind));
        row.addClassName("threefold");
        return row;
    }

    private Component gap(Kind kind) {
        var cell = new Div();
        cell.addClassName("g");
        if (past) {
            cell.addClassName("unk");
            cell.add(quiet("Gaps are shown for now only."));
            return cell;
        }
        var gaps = picture.gaps(product, kind);
        if (gaps.isEmpty()) {
            cell.add(none(kind, cell));
            return cell;
        }
        cell.addClassName(
                gaps.stream().anyMatch(gap -> gap.verdict() == Verdict.CONTRADICTED)
                        ? "bad"
                        : gaps.stream().anyMatch(gap -> gap.verdict() == Verdict.WATCH) ? "wat" : "unk");
        gaps.forEach(gap -> cell.add(line(gap)));
        return cell;
    }

    /** No gap says something only where something was seen. */
    private Component none(Kind kind, Div cell) {
        var comparable = picture.products().containsKey(product) && seen.tells(kind);
        cell.addClassName(comparable ? "none" : "unk");
        return comparable
                ? new Mark(Glyph.NO_CONTRADICTION, "No contradiction seen")
                : new Mark(Glyph.CANNOT_TELL, "Cannot tell: rests on the register alone");
    }

    private static Component line(Found gap) {
        var mark =
                switch (gap.verdict()) {
                    case CONTRADICTED -> new Mark(Glyph.CONTRADICTED, gap.what()).asGap();
                    case WATCH -> new Mark(Glyph.WATCH, gap.what()).asWatch();
                    case CANNOT_TELL -> new Mark(Glyph.CANNOT_TELL, gap.what());
                };
        mark.addClassName("b");
        var link = new Anchor(gap.address(), gap.name());
        link.getElement().setAttribute("router-link", true);
        var words = new Div(gap.words());
        words.addClassName("xs");
        var handling = new Div(link, new Span(", " + gap.handling()));
        handling.addClassNames("xs", "q");
        return new Div(mark, words, handling);
    }

    private static Component quiet(String words) {
        var span = new Span(words);
        span.addClassNames("xs", "q");
        return span;
    }
}
