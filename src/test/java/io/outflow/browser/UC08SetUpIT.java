package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A newcomer sets Outflow up with the code of the console and signs in. */
class UC08SetUpIT {
    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.empty();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @Test
    void theConsolesCodeLeadsFromTheSetUpToTheEmptyUsageScreen() {
        var page = BROWSER.open("");
        assertThat(heading(page)).hasText("Set Outflow up");

        fill(page, "setup-code", "AAAA-AAAA-AAAA-AAAA");
        fill(page, "setup-name", "first");
        fill(page, "setup-password", OutflowServer.PASSWORD);
        fill(page, "setup-again", OutflowServer.PASSWORD);
        page.getByTestId("setup-done").click();
        assertThat(page.getByText("This is not the code.")).isVisible();

        fill(page, "setup-code", SERVER.setupCode());
        page.getByTestId("setup-done").click();
        assertThat(page.getByText("Outflow is set up.")).isVisible();

        page.getByLabel("Name").fill("first");
        page.getByLabel("Password").fill("another password");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Name or password is wrong.");

        BROWSER.signIn(page, "first", OutflowServer.PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/overview"));
        assertThat(page.getByText("No logs yet. What is used, by whom and with which data is unknown."))
                .isVisible();
        page.locator("nav.side a[href='usage']").click();
        assertThat(page).hasURL(Pattern.compile("/usage"));
        assertThat(page.getByText("No logs yet. Use is unknown. Drop CloudTrail files here."))
                .isVisible();
        page.getByTestId("usage-import").click();
        assertThat(heading(page)).hasText("Imports");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static void fill(Page page, String field, String text) {
        page.getByTestId(field).locator("input").fill(text);
    }
}
