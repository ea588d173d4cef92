package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** UC-67: from a template to a package for an auditor from outside, who downloads it, asks, is answered, and is then out. */
class UC67EvidenceForAnAuditorIT {

    private static final String AUDITOR = "Ana of Example Audit";
    private static final String TEMPLATE = "Monthly for Ana";

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @TempDir
    Path folder;

    @Test
    void anAuditorFromOutsideTakesTheirPackageAsksIsAnsweredAndIsOutWhenTheTimeIsOver() {
        var admin = BROWSER.signedIn("settings/auditors");
        var link = invite(admin);
        makeByATemplate(admin);

        var auditor = BROWSER.open(link);
        assertThat(auditor.locator("main")).containsText("You sign in as " + AUDITOR);
        fill(auditor, "invited-password", OutflowServer.PASSWORD);
        fill(auditor, "invited-again", OutflowServer.PASSWORD);
        auditor.getByTestId("invited-done").click();
        assertThat(auditor.getByText("Your password is kept.")).isVisible();
        BROWSER.signIn(auditor, AUDITOR, OutflowServer.PASSWORD);
        assertThat(auditor).hasURL(Pattern.compile("/evidence$"));
        assertThat(auditor.locator("main")).containsText("You see the packages that were made for you, until");
        assertThat(auditor.locator("nav.side")).not().containsText("Usage");

        auditor.getByText("Package 1").click();
        assertThat(auditor.locator(".verdict")).containsText("Complete and unchanged:");
        var download = auditor.waitForDownload(
                () -> auditor.getByTestId("evidence-download").click());
        download.saveAs(folder.resolve("package.zip"));
        assertThat(download.suggestedFilename()).endsWith("-1.zip");
        auditor.getByTestId("evidence-note").locator("textarea").fill("Where is the DPA of 2025?");
        auditor.getByTestId("evidence-note-send").click();
        assertThat(auditor.locator(".question")).containsText("open");

        admin.navigate(SERVER.address("evidence"));
        assertThat(admin.locator("main")).containsText("1 open question");
        admin.navigate(SERVER.address("evidence/package/1"));
        admin.getByTestId("evidence-answer-open").click();
        admin.getByTestId("evidence-answer").locator("textarea").fill("In data/documents.");
        admin.getByTestId("evidence-answer-send").click();
        assertThat(admin.locator(".question")).containsText("answered by admin");
        auditor.reload();
        assertThat(auditor.locator(".question")).containsText("In data/documents.");
        noScreenViolatesARuleOfAxe();

        end(admin);
        // An open page is led out with its next step.
        auditor.getByTestId("evidence-note").locator("textarea").fill("Am I still in?");
        auditor.getByTestId("evidence-note-send").click();
        assertThat(auditor).hasURL(Pattern.compile("/login"));
        auditor.getByLabel("Name").fill(AUDITOR);
        auditor.getByLabel("Password").fill(OutflowServer.PASSWORD);
        Forms.button(auditor, "Sign in").click();
        assertThat(auditor.getByRole(AriaRole.ALERT)).containsText("Your access ended at");
    }

    private static String invite(Page page) {
        page.getByTestId("auditor-invite").click();
        fill(page, "auditor-name", AUDITOR);
        fill(page, "auditor-email", "ana@audit.example.com");
        fill(page, "auditor-organisation", "Example Audit");
        page.getByTestId("dialog-done").click();
        var link = page.getByTestId("auditor-link-text");
        assertThat(link).containsText("/invited/");
        return link.textContent().substring(SERVER.address("").length());
    }

    private static void makeByATemplate(Page page) {
        page.navigate(SERVER.address("evidence/new?title=Evidence&for=" + AUDITOR.replace(" ", "%20")
                + "&days=LAST_MONTH&part=REGISTER&part=USAGE"));
        page.getByTestId("template-save").click();
        fill(page, "template-name", TEMPLATE);
        page.getByTestId("dialog-done").click();
        assertThat(page.getByText("The template " + TEMPLATE + " is saved.")).isVisible();
        page.navigate(SERVER.address("evidence"));
        page.getByText(TEMPLATE, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByTestId("evidence-recipient").locator("input")).hasValue(AUDITOR);
        page.getByTestId("step-4").click();
        assertThat(page.getByTestId("evidence-named")).isVisible();
        page.getByTestId("evidence-next").click();
        assertThat(page.locator("main h1")).hasText("Evidence package 1", Browser.aWhile());
        assertThat(page.locator("main")).containsText("for " + AUDITOR);
    }

    private static void end(Page page) {
        page.navigate(SERVER.address("settings/auditors"));
        page.getByTestId("auditor-end").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End it now"))
                .click();
        assertThat(page.locator("main")).containsText("ended ");
    }

    private static void noScreenViolatesARuleOfAxe() {
        var violations = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
                for (var screen :
                        List.of("evidence", "evidence/package/1", "evidence/new?step=2", "settings/auditors")) {
                    check(BROWSER.signedIn(screen, width, scheme), screen, width, violations);
                }
                var auditor = BROWSER.open("login?ended=2026-11-26T00:00:00Z", width, scheme);
                check(auditor, "login?ended", width, violations);
                BROWSER.signIn(auditor, AUDITOR, OutflowServer.PASSWORD);
                check(auditor, "evidence of an auditor", width, violations);
            }
        }

        assertThat(violations).isEmpty();
    }

    private static void check(Page page, String screen, int width, List<String> violations) {
        Locator head = page.locator("h1").first();
        assertThat(head).isAttached();
        Browser.settled(page);
        Browser.accessibilityViolations(page).forEach(one -> violations.add(screen + ": " + one));
        Browser.overflow(page).forEach(one -> violations.add(screen + " " + width + ": " + one));
    }

    private static void fill(Page page, String field, String text) {
        page.getByTestId(field).locator("input").fill(text);
    }
}
