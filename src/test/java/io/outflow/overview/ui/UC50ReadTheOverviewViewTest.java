package io.outflow.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.overview.Statement;
import io.outflow.overview.Statement.Sure;
import io.outflow.overview.Statement.Topic;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** UC-50: six findings, each with number, period, proof and one action. */
class UC50ReadTheOverviewViewTest extends ViewTest {

    @Test
    void theCisoStartsHereAndReadsSixFindings() {
        signInAs(Role.CISO);

        UI.getCurrent().navigate("");

        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(OverviewView.class);
        assertThat(find(StatementRow.class).all()).hasSize(6).allSatisfy(row -> {
            assertThat(row.getChildren()).hasSize(5);
            assertThat(link(row)).isNotEmpty();
        });
        for (var topic : Topic.values()) {
            find(StatementRow.class)
                    .withTestId("statement-" + topic.name().toLowerCase(Locale.ROOT))
                    .single();
        }
    }

    @Test
    void anAdministratorWhoHandlesNoGapsDoesNotSeeIt() {
        signInAs(Role.ADMIN);

        UI.getCurrent().navigate("");

        assertThat(UI.getCurrent().getCurrentView()).isNotInstanceOf(OverviewView.class);
    }

    @Test
    void theDaysThatAreCountedStandInTheAddress() {
        signInAs(Role.CISO);
        UI.getCurrent().navigate("overview");

        test(find(NativeButton.class).withText("30 days").single()).click();

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("overview?days=30");
        assertThat(find(NativeButton.class)
                        .withText("30 days")
                        .single()
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
        UI.getCurrent().navigate("overview", QueryParameters.of("days", "soon"));
        assertThat(find(NativeButton.class)
                        .withText("90 days")
                        .single()
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void whatIsUnknownIsDrawnAsAQuestionAndNotAsZero() {
        var row = new StatementRow(new Statement(
                Topic.AGREEMENT,
                "",
                "Whether calls ran while ",
                "no DPA was in force",
                " is unknown.",
                "No logs are stored, so nothing was looked at.",
                "no logs",
                "Cannot be seen",
                Sure.UNKNOWN,
                0,
                "Import logs",
                "imports",
                50));

        assertThat(Shown.text(row))
                .startsWith("? Whether calls ran while no DPA was in force is unknown.")
                .contains("Cannot be seen Import logs");
    }

    private static String link(Component row) {
        return row.getChildren()
                .flatMap(Component::getChildren)
                .filter(Anchor.class::isInstance)
                .map(anchor -> ((Anchor) anchor).getHref())
                .findFirst()
                .orElse("");
    }
}
