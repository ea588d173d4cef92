package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** A dialog with a few fields, one primary button and a way out. */
public abstract class FormDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    protected FormDialog(String title, String action) {
        setHeaderTitle(title);
        setWidth("420px");
        var cancel = new Button("Cancel", click -> close());
        var done = new Button(action, click -> submit());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        done.setTestId("dialog-done");
        getFooter().add(cancel, done);
    }

    protected final void fields(Component... fields) {
        var stack = new Div(fields);
        stack.addClassName("stack");
        add(stack);
    }

    protected abstract void submit();
}
