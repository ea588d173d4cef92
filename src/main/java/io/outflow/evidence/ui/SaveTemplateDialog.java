package io.outflow.evidence.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.access.AccessRefused;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;
import io.outflow.evidence.EvidenceTemplates;
import io.outflow.evidence.PackageTemplate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps what the wizard holds as a template: a new one, or the one that was taken up. */
final class SaveTemplateDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceTemplates templates;
    private final transient Draft draft;
    private final transient @Nullable PackageTemplate seen;
    private final transient Consumer<UUID> after;
    private final TextField name = new TextField("Name of the template");
    private final Checkbox asNew = new Checkbox("Leave that template as it is and save a new one");

    /** @param after told the id of the template that was saved */
    SaveTemplateDialog(EvidenceTemplates templates, Draft draft, @Nullable PackageTemplate seen, Consumer<UUID> after) {
        super(seen == null ? "Save as template" : "Save template", "Save");
        this.templates = templates;
        this.draft = draft;
        this.seen = seen;
        this.after = after;
        name.setMaxLength(PackageTemplate.LONGEST_NAME);
        name.setValue(seen == null ? "" : seen.name());
        name.setTestId("template-name");
        name.focus();
        asNew.setVisible(seen != null);
        asNew.setTestId("template-new");
        fields(new Paragraph("It keeps all four steps" + (draft.named ? ", with the reason." : ".")), name, asNew);
    }

    @Override
    protected void submit() {
        name.setInvalid(false);
        try {
            after.accept(save());
            close();
            Toast.done("The template %s is saved. It stands under Evidence."
                    .formatted(name.getValue().strip()));
        } catch (IllegalArgumentException | AccessRefused e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
        }
    }

    private UUID save() {
        if (seen == null || asNew.getValue()) {
            return templates.add(name.getValue(), draft.period, draft.request());
        }
        templates.change(seen, name.getValue(), draft.period, draft.request());
        return seen.id();
    }
}
