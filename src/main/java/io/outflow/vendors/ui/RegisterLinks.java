package io.outflow.vendors.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The ways from the table of the register to what is made of it. */
class RegisterLinks extends Nav {

    private static final long serialVersionUID = 1L;

    RegisterLinks() {
        setAriaLabel("More of the register");
        addClassNames("register-links", "s");
        link("due", "What is due");
        link("compare", "Compare products");
        link("approvals", "Approvals");
        link("advisor", "Which product for which data");
        link("applications", "Applications");
        link("catalogue", "Catalogue");
    }

    private void link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        add(link);
    }
}
