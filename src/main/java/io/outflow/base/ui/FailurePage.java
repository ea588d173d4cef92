package io.outflow.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** Shown when a view could not be opened. */
@ParentLayout(MainLayout.class)
@PageTitle("Something failed · Outflow")
class FailurePage extends Div implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        if (parameter.getCaughtException() instanceof AccessDeniedException refused) {
            add(new PageHead("Not open to you", ""), new EmptyState(MainErrorHandler.sentence(refused)));
            return HttpServletResponse.SC_FORBIDDEN;
        }
        add(
                new PageHead("This page could not be opened", ""),
                new EmptyState(MainErrorHandler.logged(parameter.getCaughtException())));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
