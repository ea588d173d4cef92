package io.outflow.usage.ui;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Role;
import io.outflow.classification.DataClasses;
import io.outflow.usage.TokenPrices;
import io.outflow.usage.UsageExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The usage screens over made-up usage, without an application. */
abstract class UsageScreenTest extends BrowserlessTest {
    final SampleUsage usage = new SampleUsage();
    final Names names = mock(Names.class);
    final List<TokenPrices.Price> prices = new ArrayList<>();
    final UsageExport export = mock(UsageExport.class);

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(FakeBeans.class);
    }

    @BeforeEach
    void signIn() {
        As.role(Role.CISO);
        var classes = mock(DataClasses.class);
        when(classes.list()).thenReturn(SampleUsage.CLASSES);
        FakeBeans.use(usage, export, classes, names, new CurrentPerson(), (TokenPrices) () -> prices);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    Component open(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        return UI.getCurrent().getCurrentView();
    }

    Selection shown() {
        return SelectionAddress.read(UI.getCurrent().getActiveViewLocation().getQueryParameters());
    }
}
