package io.outflow.access.internal;

import io.outflow.access.ChangeRefused;
import io.outflow.access.FirstAdministrator;
import java.io.PrintStream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** On an empty database: makes the administrator of the setting, or prints the set-up code. */
@Component
@ConditionalOnWebApplication
class FirstStart implements SmartInitializingSingleton {

    private final FirstAdministrator first;
    private final SetupCode code;
    private final String password;
    private final PrintStream console = System.out;

    FirstStart(FirstAdministrator first, SetupCode code, @Value("${outflow.admin-password}") String password) {
        this.first = first;
        this.code = code;
        this.password = password;
    }

    /** Before the port opens, so that whoever finds the page there can sign in. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!first.missing()) {
            return;
        }
        if (password.isEmpty()) {
            console.println("Nobody can sign in yet. Open the page and set Outflow up with this code: " + code.draw());
            return;
        }
        try {
            first.fromSetting(password);
        } catch (ChangeRefused e) {
            throw new AdminPasswordRefused(e);
        }
    }
}
