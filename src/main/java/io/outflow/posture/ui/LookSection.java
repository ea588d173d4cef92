package io.outflow.posture.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.posture.Posture;
import io.outflow.posture.Posture.Place;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** With which credentials AWS is asked, when it was asked last and how that went, and what must be allowed. */
class LookSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LookSection.class);

    private final transient Posture posture;
    private final transient Runnable onLooked;

    /**
     * @param mayLook whether the reader may ask AWS now
     * @param onLooked called when new answers are there
     */
    LookSection(Posture posture, boolean mayLook, Runnable onLooked) {
        this.posture = posture;
        this.onLooked = onLooked;
        getContent().addClassNames("sec", "cov-looks");
        getContent().setAriaLabel("Looks at AWS");
        getContent()
                .add(new SectionHead(
                        "Looks at AWS",
                        "Four times a day with the credentials of each source, and when somebody asks."));
        var places = posture.places();
        if (places.isEmpty()) {
            getContent().add(nobody(mayLook));
        } else {
            getContent().add(table(places, posture.lastLooks(), mayLook));
        }
        getContent().add(allowed());
    }

    private static Component nobody(boolean mayLook) {
        var sentence =
                "No source is set up, so there are no credentials to ask AWS with. What it is set to is unknown.";
        return mayLook
                ? new EmptyState(sentence, new Link("Add a source", "settings/sources?source=new")).blind()
                : new EmptyState(sentence).blind();
    }

    private NativeTable table(List<Place> places, List<PostureLook> looks, boolean mayLook) {
        var table = new NativeTable();
        table.addClassNames("tight", "cov-table");
        table.getElement().setAttribute("aria-label", "Looks by source");
        Tables.head(
                table,
                mayLook
                        ? List.of("Source", "Last look", "What came of it", "Now")
                        : List.of("Source", "Last look", "What came of it"));
        for (var place : places) {
            var look = looks.stream()
                    .filter(one -> one.sourceId() == place.sourceId())
                    .findFirst()
                    .orElse(null);
            var row = table.getBody().addRow();
            Tables.cell(row, "Source", place.name() + (place.paused() ? ", paused" : ""));
            Tables.cell(
                    row,
                    "Last look",
                    look == null ? "never" : Formats.minute(look.endedAt()) + ", by " + look.startedBy());
            Tables.cell(row, "What came of it", words(look));
            if (mayLook) {
                Tables.cell(row, "Now").add(now(place));
            }
        }
        return table;
    }

    private static String words(@Nullable PostureLook look) {
        if (look == null) {
            return "–";
        }
        var asked = look.account().isEmpty()
                ? ""
                : "Account %s, %s: %s answered, of %s something may not be seen. "
                        .formatted(
                                look.account(),
                                String.join(", ", look.regions()),
                                Formats.count(look.answered(), "question", "questions"),
                                Formats.count(look.refused()));
        return look.problem() == null ? asked : asked + look.problem();
    }

    private Button now(Place place) {
        var button = new Button("Look now");
        button.setAriaLabel("Look now: " + place.name());
        button.setTestId("look-" + place.sourceId());
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            var ui = UI.getCurrent();
            button.setText("Asking AWS ...");
            var unused = posture.lookNow(place.sourceId())
                    .whenComplete((look, failure) -> tell(ui, () -> {
                        button.setEnabled(true);
                        button.setText("Look now");
                        done(look, failure);
                    }));
        });
        return button;
    }

    private void done(@Nullable Optional<PostureLook> look, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("AWS could not be looked at.", failure);
            Toast.failed(
                    "The look broke off; that is a fault of Outflow, and its log says more. Earlier answers are kept.");
            return;
        }
        Objects.requireNonNull(look)
                .ifPresentOrElse(
                        result -> {
                            onLooked.run();
                            if (result.problem() == null) {
                                Toast.done("AWS was asked. What it answered is shown.");
                            } else {
                                Toast.failed(result.problem());
                            }
                        },
                        () -> Toast.done("This source is being looked at already."));
    }

    private static void tell(UI ui, Runnable words) {
        try {
            ui.access(words::run);
        } catch (UIDetachedException e) {
            LOG.debug("The page is gone.", e);
        }
    }

    private Details allowed() {
        var table = new NativeTable();
        table.addClassNames("tight", "cov-table");
        table.getElement().setAttribute("aria-label", "Actions and reasons");
        Tables.head(table, List.of("Action", "To", "Shown as"));
        for (var question : Question.values()) {
            for (var action : question.actions()) {
                var row = table.getBody().addRow();
                Tables.cell(row, "Action", action.name());
                Tables.cell(row, "To", action.reason());
                Tables.cell(row, "Shown as", question.label());
            }
        }
        var policy = posture.policy();
        var copy = new Button("Copy", Glyph.COPY.icon(), e -> {
            e.getSource().getElement().executeJs("navigator.clipboard?.writeText($0)", policy);
            Toast.done("Copied.");
        });
        copy.setAriaLabel("Copy the policy");
        var head = new Div(new Span("The policy for the identity that reads: these actions and no other."), copy);
        head.addClassName("policy-head");
        var text = new Pre(policy);
        text.addClassName("rec");
        text.getElement().setAttribute("tabindex", "0");
        var details = new Details("What Outflow asks AWS, and why", table, head, text);
        details.setTestId("coverage-policy");
        return details;
    }
}
