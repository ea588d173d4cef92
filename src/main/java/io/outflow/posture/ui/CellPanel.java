package io.outflow.posture.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.Grounds;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.GovernanceItem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Why one day of a place stands as it does, and what that rests on. */
class CellPanel extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int PAGE = 100;

    CellPanel(CoverageMap map, CoverageQuery query, CoverageQuery.Chosen chosen, Usage usage) {
        var place = chosen.place();
        getContent().addClassNames("sec", "cov-why");
        getContent().setAriaLabel("Why");
        getContent().getElement().setAttribute("role", "status");
        getContent()
                .add(new SectionHead(
                        "%s, %s".formatted(place.lane().label(), Formats.day(chosen.day())),
                        "%s, %s".formatted(place.account(), place.region())));
        var index = chosen.day().toEpochDay() - map.from().toEpochDay();
        var cells = map.lines().get(place);
        if (cells == null || index < 0 || index >= cells.size()) {
            getContent().add(new Paragraph("The map does not hold this day."));
            return;
        }
        var cell = cells.get((int) index);
        var word = CoverageGrid.word(cell);
        getContent()
                .add(new Paragraph(Character.toUpperCase(word.charAt(0)) + word.substring(1) + ". " + cell.reason()));
        getContent().add(rests(cell.grounds(), query, usage));
    }

    private static Component rests(Grounds grounds, CoverageQuery query, Usage usage) {
        return switch (grounds) {
            case Grounds.FilesRead read -> grey("It rests on log files that were read; Imports lists them.");
            case Grounds.Nothing nothing -> grey("Neither a log file, nor a change, nor an answer of AWS tells of it.");
            case Grounds.Observed observed ->
                new Div(
                        new Span("It rests on what AWS answered from %s to %s. "
                                .formatted(Formats.minute(observed.from()), Formats.minute(observed.until()))),
                        new Link(
                                "Open the answer",
                                query.opening(observed.observation()).address()));
            case Grounds.Changed changed -> event(changed, usage);
        };
    }

    private static Component event(Grounds.Changed changed, Usage usage) {
        var all = new Div(new Span("It rests on the governance event %s of %s in %s, %s. "
                .formatted(changed.operation(), Formats.second(changed.time()), changed.account(), changed.region())));
        find(changed, usage).ifPresent(item -> {
            all.add(new Span("Made by %s; record %d of %s."
                    .formatted(item.caller(), item.event().place().recordNo(), item.fileName())));
            var record = new Pre(new String(item.event().original(), StandardCharsets.UTF_8));
            record.addClassName("rec");
            record.getElement().setAttribute("tabindex", "0");
            all.add(record);
        });
        return all;
    }

    private static Optional<GovernanceItem> find(Grounds.Changed changed, Usage usage) {
        return usage.governance(changed.time(), changed.time().plus(MOMENT), 0, PAGE).items().stream()
                .filter(item -> item.event().key().id().equals(changed.eventId())
                        && item.event().key().account().equals(changed.account()))
                .findFirst();
    }

    private static Paragraph grey(String text) {
        var words = new Paragraph(text);
        words.addClassNames("s", "q");
        return words;
    }
}
