package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.history.ui.HistoryPanel;
import io.outflow.vendors.Entry;
import java.util.Optional;
import java.util.UUID;

/**
 * The history beside a page: of all that the page shows, or of the fact that was picked. A wide screen always shows it, a narrow
 * one when the address asks for it.
 */
final class HistoryDrawer extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    HistoryDrawer(PageTools tools, Entry<?> entry, PageState state) {
        var drawer = getContent();
        drawer.addClassName("drawer");
        drawer.setClassName("asked", state.historyOpen());
        var panel = new HistoryPanel(tools.revisions(), tools.logCheck(), new HistoryWords(), links(state));
        state.knownAt().ifPresent(panel::knownAt);
        var fact = state.picked();
        fact.ifPresent(id -> drawer.add(about(id, state)));
        drawer.add(panel);
        fact.ifPresentOrElse(panel::showObject, () -> panel.showOwner(entry.id()));
    }

    /** Opens the history where the screen is too narrow to show it always. */
    static Component opener(PageState state) {
        var link = link(state.link(Optional.empty(), true), "History");
        link.addClassNames("btn", "quiet", "narrow-only");
        return link;
    }

    private static Paragraph about(UUID fact, PageState state) {
        var about = new Paragraph("Only: "
                + state.register()
                        .find(fact)
                        .map(found -> found.kind().label() + ", " + found.title())
                        .orElse("an entry that is not in the register"));
        about.addClassName("b");
        return about;
    }

    private static Component[] links(PageState state) {
        var close = link(state.link(Optional.empty(), false), "Close");
        // A wide screen shows the history always, so there is nothing to close.
        close.addClassName("narrow-only");
        return state.picked().isPresent()
                ? new Component[] {link(state.link(Optional.empty(), true), "All of this page"), close}
                : new Component[] {close};
    }

    private static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("s");
        return link;
    }
}
