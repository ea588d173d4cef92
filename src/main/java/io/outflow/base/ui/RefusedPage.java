package io.outflow.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** Shown for a view that the person's roles do not open; says which role would. */
@ParentLayout(MainLayout.class)
@PageTitle("Not open to you · Outflow")
class RefusedPage extends Div implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;

    RefusedPage(Viewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        removeAll();
        add(
                new PageHead("Not open to you", ""),
                new EmptyState(
                        event.getLocation().getPath().isEmpty()
                                ? "This page is not open to you."
                                : viewer.refusal(event.getLocation().getPath())));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
