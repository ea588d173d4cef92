package io.outflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.outflow.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every dialog of the register, as Legal sees it, has no violation that axe knows and fits its width: light and dark, wide and narrow. */
class RegisterDialogsIT {
    private static final String LEGAL = "Legal";

    @RegisterExtension
    @Order(1)
    static final OutflowServer SERVER = OutflowServer.withAdministrator();

    @RegisterExtension
    @Order(2)
    static final Browser BROWSER = new Browser(SERVER);

    private static OutflowServer.Added product;

    @TempDir
    Path folder;

    private final List<String> violations = new ArrayList<>();
    private Page page;
    private String kind = "";

    @BeforeAll
    static void fillTheRegister() {
        BROWSER.addPerson(LEGAL, Role.LEGAL);
        product = SERVER.addFromCatalogue("aws_bedrock_claude", LEGAL);
        SERVER.addFromCatalogue("anthropic_claude_api", LEGAL);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 420"})
    void noDialogViolatesARuleOfAxe(ColorScheme scheme, int width) throws IOException {
        kind = width + "-" + scheme;
        page = BROWSER.open("login", width, scheme);
        BROWSER.signIn(page, LEGAL, OutflowServer.PASSWORD);
        facts();
        conflict();
        documents();
        review();
        table();
        importing();
        due();

        assertThat(violations).isEmpty();
    }

    private void facts() {
        open(product.page());
        button("Add: agreement").click();
        check("entry form");
        page.getByTestId("entry-save-confirm").click();
        check("entry form with problems");
        close();
        page.getByTestId("confirm-facts").click();
        check("walk through facts");
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Reject: ")))
                .first()
                .click();
        check("reason of a rejection");
        close();
        page.locator("button.as-of").click();
        check("point in time");
        page.keyboard().press("Escape");
        open(product.page() + "?history=open");
        check("history");
    }

    private void conflict() {
        var other = BROWSER.signedInAs(LEGAL, product.page());
        open(product.page());
        type(page, "Plan of mine");
        type(other, "Plan of " + kind);
        other.getByTestId("entry-save").click();
        assertThat(other.locator("main")).containsText("Plan of " + kind);
        page.getByTestId("entry-save").click();
        assertThat(page.locator(".conflict")).isVisible();
        check("conflict");
    }

    private void documents() throws IOException {
        open(product.page());
        var upload = page.getByTestId("document-upload");
        var pdf = Files.writeString(folder.resolve("agreement.pdf"), "%PDF-1.4\n" + kind + "\n%%EOF\n");
        Browser.drop(upload.locator("vaadin-upload"), List.of(pdf));
        assertThat(page.getByTestId("document-attach")).isVisible();
        check("document to attach");
        page.getByTestId("document-reason").locator("textarea").fill("Signed by both");
        page.getByTestId("document-attach").click();
        page.getByTestId("document-newer").first().click();
        check("newer version of a document");
        close();
        page.getByTestId("document-preview").first().click();
        check("preview of a document");
        close();
        var program = Files.write(folder.resolve("invoice.pdf"), "#!/bin/sh\nexit\n".getBytes());
        Browser.drop(upload.locator("vaadin-upload"), List.of(program));
        assertThat(upload.locator(".refusals")).containsText("invoice.pdf is a program");
        check("refused document");
    }

    private void review() {
        open(product.page());
        var reviews = page.locator("#reviews");
        var start = reviews.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Start (a review|from)")));
        start.first().click();
        check("review");
        page.getByTestId("entry-reason").locator("textarea").fill("Each year");
        page.getByTestId("entry-save").click();
        reviews.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Finish: ")))
                .first()
                .click();
        page.getByTestId("review-finish").click();
        check("end of a review, with problems");
        choose("Outcome", "Passed");
        page.getByTestId("review-finish").click();
        assertThat(reviews).containsText("Done ");
    }

    private void table() {
        open("vendors");
        check("table with ticks");
        page.getByTestId("register").getByRole(AriaRole.CHECKBOX).first().check();
        check("table with all ticked");
        page.getByTestId("bulk-change").click();
        check("change of several products");
        close();
        for (var name : List.of("Export", "Add product", "Add vendor")) {
            button(name).click();
            check(name);
            close();
        }
        page.getByTestId("filter-status").click();
        check("filter");
        page.keyboard().press("Escape");
    }

    private void importing() throws IOException {
        open("vendors/import");
        var csv = Files.writeString(
                folder.resolve("vendors.csv"), "name,hqCountry\nVendor %s,FR\nOther %s,France\n".formatted(kind, kind));
        Browser.drop(page.locator("vaadin-upload"), List.of(csv));
        assertThat(page.getByTestId("import-confirm")).isVisible();
        check("preview of an import");
        page.getByTestId("import-reason").locator("input").fill("From the old spreadsheet");
        page.getByTestId("import-confirm").click();
        assertThat(page.getByText("1 entry was added")).isVisible();
        check("end of an import");
    }

    private void due() {
        open("due");
        button("Subscribe").click();
        check("calendar to subscribe to");
        close();
    }

    private void open(String path) {
        page.navigate(SERVER.address(path));
        assertThat(page.locator("main h1").first()).isAttached();
        Browser.settled(page);
    }

    private void close() {
        var dialog = page.locator("vaadin-dialog");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^(Cancel|Close)$")))
                .first()
                .click();
        assertThat(dialog).hasCount(0);
    }

    private void check(String name) {
        Browser.settled(page);
        page.waitForTimeout(400);
        Browser.accessibilityViolations(page).stream()
                // The grid gives the cell above its ticks no place for a text.
                .filter(violation -> !violation.startsWith("empty-table-header"))
                .forEach(violation -> violations.add(name + ": " + violation));
        Browser.overflow(page).forEach(overflow -> violations.add(name + ": " + overflow));
        Browser.cutDialogs(page).forEach(cut -> violations.add(name + ": " + cut));
    }

    private void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    private static void type(Page shown, String plan) {
        shown.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Edit").setExact(true))
                .click();
        var form = shown.locator("vaadin-dialog.entry-dialog");
        form.getByLabel("Plan").fill(plan);
        form.getByTestId("entry-reason").locator("textarea").fill("The order form");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
