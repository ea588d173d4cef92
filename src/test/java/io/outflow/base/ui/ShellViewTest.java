package io.outflow.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.RouterLink;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import org.junit.jupiter.api.Test;

class ShellViewTest extends ViewTest {

    @Test
    void menuLeavesOutWhatTheRoleMayNotOpen() {
        signInAs(Role.AUDITOR);
        UI.getCurrent().navigate("change-log");

        assertThat(find(RouterLink.class).all())
                .extracting(RouterLink::getHref)
                .contains("change-log")
                .doesNotContain("settings/people");
    }

    @Test
    void menuMarksWhereTheReaderIs() {
        signInAs(Role.AUDITOR);
        UI.getCurrent().navigate("change-log");

        assertThat(find(RouterLink.class)
                        .withCondition(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                        .single()
                        .getHref())
                .isEqualTo("change-log");
    }

    @Test
    void addressWithoutAPathLeadsToAView() {
        signInAs(Role.LEGAL);
        UI.getCurrent().navigate("");

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isNotEmpty();
    }

    @Test
    void unknownAddressSaysSo() {
        signInAs(Role.LEGAL);
        UI.getCurrent().navigate("nowhere/at/all");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
    }

    @Test
    void strangerIsSentToSignIn() {
        UI.getCurrent().navigate("change-log");

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("login");
    }
}
