package io.outflow;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
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

    /** Before the first paint, so that a chosen theme does not flash. */
    private static final String THEME = "const theme = localStorage.getItem('outflow-theme');"
            + "if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(Inline.Position.PREPEND, THEME, Inline.Wrapping.JAVASCRIPT);
        settings.addFavIcon("icon", "favicon.svg", "any");
    }

    public static void main(String[] args) {
        OutflowCommand.main(Outflow.class, args);
    }
}
