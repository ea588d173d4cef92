package io.outflow.usage.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A button that looks like a link: it changes what this page shows. */
class Link extends NativeButton {

    private static final long serialVersionUID = 1L;

    Link(String text, Runnable action) {
        super(text, click -> action.run());
        addClassName("lk");
        getElement().setAttribute("type", "button");
    }
}
