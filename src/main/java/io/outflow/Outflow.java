package io.outflow;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import io.outflow.command.OutflowCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application and its one entry point. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("tokens.css")
@StyleSheet("app.css")
public class Outflow implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    public static void main(String[] args) {
        OutflowCommand.main(Outflow.class, args);
    }
}
