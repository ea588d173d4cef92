package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.AccessRefused;
import io.outflow.access.Action;
import io.outflow.access.Names;
import io.outflow.access.Requires;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.Invitations;
import io.outflow.usage.Usage;
import io.outflow.vendors.Register;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Four steps to a package, with a preview of what it will hold and what it will not. Nothing is written before the last. */
@Route("evidence/new")
@PageTitle("New package · Outflow")
@Requires(Action.EVIDENCE)
@StyleSheet("context://evidence.css")
class EvidenceWizardView extends Composite<Div> implements BeforeEnterObserver, HasCrumbs {

    private static final long serialVersionUID = 1L;

    private static final List<String> NAMES = List.of("Scope", "Period and as-of", "Frameworks", "Privacy");

    private final transient EvidencePackages packages;
    private final transient TemplateChoice templates;
    private final transient Steps steps;
    private final transient Clock clock;
    private final OrderedList head = new OrderedList();
    private final Section form = new Section();
    private final Aside aside = new Aside();
    private final Paragraph problem = new Paragraph();
    private transient Draft draft;

    EvidenceWizardView(
            EvidencePackages packages,
            EvidenceTemplates templates,
            Register register,
            Usage usage,
            Invitations invitations,
            Names names,
            Clock clock) {
        this.packages = packages;
        this.templates = new TemplateChoice(templates);
        this.clock = clock;
        this.draft = Draft.of(new Location("evidence/new").getQueryParameters(), today());
        this.steps = new Steps(register, usage, invitations, names, clock, this::changed);
        head.addClassName("steps");
        aside.addClassName("panel");
        aside.getElement().setAttribute("aria-label", "Preview");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        var columns = new Div(form, aside);
        columns.addClassName("ev2");
        getContent().addClassName("evidence");
        getContent()
                .add(
                        new PageHead(
                                "New evidence package",
                                "The address of this page keeps the draft. You can leave and come back.",
                                this.templates.menu()),
                        head,
                        columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var reason = draft.reason;
        draft = templates.draft(event.getLocation().getQueryParameters(), today());
        if (draft.reason.isEmpty()) {
            draft.reason = reason.isEmpty() ? templates.reason() : reason;
        }
        problem.setText("");
        form.removeAll();
        form.add(steps.of(draft), buttons());
        refresh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Evidence", "evidence"), new Crumb("New package"));
    }

    private void changed() {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("evidence/new", draft.address()));
        LeftDraft.keep(draft);
        refresh();
    }

    private void refresh() {
        head.removeAll();
        for (var step = 1; step <= Draft.STEPS; step++) {
            var target = step;
            var name = new NativeButton(step + " " + NAMES.get(step - 1), click -> go(target));
            name.addClassName("bare");
            name.setTestId("step-" + step);
            var item = new ListItem();
            if (step < draft.step) {
                item.addClassName("done");
                item.add(Glyph.CONFIRMED.icon());
            } else if (step == draft.step) {
                item.addClassName("now");
                item.getElement().setAttribute("aria-current", "step");
            }
            item.add(name, new Div(Steps.summary(draft, step)));
            head.add(item);
        }
        aside.removeAll();
        aside.add(PreviewPanel.of(packages.preview(draft.request())));
    }

    private Component buttons() {
        var row = new Div();
        row.addClassName("buttons");
        if (draft.step > 1) {
            row.add(new Button(
                    "Back to " + NAMES.get(draft.step - 2).toLowerCase(java.util.Locale.ROOT),
                    c -> go(draft.step - 1)));
        }
        var last = draft.step == Draft.STEPS;
        var next = new Button(
                last ? "Make the package" : "Next: " + NAMES.get(draft.step).toLowerCase(java.util.Locale.ROOT),
                click -> {
                    if (draft.step == Draft.STEPS) {
                        make();
                    } else {
                        go(draft.step + 1);
                    }
                });
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.setTestId("evidence-next");
        var note = new Span(
                last
                        ? "It is made apart from this page, which you may leave."
                        : "Nothing is written until you press Make in step 4.");
        note.addClassNames("s", "q");
        row.add(next, templates.save(draft, this::changed), note, problem);
        return row;
    }

    private void go(int step) {
        draft.step = step;
        LeftDraft.keep(draft);
        UI.getCurrent().navigate(EvidenceWizardView.class, draft.address());
    }

    private void make() {
        try {
            var number = packages.make(draft.request());
            LeftDraft.end();
            UI.getCurrent().navigate("evidence/package/" + number);
        } catch (IllegalArgumentException | AccessRefused e) {
            problem.setText(e.getMessage());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
