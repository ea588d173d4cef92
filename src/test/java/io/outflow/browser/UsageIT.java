package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** UC-04 to UC-07 in a browser: from a chart to the record behind a number, out to a file, and a rule that changes every screen. */
class UsageIT {
    private static final String SONNET = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String OPUS = "anthropic.claude-opus-4-1-20250805-v1:0";

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    @BeforeAll
    static void importLogs(@TempDir Path folder) throws IOException {
        var file = new MadeLogs()
                .calls(40, "i-0123456789abcdef0", "claims-scoring", SONNET)
                .calls(25, "i-0fedcba9876543210", "pricing-batch", OPUS)
                .denied(5, "i-0fedcba9876543210", "pricing-batch", OPUS)
                .other(10)
                .writeTo(folder.resolve("calls.json.gz"));
        var page = BROWSER.signedIn("imports");
        Browser.drop(page.locator("vaadin-upload"), List.of(file));
        assertThat(page.locator("main h1")).hasText(Pattern.compile("Import run 1, done"), Browser.aWhile());
        page.getByText("See usage").click();
        assertThat(page.locator(".lines4")).containsText("65 calls");
    }

    @Test
    void uc04AClickOnTheChartFiltersThePageAndItsAddress() {
        var page = BROWSER.signedIn("usage");
        assertThat(page.locator(".lines4")).containsText("65 calls");

        page.locator("usage-flow svg text")
                .filter(new Locator.FilterOptions().setHasText("Opus"))
                .first()
                .click();

        assertThat(page).hasURL(Pattern.compile("model=Claude"));
        assertThat(page.locator(".lines4")).containsText("25 calls");
        assertThat(page.getByTestId("callers")).containsText("pricing-batch");
        assertThat(page.getByTestId("callers")).not().containsText("claims-scoring");

        page.reload();
        assertThat(page.locator(".lines4")).containsText("25 calls");
        page.getByTestId("usage-clear").click();
        assertThat(page.locator(".lines4")).containsText("65 calls");
    }

    @Test
    void uc05ANumberOpensItsCallsACallItsRecordAndTheRecordItsFile() {
        var page = BROWSER.signedIn("usage");

        page.getByTestId("callers").getByText("claims-scoring").first().click();
        assertThat(page).hasURL(Pattern.compile("/usage/calls"));
        assertThat(page.getByText("40 calls").first()).isVisible();

        page.getByTestId("calls").locator("a").first().click();
        assertThat(page).hasURL(Pattern.compile("/usage/call/"));
        assertThat(page.locator("main h1")).containsText("Claude Sonnet 4.5");
        assertThat(page.getByText("assumed-role/claims-scoring").first()).isVisible();
        page.getByText("calls.json.gz").first().click();
        assertThat(page.locator("main h1")).hasText("Import run 1, done");
    }

    @Test
    void uc07TheTableIsTakenAwayAsCsvAndAsJson() throws IOException {
        var page = BROWSER.signedIn("usage");

        var csv = page.waitForDownload(() -> page.getByTestId("export-csv").click());
        assertThat(Files.readString(csv.path()))
                .contains("claims-scoring", "pricing-batch")
                .contains("40");
        var json = page.waitForDownload(() -> page.getByTestId("export-json").click());
        assertThat(Files.readString(json.path())).contains("\"claims-scoring", "pricing-batch");
    }

    @Test
    void uc06ANewRuleDecidesAnewAndEveryScreenAgrees() {
        var usage = BROWSER.signedIn("usage?class=UNKNOWN");
        var page = BROWSER.signedIn("settings/rules?rule=new");
        page.getByLabel("Name").fill("Claims are about people");
        page.getByLabel("Look at").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("Role").setExact(true))
                .click();
        page.getByLabel("Pattern").fill("claims-*");
        assertThat(page.locator(".preview"))
                .containsText(Pattern.compile("matches [0-9,]+ callers?, 40 calls; 40 of them Unknown today"));

        page.getByLabel("Calls like this carry").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("Personal").setExact(true))
                .click();
        page.getByTestId("rule-save").click();
        assertThat(page.locator(".rule-editor")).containsText("Say why.");
        page.getByLabel("Reason").fill("Agreed with the claims department");
        page.getByTestId("rule-save").click();

        assertThat(page.locator("table.rules")).containsText("Claims are about people");
        assertThat(page.locator(".rule-history")).containsText("Agreed with the claims department");
        usage.navigate(SERVER.address("usage?class=PERSONAL"));
        assertThat(usage.locator(".lines4")).containsText("40 calls");
        assertThat(usage.getByTestId("callers")).containsText("Personal");
        usage.navigate(SERVER.address("usage?class=UNKNOWN"));
        assertThat(usage.locator(".lines4")).containsText("25 calls");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch off Claims are about people"))
                .click();
        page.locator("vaadin-dialog").getByLabel("Reason").fill("Tried enough");
        page.getByTestId("reason-confirm").click();
        assertThat(page.locator("table.rules")).containsText("switched off");
        usage.reload();
        assertThat(usage.locator(".lines4")).containsText("65 calls");
    }

    @Test
    void uc06WhatIsNotSavedIsNotLostByAClickBeside() {
        var page = BROWSER.signedIn("settings/rules?rule=new");
        page.getByLabel("Name").fill("Half a rule");
        page.getByLabel("Name").blur();

        page.locator("nav.side").getByText("Data classes").click();
        assertThat(page.getByText("Leave without saving?")).isVisible();
        page.getByText("Stay", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByLabel("Name")).hasValue("Half a rule");
    }
}
