package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;

/** The navigation at the left; on a narrow screen it folds into a menu button. */
class SideBar extends Nav {

    private static final long serialVersionUID = 1L;

    private final List<Entry> entries = new ArrayList<>();
    private final Div foot = new Div();
    private final NativeButton button = new NativeButton();
    private final List<ShellNote> notes;

    SideBar(List<MenuEntry> menu, List<ShellNote> notes) {
        this.notes = notes;
        addClassName("side");
        setAriaLabel("Main");
        setId("main-menu");

        add(new Brand());
        menu.stream().filter(entry -> !entry.setting()).forEach(entry -> add(link(entry)));
        var settings = menu.stream().filter(MenuEntry::setting).toList();
        if (!settings.isEmpty()) {
            add(group(settings));
        }

        button.addClassNames("btn", "quiet", "menu");
        button.add(Glyph.MENU.icon(), new Span("Menu"));
        button.getElement().setAttribute("aria-controls", "main-menu");
        button.addClickListener(click -> open(!hasClassName("open")));
        open(false);
        foot.addClassName("foot");
        add(button, foot);
    }

    /** Marks where the reader is, folds the menu and asks for the notes again. */
    void show(String path) {
        entries.forEach(entry -> entry.show(path));
        open(false);
        foot.removeAll();
        notes.stream().flatMap(note -> note.line().stream()).forEach(line -> {
            var title = new Span(line.title());
            title.addClassName("foot-title");
            foot.add(title, line.route() == null ? new Span(line.text()) : new Anchor(line.route(), line.text()));
        });
    }

    private void open(boolean open) {
        setClassName("open", open);
        button.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    private Component link(MenuEntry entry) {
        var link = new RouterLink("", entry.view());
        link.addClassName("n");
        link.add(Glyph.draw(entry.icon()), new Span(entry.title()));
        entries.add(new Entry(entry.path(), link));
        return link;
    }

    private Component group(List<MenuEntry> settings) {
        var title = new Div(Glyph.SETTINGS.icon(), new Span("Settings"));
        title.addClassName("group");
        var group = new Div(title);
        group.addClassName("settings");
        settings.forEach(entry -> {
            var link = new RouterLink(entry.title(), entry.view());
            link.addClassNames("n", "sub");
            entries.add(new Entry(entry.path(), link));
            group.add(link);
        });
        return group;
    }

    private record Entry(String path, RouterLink link) {

        void show(String current) {
            var here = current.equals(path) || current.startsWith(path + "/");
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }
}
