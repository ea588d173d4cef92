package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.PackageTemplate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The template that the wizard started from, if any, and the ways to take one up and to keep one. */
final class TemplateChoice {

    private final EvidenceTemplates templates;

    /** As it was when it was taken up, so that nobody's later change is overwritten unseen. */
    private @Nullable PackageTemplate seen;

    TemplateChoice(EvidenceTemplates templates) {
        this.templates = templates;
    }

    /** The draft of an address, which may say no more than a template. */
    Draft draft(QueryParameters address, LocalDate today) {
        var start = Draft.template(address).flatMap(templates::find);
        if (start.isPresent()) {
            seen = start.get();
            return Draft.of(seen, today);
        }
        var draft = Draft.of(address, today);
        var id = draft.template;
        if (id == null) {
            seen = null;
        } else if (seen == null || !seen.id().equals(id)) {
            seen = templates.find(id).orElse(null);
        }
        return draft;
    }

    /** Why callers are named in the template; empty for none. */
    String reason() {
        return seen == null ? "" : seen.choices().reason();
    }

    /** The templates to start from; hidden where there are none. */
    Component menu() {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var all = templates.list();
        menu.setVisible(!all.isEmpty());
        var choices = menu.addItem("Use a template").getSubMenu();
        all.forEach(one -> choices.addItem(one.name(), click -> UI.getCurrent()
                .navigate(
                        EvidenceWizardView.class,
                        QueryParameters.of("template", one.id().toString()))));
        return menu;
    }

    /** @param after run when the draft was kept */
    Component save(Draft draft, Runnable after) {
        var button = new Button("Save as template", click -> new SaveTemplateDialog(templates, draft, seen, id -> {
                    seen = templates.find(id).orElse(null);
                    draft.template = id;
                    after.run();
                })
                .open());
        button.setTestId("template-save");
        return button;
    }
}
