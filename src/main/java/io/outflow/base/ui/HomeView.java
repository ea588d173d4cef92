package io.outflow.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The address without a path: leads to the first view of the menu that the person may open. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;

    HomeView(Viewer viewer) {
        this.viewer = viewer;
        add(new EmptyState("Nothing is open to you yet. Ask an administrator for a role."));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MenuEntry.visibleTo(viewer).stream().findFirst().ifPresent(first -> event.forwardTo(first.view()));
    }
}
