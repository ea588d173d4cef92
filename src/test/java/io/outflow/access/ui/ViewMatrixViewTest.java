package io.outflow.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import io.outflow.ViewTest;
import io.outflow.access.Policy;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opens every view as every role; what must happen is computed from the one table. */
class ViewMatrixViewTest extends ViewTest {

    @ParameterizedTest
    @EnumSource
    void opensExactlyWhatTheTableSays(Role role) {
        signInAs(role);

        for (var route : guardedRoutes()) {
            UI.getCurrent().navigate(route.getTemplate());

            var requires = route.getNavigationTarget().getAnnotation(Requires.class);
            var open = Policy.permission(role, requires.value()).allows(requires.level());
            var refused = find(H1.class).all().stream()
                    .anyMatch(title -> title.getText().equals("Not open to you"));
            assertThat(refused)
                    .as("%s refused to %s", route.getTemplate(), role)
                    .isEqualTo(!open);
        }
    }

    private static List<RouteData> guardedRoutes() {
        var routes = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> route.getNavigationTarget().isAnnotationPresent(Requires.class))
                // A view of one object needs that object; its list is asked instead.
                .filter(route -> !route.getTemplate().contains(":"))
                .toList();
        assertThat(routes).isNotEmpty();
        return routes;
    }
}
