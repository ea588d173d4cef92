package io.outflow.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.gaps.Gap;
import io.outflow.gaps.Gaps;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Says how many gaps are ticked and offers to handle them together. */
class GapBulkBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Span count = new Span();
    private transient Set<Gap> chosen = Set.of();

    /**
     * @param owners who looks after gaps already
     * @param done after something was done
     * @param clear ticks nothing any more
     */
    GapBulkBar(Gaps gaps, Supplier<List<String>> owners, Runnable done, Runnable clear) {
        var acknowledge = new Button("Acknowledge", click -> StepDialog.acknowledge(gaps, chosen, done));
        acknowledge.setTestId("bulk-acknowledge");
        var assign = new Button("Assign", click -> StepDialog.assign(gaps, chosen, owners.get(), done));
        assign.setTestId("bulk-assign");
        var due = new Button("Set due date", click -> StepDialog.due(gaps, chosen, done));
        due.setTestId("bulk-due");
        getContent().addClassNames("bulk", "field-row");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(count, acknowledge, assign, due, new Button("Clear the choice", click -> clear.run()));
        show(Set.of());
    }

    final void show(Set<Gap> ticked) {
        chosen = Set.copyOf(ticked);
        count.setText(Formats.count(chosen.size(), "gap is", "gaps are") + " chosen.");
        setVisible(!chosen.isEmpty());
    }
}
