package io.outflow.vendors.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A button that looks like a link. */
class LinkButton extends NativeButton {

    private static final long serialVersionUID = 1L;

    LinkButton(String text, Runnable action) {
        super(text, click -> action.run());
        addClassName("lk");
        getElement().setAttribute("type", "button");
    }
}
