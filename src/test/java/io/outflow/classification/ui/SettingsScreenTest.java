package io.outflow.classification.ui;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** The screens of rules and classes over made-up ones, without an application. */
abstract class SettingsScreenTest extends BrowserlessTest {
    final FakeRules rules = new FakeRules();

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(FakeBeans.class);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    /** Opens a screen with what its address picks; nothing where that is empty. */
    <V extends Component> V open(Class<V> view, Role role, String parameter, String picked) {
        As.role(role);
        FakeBeans.use(rules, rules.classes, new CurrentPerson());
        UI.getCurrent()
                .navigate(view, picked.isEmpty() ? QueryParameters.empty() : QueryParameters.of(parameter, picked));
        return find(view).single();
    }
}
