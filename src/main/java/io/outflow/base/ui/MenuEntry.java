package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.Comparator;
import java.util.List;

/** A view that asks to be in the side bar by {@code @Menu(title, order, icon)}; an order of 100 or more is a setting. */
record MenuEntry(String title, double order, String icon, String path, Class<? extends Component> view) {

    private static final double FIRST_SETTING = 100;

    static List<MenuEntry> visibleTo(Viewer viewer) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(Menu.class))
                .filter(route -> viewer.mayOpen(route.getNavigationTarget()))
                .map(route -> of(route.getNavigationTarget(), route.getTemplate()))
                .sorted(Comparator.comparingDouble(MenuEntry::order).thenComparing(MenuEntry::title))
                .toList();
    }

    private static MenuEntry of(Class<? extends Component> view, String template) {
        var menu = view.getAnnotation(Menu.class);
        // Parameters after the path are optional for a view in the menu.
        var path = template.replaceAll("/?:.*", "");
        return new MenuEntry(menu.title(), menu.order(), menu.icon(), path, view);
    }

    boolean setting() {
        return order >= FIRST_SETTING;
    }
}
