package io.outflow.access.ui;

import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import io.outflow.access.AccessRefused;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import jakarta.annotation.security.PermitAll;
import org.springframework.stereotype.Component;

/** Lets a person into the views that the policy opens to them; a view that says nothing is closed. */
@Component
class ViewGuard implements NavigationAccessChecker {

    private static final long serialVersionUID = 1L;

    private final transient CurrentPerson person;

    ViewGuard(CurrentPerson person) {
        this.person = person;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        var view = context.getNavigationTarget();
        if (context.isErrorHandling() || view.isAnnotationPresent(AnonymousAllowed.class)) {
            return context.allow();
        }
        if (!person.known()) {
            return context.deny("Sign in first.");
        }
        var requires = view.getAnnotation(Requires.class);
        if (requires == null) {
            // The shell is entered together with a view, which is asked on its own.
            return RouterLayout.class.isAssignableFrom(view) || view.isAnnotationPresent(PermitAll.class)
                    ? context.allow()
                    : context.deny("The view is closed.");
        }
        return person.may(requires.value(), requires.level())
                ? context.allow()
                : context.deny(AccessRefused.of(requires.value(), requires.level(), person.roles())
                        .sentence());
    }
}
