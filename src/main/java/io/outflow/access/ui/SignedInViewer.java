package io.outflow.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.outflow.access.AccessRefused;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import io.outflow.base.ui.Viewer;
import java.util.List;
import java.util.Optional;

/** Tells the shell who is signed in. */
@org.springframework.stereotype.Component
class SignedInViewer implements Viewer {

    private final CurrentPerson person;
    private final AuthenticationContext authentication;

    SignedInViewer(CurrentPerson person, AuthenticationContext authentication) {
        this.person = person;
        this.authentication = authentication;
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public List<String> roles() {
        return person.roles().stream().sorted().map(Role::label).toList();
    }

    @Override
    public boolean mayOpen(Class<?> view) {
        var requires = view.getAnnotation(Requires.class);
        return requires != null && person.may(requires.value(), requires.level());
    }

    @Override
    public String refusal(String path) {
        return view(path)
                .map(view -> view.getAnnotation(Requires.class))
                .map(requires -> AccessRefused.of(requires.value(), requires.level(), person.roles())
                        .sentence())
                .orElse("This page is not open to you.");
    }

    private static Optional<Class<? extends Component>> view(String path) {
        return RouteConfiguration.forApplicationScope().getRoute(path);
    }

    @Override
    public void signOut() {
        authentication.logout();
    }
}
