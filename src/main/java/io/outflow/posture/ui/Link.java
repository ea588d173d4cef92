package io.outflow.posture.ui;

import com.vaadin.flow.component.html.Anchor;

/** A link to a state of this page, followed without loading the page anew. */
class Link extends Anchor {

    private static final long serialVersionUID = 1L;

    Link(String text, String address) {
        super(address, text);
        getElement().setAttribute("router-link", true);
    }
}
