package io.outflow;

import com.vaadin.browserless.SpringBrowserlessTest;
import io.outflow.access.Role;
import org.junit.jupiter.api.AfterEach;

/** A test of a screen. Sign in first, then navigate. */
@OutflowTest
public abstract class ViewTest extends SpringBrowserlessTest {

    protected final void signInAs(Role... roles) {
        As.role(roles);
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }
}
