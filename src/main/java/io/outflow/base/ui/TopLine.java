package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import java.util.Locale;

/** The line on top: where the reader is, whether the data is a sample, and who is signed in. */
class TopLine extends Header {

    private static final long serialVersionUID = 1L;

    private static final String REMEMBER = "if ($0) { localStorage.setItem('outflow-theme', $0);"
            + " document.documentElement.dataset.theme = $0; }"
            + " else { localStorage.removeItem('outflow-theme'); delete document.documentElement.dataset.theme; }";

    private final Nav crumbs = new Nav();

    TopLine(Viewer viewer, boolean sample) {
        addClassName("top");
        crumbs.addClassName("crumb");
        crumbs.setAriaLabel("Path");
        add(crumbs);
        if (sample) {
            var tag = new Span("Sample data");
            tag.addClassName("tag");
            add(tag);
        }
        var space = new Span();
        space.addClassName("sp");
        add(space, person(viewer));
    }

    void show(List<Crumb> path) {
        crumbs.removeAll();
        for (var i = 0; i < path.size(); i++) {
            if (i > 0) {
                var slash = new Span("/");
                slash.addClassName("qq");
                slash.getElement().setAttribute("aria-hidden", "true");
                crumbs.add(slash);
            }
            crumbs.add(step(path.get(i)));
        }
    }

    private static Component step(Crumb crumb) {
        if (crumb.route() == null) {
            var here = new Span(crumb.text());
            here.addClassName("here");
            return here;
        }
        var link = new Anchor(crumb.route(), crumb.text());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Component person(Viewer viewer) {
        var roles = String.join(", ", viewer.roles());
        var initials = new Span(initials(viewer.name()));
        initials.addClassName("initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        var who = new Div(initials, new Span(roles.isEmpty() ? viewer.name() : roles));
        who.addClassName("who");

        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = bar.addItem(who);
        root.setAriaLabel(viewer.name() + ", " + roles + ": theme and sign out");
        var name = root.getSubMenu().addItem(viewer.name());
        name.setEnabled(false);
        root.getSubMenu().addSeparator();
        theme(root, "Theme of the system", "");
        theme(root, "Light", "light");
        theme(root, "Dark", "dark");
        root.getSubMenu().addSeparator();
        root.getSubMenu().addItem("Sign out", click -> viewer.signOut());
        return bar;
    }

    private static void theme(MenuItem root, String text, String theme) {
        root.getSubMenu().addItem(text, click -> UI.getCurrent().getPage().executeJs(REMEMBER, theme));
    }

    private static String initials(String name) {
        return name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
    }
}
