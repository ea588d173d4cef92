package io.outflow.vendors.ui;

import com.vaadin.flow.component.textfield.TextField;
import io.outflow.base.ui.FormDialog;
import io.outflow.base.ui.Toast;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.SavedViews;

/** Asks under which name a selection is kept. */
class KeepViewDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient SavedViews views;
    private final String query;
    private final transient Runnable after;
    private final TextField name = new TextField("Name");

    KeepViewDialog(SavedViews views, String query, Runnable after) {
        super("Keep this view", "Keep view");
        this.views = views;
        this.query = query;
        this.after = after;
        name.setHelperText("Only you see it. A view of the same name is replaced.");
        name.setMaxLength(60);
        name.setTestId("view-name");
        name.focus();
        fields(name);
    }

    @Override
    protected void submit() {
        try {
            views.save(name.getValue(), query);
            close();
            after.run();
            Toast.done("The view \"%s\" is kept.".formatted(name.getValue().strip()));
        } catch (EntryRefused e) {
            FieldProblems.show(e, name);
        }
    }
}
