package io.outflow.access.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The sign-in page. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Outflow")
@AnonymousAllowed
class LoginView extends Main {

    LoginView() {
        add(new H1("Sign in"));
    }
}
