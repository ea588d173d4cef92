package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.Formats;
import io.outflow.base.ui.Days;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** First and last day, with the usual periods as shortcuts. */
class PeriodChoice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final DatePicker from = Days.picker("First day");
    private final DatePicker to = Days.picker("Last day");
    private final Div shortcuts = new Div();
    private final Paragraph evidenced = new Paragraph();
    private final transient Consumer<Period> chosen;

    PeriodChoice(Consumer<Period> chosen) {
        this.chosen = chosen;
        from.addValueChangeListener(event -> changed(event.isFromClient()));
        to.addValueChangeListener(event -> changed(event.isFromClient()));
        shortcuts.addClassName("shortcuts");
        evidenced.addClassNames("s", "q");
        getContent().addClassNames("choices", "period");
        getContent().add(from, to, shortcuts, evidenced);
    }

    void show(Period shown, Period whole) {
        from.setInvalid(false);
        to.setInvalid(false);
        from.setValue(shown.from());
        to.setValue(shown.to());
        shortcuts.removeAll();
        for (var days : new int[] {7, 30, 90, 365}) {
            shortcuts.add(new Link(days + " days", () -> chosen.accept(Period.lastDays(whole.to(), days))));
        }
        shortcuts.add(new Link("Everything", () -> chosen.accept(whole)));
        evidenced.setText(
                "Calls are stored from %s. All days are UTC.".formatted(Formats.period(whole.from(), whole.to())));
    }

    private void changed(boolean fromClient) {
        @Nullable LocalDate first = from.getValue();
        @Nullable LocalDate last = to.getValue();
        if (!fromClient || first == null || last == null) {
            return;
        }
        var backwards = first.isAfter(last);
        to.setInvalid(backwards);
        to.setErrorMessage(backwards ? "The last day lies before the first." : "");
        if (!backwards) {
            chosen.accept(new Period(first, last));
        }
    }
}
